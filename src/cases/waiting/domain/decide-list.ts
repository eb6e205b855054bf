// The list: who leaves it and why (WAIT-43), who comes back, who is still waiting, who is more worried than before.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { OnwardError, refuse } from '../../../kernel/errors.js';
import { requireNotBeforeStart, requireNotRemoved, requireReason, requireReceived } from './checks.js';
import type { CommandOf } from './commands.js';
import { waitEvents as events, type WaitFact } from './events.js';
import { isOnList, lastRun, type Wait } from './state.js';

export function remove({ on, reason, note, diedOn }: CommandOf<'Remove'>, wait: Wait): readonly WaitFact[] {
  requireReceived(wait);
  requireNotRemoved(wait);
  requireNotBeforeStart(wait, on);
  if (!reason) throw refuse('WAIT-43', 'Nobody leaves the list without a reason.');
  if (reason === 'removed-after-validation' && !wait.validated) {
    throw refuse('WAIT-43', 'This wait was never validated, so it cannot be removed after validation.', {
      help: 'Record the validation and its outcome first.',
    });
  }
  if (reason === 'died' && diedOn !== undefined) requireDeath(on, diedOn);
  return [events.removedFromList.fact(on, { reason, note })];
}

/** One truth about a death, on the person's own record: every other list and letter rests on it. */
function requireDeath(on: CivilDate, diedOn: CivilDate | 'not-on-record'): void {
  if (diedOn === 'not-on-record')
    throw refuse('WAIT-43', 'No death is on record for this young person.', {
      help: 'Record it on their own record first: then no list and no letter asks for them any more.',
    });
  if (on !== diedOn)
    throw refuse('WAIT-43', 'The wait ended on the day of the death that is on record, not on another.', {
      help: 'Leave the day out, or correct the day of the death.',
    });
}

/** Undoes what ended the wait, one thing at a time: the removal, then the stop and the contact that brought it about. */
export function reinstate({ on, reason }: CommandOf<'Reinstate'>, wait: Wait): readonly WaitFact[] {
  requireReceived(wait);
  requireReason(reason, 'WAIT-43');
  if (wait.removed) return [events.reinstated.fact(on, { undone: 'removal', reason })];
  const end = lastRun(wait)?.end;
  if (!end) throw refuse('WAIT-43', 'This wait is on the list and its clock is running.');
  const undone = events.reinstated.fact(on, { undone: 'clock-stop', reason });
  const byContact = end.how === 'first-contact' || (end.how === 'help-started' && wait.firstContact?.on === end.on);
  return byContact ? [undone, events.reinstated.fact(on, { undone: 'first-contact', reason })] : [undone];
}

export function validate({ on, outcome }: CommandOf<'Validate'>, wait: Wait): readonly WaitFact[] {
  requireOnList(wait);
  requireNotBeforeStart(wait, on);
  return [events.validated.fact(on, { outcome })];
}

/** WAIT-45. After the wait was over there is nothing to wait well for. */
export function recordContact({ on, contact }: CommandOf<'RecordContact'>, wait: Wait): readonly WaitFact[] {
  requireOnList(wait);
  requireNotBeforeStart(wait, on);
  return [events.waitingWellContact.fact(on, contact)];
}

/** WAIT-47: who is seen first changes, the clock does not. */
export function escalate({ on, urgency, concern }: CommandOf<'Escalate'>, wait: Wait): readonly WaitFact[] {
  requireOnList(wait);
  requireNotBeforeStart(wait, on);
  requireReason(concern, 'WAIT-47', 'concern');
  return [events.escalated.fact(on, { urgency, concern })];
}

function requireOnList(wait: Wait): void {
  requireReceived(wait);
  requireNotRemoved(wait);
  if (isOnList(wait)) return;
  throw new OnwardError('refused-by-rule', {
    rule: 'WAIT-43',
    detail: `This wait was over on ${lastRun(wait)?.end?.on ?? 'an earlier day'}.`,
    help: 'If that was an error, put it back on the list first.',
  });
}
