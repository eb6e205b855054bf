// Kills a process in the middle of its appends: what it acknowledged is there, whole, once, in chains that hold.
import { collect } from '../../src/event-store/contract/samples.js';
import { verifyStreams } from '../../src/event-store/verify-chain.js';
import { hashOf } from '../kit/rows.js';
import type { Figures } from './figures.js';
import { hasAcknowledged, startAndKill } from './kill.js';
import { aPlace, type Kind } from './place.js';

interface Sent {
  /** Hash of each event, by its id. */
  readonly events: ReadonlyMap<string, string>;
  acknowledged: boolean;
}

/** Milliseconds at work at most: an append over a network takes longer. */
const reachWithin = { sqlite: 120, eventstoredb: 700 } as const;

/** So many kills on one store; each process sends again from the first append of which nobody knows how it ended. */
export async function cutAppends(kind: Kind, rounds: number, seed: number, luck: () => number): Promise<Figures> {
  const place = await aPlace(kind);
  const sent = new Map<number, Sent>();
  let kills = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      const from = [...sent].find(([, { acknowledged }]) => !acknowledged)?.[0] ?? sent.size;
      const { lines, killed } = await startAndKill(
        { work: 'append', settings: place.settings, seed, from },
        luck() * reachWithin[kind],
        // Every other one is let live until something was acknowledged, or a slow machine would prove nothing.
        round % 2 === 0 ? hasAcknowledged : undefined,
      );
      if (killed) kills++;
      for (const line of lines) hear(line, sent);
      await prove(place.store(), sent);
    }
    const acknowledged = [...sent.values()].filter((each) => each.acknowledged);
    return {
      what: `append, ${kind}`,
      kills,
      facts: acknowledged.reduce((sum, { events }) => sum + events.size, 0),
      unsure: sent.size - acknowledged.length,
    };
  } finally {
    place.remove();
  }
}

function hear(line: string, sent: Map<number, Sent>): void {
  const [said, number, ...pairs] = line.split(' ');
  const n = Number(number);
  if (said === 'begun' && !sent.has(n))
    sent.set(n, { events: new Map(pairs.map((pair) => pair.split('=') as [string, string])), acknowledged: false });
  const one = sent.get(n);
  if (said === 'acknowledged' && one) one.acknowledged = true;
}

async function prove(store: ReturnType<Awaited<ReturnType<typeof aPlace>>['store']>, sent: ReadonlyMap<number, Sent>) {
  const stored = await collect(store.readAll());
  const { problems } = await verifyStreams(store);
  await store.close();
  expect(problems).toEqual([]);
  const hashes = new Map(stored.map(({ id, stream, data }) => [id, hashOf([stream, id, data])]));
  expect(hashes.size).toBe(stored.length);
  let known = 0;
  for (const { events, acknowledged } of sent.values()) {
    const there = [...events].filter(([id, hash]) => hashes.get(id) === hash).length;
    // All of an append or nothing of it; all when it was acknowledged.
    expect(acknowledged ? [events.size] : [0, events.size]).toContain(there);
    known += there;
  }
  // Nothing is there that nobody sent.
  expect(known).toBe(stored.length);
}
