// A case as it was: up to a revision, as of a date (when things happened), as known on a date (when we learnt of them).
import { londonDate, type CivilDate } from '../../kernel/calendar/index.js';
import type { Envelope } from '../../store/codec.js';
import type { Journal } from '../../store/journal.js';
import { streamOf } from '../../kernel/decider.js';
import { notFound } from '../../kernel/errors.js';
import { effectiveDays, namedCorrections } from './corrections.js';
import type { Replayable } from './slice.js';

export interface View {
  /** Only events up to this revision. */
  readonly revision?: number;
  /** Only what had happened by the end of this day. A correction that is known was always true: what was withdrawn never happened. */
  readonly asOf?: CivilDate;
  /** Only what had been recorded by the end of this day: late entries and corrections made later are left out. */
  readonly knownOn?: CivilDate;
}

export interface Replayed {
  readonly state: unknown;
  /** The events that the state was folded from, personal fields open. */
  readonly events: readonly Envelope[];
  /** How many events of the stream the view leaves out. */
  readonly leftOut: number;
  /** What happened last in this view, and on which day as it is known there; with a date asked for no correction is. */
  readonly last?: { readonly event: Envelope; readonly on: CivilDate };
}

/** Error: `not-found` when there is no such case. */
export async function replay(journal: Journal, type: Replayable, id: string, view: View = {}): Promise<Replayed> {
  const all: Envelope[] = [];
  for await (const page of journal.read(streamOf(type.category, id))) all.push(...page);
  if (all.length === 0) throw notFound(type.noun, id);
  const known = all.filter(
    (event) =>
      (view.revision === undefined || event.revision <= view.revision) &&
      (view.knownOn === undefined || londonDate(event.recordedAt) <= view.knownOn),
  );
  const { asOf } = view;
  const corrections = new Map([...namedCorrections(known), ...(type.corrections?.(known) ?? [])]);
  const days = effectiveDays(known, corrections);
  const dayOf = (event: Envelope) => days.get(event.id) ?? event.occurredOn;
  const happened = asOf === undefined ? known : known.filter((event) => dayOf(event) <= asOf);
  let state = type.folding.initial;
  for (const event of happened) state = type.folding.evolve(state, event);
  const last = happened.findLast(({ id }) => asOf === undefined || !corrections.has(id));
  const lastOn = last && (asOf === undefined ? last.occurredOn : dayOf(last));
  return {
    state,
    events: happened,
    leftOut: all.length - happened.length,
    last: last && lastOn && { event: last, on: lastOn },
  };
}
