// For a read model that is asked as of other days: beside the state of a case the facts that stand, without what is sealed.
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { CaseKind, Folding } from '../../kernel/decider.js';
import type { Fact, Recorded } from '../../kernel/events.js';
import { evolveAll, foldStanding } from '../../kernel/history.js';

export interface WithFacts<S, F extends Fact = Fact> {
  readonly now: S;
  /** In the order of recording, as they are corrected. */
  readonly facts: readonly (F & Recorded)[];
}

/** Only where lists of many cases are asked as of another day: one case is read from its events as well. */
export function keepingFacts<S, F extends Fact>(kind: CaseKind<S, F>): Folding<WithFacts<S, F>, F> {
  const personal = new Map(Object.values(kind.events).map((one) => [one.type, one.personal]));
  const cleared = ({ id, type, occurredOn, recordedAt, data }: F & Recorded) => {
    const clear = Object.entries(data as object).filter(([name]) => !personal.get(type)?.includes(name));
    return { id, type, occurredOn, recordedAt, data: Object.fromEntries(clear) } as F & Recorded;
  };
  return {
    category: kind.category,
    initial: { now: kind.initial, facts: [] },
    evolve: ({ now, facts }, event) => ({ now: kind.evolve(now, event), facts: [...facts, cleared(event)] }),
    evolveAll: ({ now, facts }, events) => ({
      now: evolveAll(kind, now, events),
      facts: [...facts, ...events.map(cleared)],
    }),
    corrects: kind.corrects,
    corrected: (before, { now, facts }, event) => ({ now: kind.corrected?.(before.now, now, event) ?? now, facts }),
  };
}

/** As it stood at the end of a day: folded from what stands now and had happened by then (REC-24). */
export function asOf<S, F extends Fact>(
  folding: Folding<S, F>,
  kept: WithFacts<S, F>,
  day: CivilDate,
): WithFacts<S, F> {
  const facts = kept.facts.filter(({ occurredOn }) => occurredOn <= day);
  return facts.length === kept.facts.length ? kept : { now: foldStanding(folding, facts), facts };
}
