// A case as it was: up to a revision, as of a date (when things happened), as known on a date (when we learnt of them).
import type { CivilDate } from '../../kernel/calendar/index.js';
import { viewed, type View } from '../../kernel/corrections.js';
import { streamOf } from '../../kernel/decider.js';
import { notFound } from '../../kernel/errors.js';
import { stateOf } from '../../kernel/history.js';
import type { Envelope } from '../../store/codec.js';
import type { Journal } from '../../store/journal.js';
import type { Replayable } from './slice.js';

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
  const { asOf } = view;
  const { events, corrections, dayOf } = viewed(all, view, type.folding.corrects);
  const last = events.findLast((event) => asOf === undefined || !corrections.has(event.id));
  const lastOn = last && (asOf === undefined ? last.occurredOn : dayOf(last));
  return {
    state: stateOf(type.folding, events),
    events,
    leftOut: all.length - events.length,
    last: last && lastOn && { event: last, on: lastOn },
  };
}
