// The way through a wait after the referral: segments (WAIT-23) and the elements of help (WAIT-22).
import { refuse } from '../../../kernel/errors.js';
import { requireNotBeforeStart, requireNotRemoved, requireReceived } from './checks.js';
import type { CommandOf } from './commands.js';
import { waitEvents as events, type WaitFact } from './events.js';
import { helpStartedOn, stopsAt } from './pathway-rules.js';
import { runningClock, type Wait } from './state.js';

/** The stop that follows when the last element of help is on record; nothing while one is missing. */
export function helpStop(wait: Wait): readonly WaitFact[] {
  const running = runningClock(wait);
  if (!running || stopsAt(wait.pathway) !== 'help') return [];
  const on = helpStartedOn(wait);
  return on === undefined ? [] : [events.clockStopped.fact(on, { how: 'help-started' })];
}

/** For RTT, the start of treatment is the stop of the clock (WAIT-02). */
export function reach({ on, segment }: CommandOf<'ReachSegment'>, wait: Wait): readonly WaitFact[] {
  requireReceived(wait);
  requireNotRemoved(wait);
  requireNotBeforeStart(wait, on);
  const before = wait.segments[segment];
  if (before) throw refuse('WAIT-23', `The ${segment} is on record already, on ${before.on}.`);
  const reached = events.segmentReached.fact(on, { segment });
  const stops = wait.pathway === 'RTT' && segment === 'treatment' && runningClock(wait) !== undefined;
  return stops ? [reached, events.clockStopped.fact(on, { how: 'first-treatment' })] : [reached];
}

export function recordHelp({ on, element }: CommandOf<'RecordHelpElement'>, wait: Wait): readonly WaitFact[] {
  requireReceived(wait);
  requireNotRemoved(wait);
  requireNotBeforeStart(wait, on);
  if (wait.pathway !== 'MH_CYP')
    throw refuse('WAIT-22', `Elements of help stop the clock of the pathway MH_CYP only, not of ${wait.pathway}.`);
  const before = wait.help[element];
  if (before) throw refuse('WAIT-22', `The first ${element} is on record already, on ${before.on}.`);
  const help = { ...wait.help, [element]: { on, eventId: '' } };
  return [events.helpElementRecorded.fact(on, { element }), ...helpStop({ ...wait, help })];
}
