// Kills whoever makes the lists: after a restart every row is as a fresh rebuild makes it.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { projections } from '../../src/composition.js';
import { rebuild } from '../../src/processing/rebuild.js';
import { hashOf, rowsOf } from '../kit/rows.js';
import type { Figures } from './figures.js';
import { startAndKill, type Work } from './kill.js';
import { aPlace, type Place } from './place.js';

export async function cutLists(
  work: 'project' | 'rebuild',
  rounds: number,
  path: string,
  luck: () => number,
): Promise<Figures> {
  const loaded = await aPlace('sqlite');
  let kills = 0;
  let rows = 0;
  try {
    await startAndKill({ work: 'load', settings: loaded.settings, seed: 0, path });
    const due = await freshRows(loaded);
    while (kills < rounds) {
      const place = loaded.copy();
      forgetLists(place);
      // Projecting goes on where the one before it was killed; a rebuild finds what the one before it left lying about.
      for (let cut = 0; cut < 5 && kills < rounds; cut++) {
        const doing: Work = { work, settings: place.settings, seed: cut, path };
        const { killed } = await startAndKill(doing, luck() * (work === 'project' ? 700 : 400));
        if (killed) kills++;
        rows += await rowsAfterRestart(place, due);
        if (!killed) break;
      }
      place.remove();
    }
    return { what: work === 'project' ? 'projecting' : 'rebuild and switch', kills, facts: rows };
  } finally {
    loaded.remove();
  }
}

function forgetLists({ settings }: Place): void {
  rmSync(join(settings.data, 'read-models'), { recursive: true, force: true });
}

async function freshRows(place: Place): Promise<Record<string, string[]>> {
  const opened = await place.restart();
  const { file } = await rebuild(
    opened.files,
    { ...opened.stores, clock: opened.foundations.clock, projections },
    'fresh',
  );
  const rows = rowsOf(file);
  await opened.close();
  return rows;
}

/** In a copy, so that the next to be killed finds what this one left. */
async function rowsAfterRestart(place: Place, due: Record<string, string[]>): Promise<number> {
  const copy = place.copy();
  const opened = await copy.restart();
  await opened.projecting.catchUp();
  const rows = rowsOf(opened.files.current() ?? '');
  await opened.close();
  copy.remove();
  if (hashOf(rows) !== hashOf(due)) expect(rows).toEqual(due);
  return Object.values(rows).reduce((sum, { length }) => sum + length, 0);
}
