// The first contact: agreed, attended or missed, and what that does to the clock.
import { invalid, refuse } from '../../../kernel/errors.js';
import { requireNotBeforeStart, requireNotRemoved, requireReceived, requireRunningClock } from './checks.js';
import type { CommandOf } from './commands.js';
import { helpStop } from './decide-help.js';
import { waitEvents as events, type WaitFact } from './events.js';
import { stopsAt } from './pathway-rules.js';
import { lastRun, runningClock, type Wait } from './state.js';

function requireNotAttended({ firstContact }: Wait): void {
  if (firstContact) throw refuse('WAIT-31', `The first contact was attended on ${firstContact.on} already.`);
}

/** WAIT-03: where a missed first appointment had nullified the clock, agreeing a new date starts a new one. */
export function book({ on, appointmentOn }: CommandOf<'BookFirstContact'>, wait: Wait): readonly WaitFact[] {
  requireReceived(wait);
  requireNotRemoved(wait);
  requireNotAttended(wait);
  const nullified = lastRun(wait)?.end?.how === 'nullified' ? lastRun(wait)?.end : undefined;
  if (!nullified) requireRunningClock(wait);
  if (nullified && on < nullified.on)
    throw invalid('on', `must not be before the missed appointment (${nullified.on})`, 'WAIT-03');
  requireNotBeforeStart(wait, on);
  if (appointmentOn < on)
    throw invalid('appointmentOn', 'must not be before the day on which it was agreed', 'WAIT-03');
  const booked = events.firstContactBooked.fact(on, { appointmentOn });
  return nullified ? [events.clockStarted.fact(on, { why: 'new-date-agreed' }), booked] : [booked];
}

export function attend({ on, mode }: CommandOf<'AttendFirstContact'>, wait: Wait): readonly WaitFact[] {
  requireReceived(wait);
  requireNotRemoved(wait);
  requireNotAttended(wait);
  requireNotBeforeStart(wait, on);
  // A contact after the clock was stopped is a fact too; between two clocks the agreed date must come first.
  const running = lastRun(wait)?.end?.how === 'nullified' ? requireRunningClock(wait) : runningClock(wait);
  const attended = events.firstContactAttended.fact(on, { mode });
  if (!running) return [attended];
  if (stopsAt(wait.pathway) === 'first-contact')
    return [attended, events.clockStopped.fact(on, { how: 'first-contact' })];
  return [attended, ...helpStop({ ...wait, firstContact: { on, eventId: '' } })];
}

/**
 * WAIT-03: missing the first appointment after the referral nullifies an RTT clock if the date was clearly communicated and the
 * young person chose not to come. A child who was not brought made no choice, and later misses leave the clock running.
 */
export function miss({ on, why, clearlyCommunicated }: CommandOf<'MissFirstContact'>, wait: Wait): readonly WaitFact[] {
  requireReceived(wait);
  requireNotRemoved(wait);
  requireNotAttended(wait);
  requireNotBeforeStart(wait, on);
  const running = requireRunningClock(wait);
  const missed = events.firstContactMissed.fact(on, { why, clearlyCommunicated });
  const byChoice = why === 'did-not-attend' && clearlyCommunicated;
  const first = wait.missed === 0 && running.startedBy === 'referral';
  const nullifies = wait.pathway === 'RTT' && byChoice && first;
  return nullifies ? [missed, events.clockNullified.fact(on, { clockStart: running.start })] : [missed];
}
