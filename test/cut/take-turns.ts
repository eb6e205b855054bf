// Kinds of work take turns at being killed, by weight: however short a run is, each is reached.
import type { Figures } from './figures.js';

/** Work of one kind, killed again and again. */
export interface Cutting {
  /** One kill more, and what has to hold after it. */
  cut(): Promise<void>;
  /** Brings to its end what is under way, and tells what was proved. */
  end(): Promise<Figures>;
  remove(): void;
}

export interface KindOfWork {
  readonly what: string;
  /** Of so many kills among those of all kinds. */
  readonly weight: number;
  begin(): Promise<Cutting>;
}

export type Outcome = Figures | { readonly failed: unknown };

export interface Bounds {
  /** Kills in all. */
  readonly rounds: number;
  /** After so many seconds no further turn is begun; 0: no such bound. */
  readonly seconds: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

interface Turns {
  readonly kind: KindOfWork;
  cutting?: Cutting;
  taken: number;
  failed?: unknown;
}

/** How each kind ended. Both bounds hold from when every kind had one turn: a kind that was left out would look as if it had come through. */
export async function takeTurns(
  kinds: readonly KindOfWork[],
  { rounds, seconds, now }: Bounds,
): Promise<ReadonlyMap<string, Outcome>> {
  const all: Turns[] = kinds.map((kind) => ({ kind, taken: 0 }));
  const began = now();
  for (let done = 0; ; done++) {
    const timeIsOver = seconds > 0 && now() - began > seconds * 1000;
    const next = nextOf(all);
    if (!next || (next.taken > 0 && (done >= rounds || timeIsOver))) break;
    await turnOf(next);
  }
  const outcomes = new Map<string, Outcome>();
  for (const each of all) outcomes.set(each.kind.what, await outcomeOf(each));
  return outcomes;
}

/** Whoever had least of what is due to them; a kind that failed has no further turn. */
const nextOf = (all: readonly Turns[]): Turns | undefined =>
  all
    .filter((each) => !('failed' in each))
    .reduce<Turns | undefined>((first, each) => (first && portion(first) <= portion(each) ? first : each), undefined);

const portion = ({ taken, kind }: Turns): number => taken / kind.weight;

async function turnOf(turns: Turns): Promise<void> {
  turns.taken++;
  try {
    turns.cutting ??= await turns.kind.begin();
    await turns.cutting.cut();
  } catch (failed) {
    turns.failed = failed;
  }
}

async function outcomeOf(turns: Turns): Promise<Outcome> {
  try {
    if ('failed' in turns) return { failed: turns.failed };
    if (!turns.cutting) return { failed: new Error('Nothing of it was begun') };
    return await turns.cutting.end();
  } catch (failed) {
    return { failed };
  } finally {
    turns.cutting?.remove();
  }
}
