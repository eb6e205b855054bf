// Kills a load again and again: what was recorded stays, and the load that comes through ends like one that never was cut.
import type { Journal } from '../../src/store/journal.js';
import { verifyStreams } from '../../src/store/verify-chain.js';
import { hashOf } from '../kit/rows.js';
import type { Figures } from './figures.js';
import { startAndKill } from './kill.js';
import { aPlace, type Kind, type Place } from './place.js';
import type { Cutting } from './take-turns.js';
import { untilKilled } from './until-killed.js';

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const killsOfOneLoad = 4;

interface Broken {
  readonly place: Place;
  readonly before: Set<string>;
  kills: number;
}

/** What a load says that never was cut, and how long it took. */
interface Due {
  readonly said: string;
  readonly lasted: number;
}

export class CutLoads implements Cutting {
  private broken: Broken | undefined;
  private kills = 0;
  private facts = 0;

  private constructor(
    private readonly what: string,
    private readonly kind: Kind,
    private readonly path: string,
    private readonly luck: () => number,
    private readonly due: Due,
  ) {}

  static async begin(what: string, kind: Kind, path: string, luck: () => number): Promise<CutLoads> {
    const whole = await aPlace(kind);
    try {
      const { lasted } = await startAndKill({ work: 'load', settings: whole.settings, seed: 0, path });
      return new CutLoads(what, kind, path, luck, { said: hashOf(await saidIn(whole)), lasted });
    } finally {
      whole.remove();
    }
  }

  async cut(): Promise<void> {
    const broken = (this.broken ??= { place: await aPlace(this.kind), before: new Set(), kills: 0 });
    await untilKilled((round) => this.once(broken, round));
    this.kills++;
    if (++broken.kills === killsOfOneLoad) await this.repeat(broken);
  }

  async end(): Promise<Figures> {
    if (this.broken) await this.repeat(this.broken);
    const { what, kills, facts } = this;
    return { what, kills, facts };
  }

  remove(): void {
    this.broken?.place.remove();
  }

  private async once({ place, before }: Broken, seed: number): Promise<boolean> {
    const work = { work: 'load', settings: place.settings, seed, path: this.path } as const;
    const { killed } = await startAndKill(work, this.luck() * this.due.lasted);
    await nothingGone(place, before);
    return killed;
  }

  private async repeat({ place }: Broken): Promise<void> {
    await startAndKill({ work: 'load', settings: place.settings, seed: 99, path: this.path });
    const said = await saidIn(place);
    expect(hashOf(said)).toBe(this.due.said);
    this.facts += said.length;
    place.remove();
    this.broken = undefined;
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
