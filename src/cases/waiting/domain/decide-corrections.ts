// Corrections: a new fact with a reason; what follows from the corrected one follows it (WAIT-44, REC-11).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, notFound, refuse } from '../../../kernel/errors.js';
import { requireReason, requireReceived } from './checks.js';
import type { CommandOf } from './commands.js';
import { waitEvents as events, type WaitEvent, type WaitFact } from './events.js';
import { redated, standing, without } from './evolve.js';
import { logOf, type Log } from './log.js';
import { followersOf, requireOwnFact, startedAfter } from './followers.js';
import { requireOrder } from './order.js';
import { helpStartedOn } from './pathway-rules.js';
import type { Wait } from './state.js';

export function correctDate(command: CommandOf<'CorrectDate'>, wait: Wait): readonly WaitFact[] {
  const { on, correctsEventId, field, to, reason } = command;
  const fact = correctable(wait, correctsEventId, reason);
  const from = field === 'occurredOn' ? fact.occurredOn : appointmentOf(fact);
  if (from === undefined) throw invalid('field', 'is not a date of this fact', 'REC-11');
  if (from === to) return [];
  if (field === 'occurredOn' && to > on) throw invalid('to', 'must not be after the day of the correction', 'WAIT-44');
  if (field === 'appointmentOn' && to < fact.occurredOn)
    throw invalid('to', 'must not be before the day on which it was agreed', 'WAIT-03');
  const moved = [fact, ...(field === 'occurredOn' ? followersOf(logOf(wait), fact) : [])];
  const log = moved.reduce((all, { id }) => redated(all, { correctsEventId: id, field, to }), logOf(wait));
  const facts = moved.map(({ id }) => events.dateCorrected.fact(on, { correctsEventId: id, field, from, to, reason }));
  return [...facts, ...helpFollows(wait, log, on, reason)];
}

export function withdrawFact(
  { on, correctsEventId, reason }: CommandOf<'WithdrawFact'>,
  wait: Wait,
): readonly WaitFact[] {
  const fact = correctable(wait, correctsEventId, reason);
  const gone = [fact, ...followersOf(logOf(wait), fact), ...startedAfter(logOf(wait), fact)];
  const log = without(logOf(wait), ...gone.map(({ id }) => id));
  const facts = gone.map(({ id }) => events.factWithdrawn.fact(on, { correctsEventId: id, reason }));
  return [...facts, ...helpFollows(wait, log, on, reason)];
}

export function correctRemovalReason(
  { on, removalReason: to, reason }: CommandOf<'CorrectRemovalReason'>,
  wait: Wait,
): readonly WaitFact[] {
  requireReceived(wait);
  requireReason(reason, 'WAIT-43');
  const { removed } = wait;
  if (!removed) throw refuse('WAIT-43', 'This wait was not removed from the list.');
  if (to === 'removed-after-validation' && !wait.validated)
    throw refuse('WAIT-43', 'This wait was never validated, so it cannot have been removed after validation.');
  if (removed.reason === to) return [];
  const { eventId: correctsEventId, reason: from } = removed;
  return [events.removalReasonCorrected.fact(on, { correctsEventId, field: 'removalReason', from, to, reason })];
}

function correctable(wait: Wait, id: string, reason: string): WaitEvent {
  requireReceived(wait);
  requireReason(reason, 'REC-11');
  const fact = logOf(wait).find((one) => one.id === id);
  if (!fact) throw notFound('fact of this wait that stands', id);
  requireOwnFact(fact);
  return fact;
}

const appointmentOf = (fact: WaitEvent): CivilDate | undefined =>
  fact.type === 'WaitFirstContactBooked' ? fact.data.appointmentOn : undefined;

/** WAIT-22: help starts on the day of its last element, so the stop moves with them, or is gone when one is missing. */
function helpFollows(wait: Wait, log: Log, on: CivilDate, reason: string): WaitFact[] {
  const next = standing(wait, log);
  const stop = log.find(({ type, data }) => type === 'WaitClockStopped' && data.how === 'help-started');
  const helpOn = helpStartedOn(next);
  if (!stop || stop.occurredOn === helpOn) {
    requireOrder(next);
    return [];
  }
  const { id: correctsEventId, occurredOn: from } = stop;
  if (helpOn === undefined) {
    requireOrder(standing(wait, without(log, stop.id)));
    return [events.factWithdrawn.fact(on, { correctsEventId, reason })];
  }
  const change = { correctsEventId, field: 'occurredOn', to: helpOn } as const;
  requireOrder(standing(wait, redated(log, change)));
  return [events.dateCorrected.fact(on, { ...change, from, reason })];
}
