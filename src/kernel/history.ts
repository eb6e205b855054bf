// The history of one case as it is read: events go in one after the other, and its state is what the facts that stand fold to.
import { effective, mayCorrect } from './corrections.js';
import type { Entries, Folding } from './decider.js';
import type { Fact, Recorded } from './events.js';

export class History<S, F extends Fact = Fact> implements Entries<F> {
  private readonly all: (F & Recorded)[];
  private stands: readonly (F & Recorded)[] | undefined;
  /** Told with a state alone: what comes goes on from it, but there is nothing to fold anew. */
  private readonly lacksFacts: boolean;

  /** `recorded`: what it begins with, folded to `state`. */
  constructor(
    private readonly folding: Folding<S, F>,
    recorded: readonly (F & Recorded)[] = [],
    public state: S = folding.initial,
  ) {
    this.all = [...recorded];
    this.lacksFacts = recorded.length === 0 && state !== folding.initial;
  }

  get recorded(): readonly (F & Recorded)[] {
    return this.all;
  }

  get standing(): readonly (F & Recorded)[] {
    return (this.stands ??= effective(this.all, this.folding.corrects).standing);
  }

  /** What a correction leaves is folded anew; everything else goes on from the state there is. Error: the fold's, or that the facts behind the state are not there; then it was not taken. */
  take(event: F & Recorded): this {
    const { folding } = this;
    if (mayCorrect(event.type, folding.corrects)) {
      const { standing, corrections } = effective([...this.all, event], folding.corrects);
      const correction = corrections.get(event.id);
      if (correction && (correction.withdraws || correction.changes)) {
        if (this.lacksFacts)
          throw new Error(`A history of ${folding.category} needs the facts that its state comes from`);
        const anew = foldStanding(folding, standing);
        this.state = folding.corrected?.(this.state, anew, event) ?? anew;
        this.stands = standing;
        this.all.push(event);
        return this;
      }
    }
    this.state = folding.evolve(this.state, event);
    this.all.push(event);
    this.stands = undefined;
    return this;
  }

  /** Facts between which there is no correction are folded together. Error: as of `take`; then none of these was taken. */
  takeAll(events: Iterable<F & Recorded>): this {
    let together: (F & Recorded)[] = [];
    const fold = () => {
      this.state = evolveAll(this.folding, this.state, together);
      for (const event of together) this.all.push(event);
      if (together.length > 0) this.stands = undefined;
      together = [];
    };
    for (const event of events) {
      if (!mayCorrect(event.type, this.folding.corrects)) together.push(event);
      else {
        fold();
        this.take(event);
      }
    }
    fold();
    return this;
  }

  /** For trying out what would follow. */
  fork(): History<S, F> {
    return new History(this.folding, this.all, this.state);
  }
}

/** What facts, no corrections among them, make of a state. */
export function evolveAll<S, F extends Fact>(folding: Folding<S, F>, from: S, facts: readonly (F & Recorded)[]): S {
  if (folding.evolveAll) return folding.evolveAll(from, facts);
  let state = from;
  for (const fact of facts) state = folding.evolve(state, fact);
  return state;
}

/** Folds what stands: facts alone, no corrections among them. */
export const foldStanding = <S, F extends Fact>(folding: Folding<S, F>, standing: readonly (F & Recorded)[]): S =>
  evolveAll(folding, folding.initial, standing);

/** What a whole history folds to, corrections and all. */
export const stateOf = <S, F extends Fact>(folding: Folding<S, F>, events: Iterable<F & Recorded>): S =>
  new History(folding).takeAll(events).state;

/** The facts that would stand if these were recorded too. */
export const standingAfter = <S, F extends Fact>(
  { corrects }: Folding<S, F>,
  { recorded }: Entries<F>,
  facts: readonly F[],
): readonly (F & Recorded)[] => effective([...recorded, ...notRecorded(facts)], corrects).standing;

/** What they would make of the state: `entries` are what it was folded from. */
export const stateAfter = <S, F extends Fact>(
  folding: Folding<S, F>,
  state: S,
  { recorded }: Entries<F>,
  facts: readonly F[],
): S => new History(folding, recorded, state).takeAll(notRecorded(facts)).state;

const notRecorded = <F extends Fact>(facts: readonly F[]): (F & Recorded)[] =>
  facts.map((fact, at) => ({ ...fact, id: `not-recorded-${at}`, recordedAt: '' }));
