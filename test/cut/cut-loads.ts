// Kills a load again and again: what was recorded stays, and the load that comes through ends like one that never was cut.
import type { Journal } from '../../src/event-store/journal.js';
import { verifyStreams } from '../../src/event-store/verify-chain.js';
import { hashOf } from '../kit/rows.js';
import type { Figures } from './figures.js';
import { startAndKill } from './kill.js';
import { aPlace, type Kind, type Place } from './place.js';

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export async function cutLoads(kind: Kind, rounds: number, path: string, luck: () => number): Promise<Figures> {
  const whole = await aPlace(kind);
  let kills = 0;
  let facts = 0;
  try {
    const { lasted } = await startAndKill({ work: 'load', settings: whole.settings, seed: 0, path });
    const due = await saidIn(whole);
    while (kills < rounds) {
      const place = await aPlace(kind);
      const before = new Set<string>();
      for (let cut = 0; cut < 4 && kills < rounds; cut++) {
        const work = { work: 'load', settings: place.settings, seed: cut, path } as const;
        if ((await startAndKill(work, luck() * lasted)).killed) kills++;
        await nothingGone(place, before);
      }
      await startAndKill({ work: 'load', settings: place.settings, seed: 99, path });
      const said = await saidIn(place);
      expect(hashOf(said)).toBe(hashOf(due));
      facts += said.length;
      place.remove();
    }
    return { what: `load ${path.endsWith('.xml') ? 'sen2' : 'waiting'}, ${kind}`, kills, facts };
  } finally {
    whole.remove();
  }
}

/** History only grows: every hash that was there after the last kill is there after this one. */
async function nothingGone(place: Place, before: Set<string>): Promise<void> {
  const store = place.store();
  const now = new Set<string>();
  for await (const page of store.readAll()) for (const { hash } of page) now.add(hash);
  expect((await verifyStreams(store)).problems).toEqual([]);
  await store.close();
  expect([...before].filter((hash) => !now.has(hash))).toEqual([]);
  for (const hash of now) before.add(hash);
}

/** Every fact about a person or a case in clear, without ids and moments: those are the load's own. Sorted. */
async function saidIn(place: Place): Promise<string[]> {
  const opened = await place.restart();
  const said = await facts(opened.foundations.journal);
  await opened.close();
  return said.sort();
}

async function facts(journal: Journal): Promise<string[]> {
  const said: string[] = [];
  for await (const page of journal.readAll()) {
    for (const { stream, revision, type, data, occurredOn } of page) {
      const category = stream.slice(0, stream.indexOf('-'));
      // How often a load was begun and what each counted is what the cuts change.
      if (category !== 'load') said.push(JSON.stringify([category, revision, type, occurredOn, data]).replace(ids, ''));
    }
  }
  return said;
}
