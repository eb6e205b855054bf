// Kills whoever makes the lists: after a restart every row is as a fresh rebuild makes it.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { projections } from '../../src/apps/cases.js';
import { rebuild } from '../../src/engine/processing/rebuild.js';
import { hashOf, rowsOf } from '../kit/rows.js';
import type { Figures } from './figures.js';
import { startAndKill, type Work } from './kill.js';
import { aPlace, type Kind, type Place } from './place.js';
import type { Cutting } from './take-turns.js';
import { untilKilled } from './until-killed.js';

/** Projecting goes on where the one before it was killed; a rebuild finds what the one before it left lying about. */
const cutsOfOnePlace = 5;

/** Milliseconds at work at most. */
const reachWithin = { project: 700, rebuild: 400 } as const;

type Making = keyof typeof reachWithin;

export class CutLists implements Cutting {
  private place: Place | undefined;
  private cuts = 0;
  private kills = 0;
  private rows = 0;

  private constructor(
    private readonly what: string,
    private readonly work: Making,
    private readonly loaded: Place,
    private readonly due: Record<string, string[]>,
    private readonly luck: () => number,
  ) {}

  static async begin(what: string, work: Making, kind: Kind, path: string, luck: () => number): Promise<CutLists> {
    const loaded = await aPlace(kind);
    try {
      await startAndKill({ work: 'load', settings: loaded.settings, seed: 0, path });
      return new CutLists(what, work, loaded, await freshRows(loaded), luck);
    } catch (error) {
      loaded.remove();
      throw error;
    }
  }

  async cut(): Promise<void> {
    await untilKilled(() => this.once());
    this.kills++;
  }

  end(): Promise<Figures> {
    const { what, kills, rows } = this;
    return Promise.resolve({ what, kills, facts: rows });
  }

  remove(): void {
    this.place?.remove();
    this.loaded.remove();
  }

  private async once(): Promise<boolean> {
    const place = (this.place ??= withoutLists(this.loaded.copy()));
    const doing: Work = { work: this.work, settings: place.settings, seed: this.cuts };
    const { killed } = await startAndKill(doing, this.luck() * reachWithin[this.work]);
    this.rows += await rowsAfterRestart(place, this.due);
    if (!killed || ++this.cuts === cutsOfOnePlace) this.leave(place);
    return killed;
  }

  private leave(place: Place): void {
    place.remove();
    this.place = undefined;
    this.cuts = 0;
  }
}

function withoutLists(place: Place): Place {
  rmSync(join(place.settings.data, 'read-models'), { recursive: true, force: true });
  return place;
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
