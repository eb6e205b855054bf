// The clock: its start and the correction of it (WAIT-01, WAIT-44), its stop and a new one (WAIT-02).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, OnwardError, refuse } from '../../../kernel/errors.js';
import {
  requireNotBeforeStart,
  requireNotRemoved,
  requireReason,
  requireReceived,
  requireRunningClock,
} from './checks.js';
import type { ClockStop } from './codes.js';
import type { CommandOf } from './commands.js';
import { waitEvents as events, type WaitFact } from './events.js';
import { helpStartedOn } from './pathway-rules.js';
import { lastRun, type Run, type Wait } from './state.js';

/** The clock starts on the day on which the provider received the referral (WAIT-01). */
export function refer({ on, referral }: CommandOf<'Refer'>, wait: Wait): readonly WaitFact[] {
  if (wait.received)
    throw new OnwardError('already-exists', { detail: 'This referral is on the waiting list already.' });
  return [events.referralReceived.fact(on, referral)];
}

/** WAIT-44: never a silent new date. What was known before stays reportable beside it. */
export function correctStart(
  { on, to, reason, author }: CommandOf<'CorrectClockStart'>,
  wait: Wait,
): readonly WaitFact[] {
  requireReceived(wait);
  requireReason(reason, 'WAIT-44');
  const run = lastRun(wait);
  if (!run || to === run.start) return [];
  if (to > on) throw invalid('to', 'must not be after the day of the correction', 'WAIT-44');
  const firstEvent = happened(wait, run).sort()[0];
  if (firstEvent !== undefined && to > firstEvent) {
    throw refuse(
      'WAIT-44',
      `The clock cannot start after ${firstEvent}, when something of this wait had happened already.`,
    );
  }
  const before = wait.runs[wait.runs.length - 2]?.end?.on;
  if (before !== undefined && to < before) throw refuse('WAIT-44', `The clock before this one ran until ${before}.`);
  return [events.clockStartCorrected.fact(on, { from: run.start, to, reason, author })];
}

/** Everything dated of this clock, which its start cannot come after. */
const happened = ({ firstContact, removed, segments, help }: Wait, run: Run): CivilDate[] =>
  [run.end, firstContact, removed, ...Object.values(segments), ...Object.values(help)].flatMap(
    (each) => each?.on ?? [],
  );

const rttOnly: readonly ClockStop[] = ['active-monitoring', 'returned-to-primary-care'];

export function stop({ on, how }: CommandOf<'StopClock'>, wait: Wait): readonly WaitFact[] {
  requireReceived(wait);
  requireNotRemoved(wait);
  requireRunningClock(wait);
  requireNotBeforeStart(wait, on);
  if (rttOnly.includes(how) && wait.pathway !== 'RTT') {
    throw refuse('WAIT-07', `${how} stops an RTT clock; this wait is on the pathway ${wait.pathway}.`);
  }
  if (how === 'first-treatment' && wait.pathway === 'MH_CYP' && helpStartedOn(wait) === undefined) {
    throw refuse(
      'WAIT-22',
      'This clock stops when help has started: a first contact, a baseline outcome, and a plan or an intervention.',
      {
        help: 'Record each of them on its own day; the clock stops by itself on the last.',
      },
    );
  }
  const stopped = events.clockStopped.fact(on, { how });
  const treated = how === 'first-treatment' && !wait.segments.treatment;
  return treated ? [events.segmentReached.fact(on, { segment: 'treatment' }), stopped] : [stopped];
}

/** WAIT-02: a later decision to treat after active monitoring starts a new clock at zero. */
export function startNew({ on }: CommandOf<'StartNewClock'>, wait: Wait): readonly WaitFact[] {
  requireReceived(wait);
  requireNotRemoved(wait);
  const end = lastRun(wait)?.end;
  if (end?.how !== 'active-monitoring')
    throw refuse('WAIT-02', 'A new clock starts only with a decision to treat after active monitoring.');
  if (on < end.on) throw invalid('on', `must not be before active monitoring began (${end.on})`, 'WAIT-02');
  return [events.clockStarted.fact(on, { why: 'decision-to-treat' })];
}
