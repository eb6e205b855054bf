// Moving away, death, what was wrong about either (REC-11), and forgetting a person (REC-12).
import { invalid, OnwardError, refuse } from '../../../kernel/errors.js';
import type { CorrectDeparture, Forget, RecordDeath, RecordMoveAway, WithdrawDeparture } from './command.js';
import type { Departure } from '../../../engine/person/domain/codes.js';
import { youngPersonEvents as events, type YoungPersonFact } from '../../../engine/person/domain/events.js';
import type { StandingDeparture, YoungPerson } from '../../../engine/person/domain/state.js';

export function recordMoveAway({ on, move }: RecordMoveAway, person: YoungPerson): readonly YoungPersonFact[] {
  if (person.movedOn === on) return [];
  return [events.movedAway.fact(on, move)];
}

/** Another date is a correction: it needs its reason, and is dated on the day on which it is made, as every correction. */
export function recordDeath(
  { on, source = 'not-recorded', correctionReason, correctedOn }: RecordDeath,
  person: YoungPerson,
): readonly YoungPersonFact[] {
  if (person.diedOn === on) return [];
  const before = theDeparture(person, 'death');
  if (!before) return [events.died.fact(on, { source })];
  if (!correctionReason?.trim()) {
    throw refuse('REC-11', 'A death is recorded already, for another date.', {
      help: 'To correct the date, say in `correctionReason` why it was wrong.',
    });
  }
  return [events.departureDateCorrected.fact(correctedOn, { ...change(before, on), reason: correctionReason })];
}

export function correctDeparture(
  { on, departure, to, reason }: CorrectDeparture,
  person: YoungPerson,
): readonly YoungPersonFact[] {
  const before = needed(person, departure, reason);
  if (to > on) throw invalid('to', 'must not be after the day of the correction', 'REC-24');
  return before.on === to ? [] : [events.departureDateCorrected.fact(on, { ...change(before, to), reason })];
}

/** It was somebody else, or it is not so: from now on it was never true, and lists and deadlines go on. */
export function withdrawDeparture(
  { on, departure, reason }: WithdrawDeparture,
  person: YoungPerson,
): readonly YoungPersonFact[] {
  const { eventId: correctsEventId } = needed(person, departure, reason);
  return [events.departureWithdrawn.fact(on, { correctsEventId, reason })];
}

export const forget = ({ on, details }: Forget, person: YoungPerson): readonly YoungPersonFact[] =>
  person.forgottenOn === undefined ? [events.forgotten.fact(on, details)] : [];

const theDeparture = ({ departures }: YoungPerson, what: Departure): StandingDeparture | undefined =>
  departures.findLast((one) => one.what === what);

const change = ({ eventId: correctsEventId, on: from }: StandingDeparture, to: StandingDeparture['on']) => ({
  correctsEventId,
  from,
  to,
});

function needed(person: YoungPerson, what: Departure, reason: string): StandingDeparture {
  if (reason.trim() === '') throw invalid('reason', 'must say what was wrong', 'REC-11');
  const there = theDeparture(person, what);
  if (!there) throw new OnwardError('not-found', { detail: `There is no ${what} on record for this person.` });
  return there;
}
