// Corrections: a new fact with a reason. What it corrects stays in the history.
import { invalid } from '../../../kernel/errors.js';
import type { Of } from './commands.js';
import { missing, requireText } from './plan-in-force.js';
import { entriesOf, fieldOf } from './entries.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import type { Plan } from './state.js';

export function correctDate(command: Of<'CorrectDate'>, plan: Plan): EhcFact[] {
  const { on, correctsEventId, to, reason } = command;
  // The history calls the date of the event itself occurredOn.
  const field = command.field === 'occurredOn' ? 'on' : command.field;
  const entry = entriesOf(plan).find((each) => each.eventId === correctsEventId && fieldOf(each) === field);
  if (!entry) throw missing('dated fact of this plan');
  requireText('reason', reason, 'REC-24');
  if (entry.on === to) return [];
  // A further date may lie ahead (a meeting that is arranged); the day on which something happened may not.
  if (field === 'on' && to > on) throw invalid('to', 'must not lie in the future');
  return [events.dateCorrected.fact(on, { correctsEventId, field, from: entry.on, to, reason })];
}

export function withdrawFact({ on, eventId, reason }: Of<'WithdrawFact'>, plan: Plan): EhcFact[] {
  if (!entriesOf(plan).some((each) => each.eventId === eventId)) throw missing('fact of this plan');
  requireText('reason', reason, 'REC-24');
  return [events.factWithdrawn.fact(on, { eventId, reason })];
}
