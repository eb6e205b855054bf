// Kills a process in the middle of its appends: what it acknowledged is there, whole, once, in chains that hold.
import { collect } from '../../src/store/contract/samples.js';
import { verifyStreams } from '../../src/store/verify-chain.js';
import { hashOf } from '../kit/rows.js';
import { untilKilled } from './until-killed.js';
import type { Figures } from './figures.js';
import { hasAcknowledged, startAndKill } from './kill.js';
import { aPlace, type Kind, type Place } from './place.js';
import type { Cutting } from './take-turns.js';

interface Sent {
  /** Hash of each event, by its id. */
  readonly events: ReadonlyMap<string, string>;
  acknowledged: boolean;
}

/** Milliseconds at work at most: an append over a network takes longer. */
const reachWithin = { sqlite: 120, eventstoredb: 700 } as const;

/** All of a history is proved after each kill, so it begins anew from time to time: proving grew with every kill, beyond all else. */
const killsOfOneHistory = 20;

interface History {
  readonly place: Place;
  readonly seed: number;
  readonly sent: Map<number, Sent>;
  kills: number;
}

/** Each process sends again from the first append of which nobody knows how it ended. */
export class CutAppends implements Cutting {
  private history: History | undefined;
  private histories = 0;
  private kills = 0;
  private facts = 0;
  private unsure = 0;

  constructor(
    private readonly kind: Kind,
    private readonly seed: number,
    private readonly luck: () => number,
  ) {}

  async cut(): Promise<void> {
    const history = (this.history ??= await this.begin());
    await untilKilled((round) => this.once(history, round));
    this.kills++;
    if (++history.kills === killsOfOneHistory) this.leave(history);
  }

  end(): Promise<Figures> {
    if (this.history) this.leave(this.history);
    const { kills, facts, unsure } = this;
    return Promise.resolve({ what: `append, ${this.kind}`, kills, facts, unsure });
  }

  remove(): void {
    this.history?.place.remove();
  }

  private async begin(): Promise<History> {
    return { place: await aPlace(this.kind), seed: this.seed * 1000 + this.histories++, sent: new Map(), kills: 0 };
  }

  private leave({ sent, place }: History): void {
    const acknowledged = [...sent.values()].filter((each) => each.acknowledged);
    this.facts += acknowledged.reduce((sum, { events }) => sum + events.size, 0);
    this.unsure += sent.size - acknowledged.length;
    place.remove();
    this.history = undefined;
  }

  private async once({ sent, place, seed, kills }: History, round: number): Promise<boolean> {
    const from = [...sent].find(([, { acknowledged }]) => !acknowledged)?.[0] ?? sent.size;
    const { lines, killed } = await startAndKill(
      { work: 'append', settings: place.settings, seed, from },
      this.luck() * reachWithin[this.kind],
      // Every other one is let live until something was acknowledged, or a slow machine would prove nothing.
      (kills + round) % 2 === 0 ? hasAcknowledged : undefined,
    );
    for (const line of lines) hear(line, sent);
    await prove(place, sent);
    return killed;
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

async function prove(place: Place, sent: ReadonlyMap<number, Sent>): Promise<void> {
  const store = place.store();
  const stored = await collect(store.readAll());
  const { problems } = await verifyStreams(store);
  await store.close();
  expect(problems).toEqual([]);
  const hashes = new Map(stored.map(({ id, stream, data }) => [id, hashOf([stream, id, data])]));
  expect(hashes.size).toBe(stored.length);
  let known = 0;
  // All of an append or nothing of it; all when it was acknowledged.
  const broken = [...sent].filter(([, { events, acknowledged }]) => {
    const there = [...events].filter(([id, hash]) => hashes.get(id) === hash).length;
    known += there;
    return there !== events.size && (acknowledged || there > 0);
  });
  expect(broken).toEqual([]);
  // Nothing is there that nobody sent.
  expect(known).toBe(stored.length);
}
