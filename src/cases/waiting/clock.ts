// The clock of a wait: the correction of its start, its stop, a new one, and the segments on the way (WAIT-02, WAIT-23, WAIT-44).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import {
  requireNotBeforeStart,
  requireNotRemoved,
  requireReason,
  requireReceived,
  requireRunningClock,
} from './domain/checks.js';
import { clockStops, segments, type ClockStop, type Segment } from './domain/codes.js';
import { waitEvents as events } from './domain/events.js';
import { helpStartedOn } from './domain/pathway-rules.js';
import { lastRun, runningClock, type Run, type Wait } from './domain/state.js';
import { waitUseCase } from './wait-use-case.js';

export class ClockStartCorrection extends Dated {
  @ApiProperty({ example: '2026-03-02', description: 'The day on which the referral was received' })
  @IsCivilDate()
  to: CivilDate;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

interface StartCorrected {
  readonly on: CivilDate;
  readonly to: CivilDate;
  readonly reason: string;
  readonly author: string;
}

export const correctClockStart = waitUseCase({
  name: 'CorrectClockStart',
  asks: 'CorrectClockStart',
  post: 'api/v1/waits/:id/clock-start-corrections',
  does: 'Correct the start of the clock',
  rules: ['WAIT-01', 'WAIT-44'],
  input: ClockStartCorrection,
  command: ({ details, on, context }) => ({ ...details, on, author: context.actor.id }),
  /** WAIT-44: never a silent new date. What was known before stays reportable beside it. */
  decide({ on, to, reason, author }: StartCorrected, wait) {
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
  },
  noForm: missing,
});

/** Everything dated of this clock, which its start cannot come after. */
function happened({ firstContact, removed, segments, help, contacts }: Wait, run: Run): CivilDate[] {
  const updates = run.startedBy === 'referral' ? contacts.flat() : [];
  const all = [run.end, firstContact, removed, ...Object.values(segments), ...Object.values(help), ...updates];
  return all.flatMap((each) => each?.on ?? []);
}

export class StopOfClock extends Dated {
  @ApiProperty({ enum: clockStops }) @IsIn(clockStops) how: ClockStop;
}

const rttOnly: readonly ClockStop[] = ['active-monitoring', 'returned-to-primary-care'];

export const stopClock = waitUseCase({
  name: 'StopClock',
  asks: 'StopClock',
  post: 'api/v1/waits/:id/clock-stops',
  does: 'Stop the clock',
  rules: ['WAIT-02', 'WAIT-04', 'WAIT-07', 'WAIT-22'],
  input: StopOfClock,
  decide({ on, how }: { readonly on: CivilDate; readonly how: ClockStop }, wait) {
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
        { help: 'Record each of them on its own day; the clock stops by itself on the last.' },
      );
    }
    const stopped = events.clockStopped.fact(on, { how });
    const treated = how === 'first-treatment' && !wait.segments.treatment;
    return treated ? [events.segmentReached.fact(on, { segment: 'treatment' }), stopped] : [stopped];
  },
  noForm: missing,
});

export const startNewClock = waitUseCase({
  name: 'StartNewClock',
  asks: 'StartNewClock',
  post: 'api/v1/waits/:id/clock-starts',
  does: 'Start a new clock after active monitoring',
  rules: ['WAIT-02'],
  input: Dated,
  /** WAIT-02: a later decision to treat after active monitoring starts a new clock at zero. */
  decide({ on }: { readonly on: CivilDate }, wait) {
    requireReceived(wait);
    requireNotRemoved(wait);
    const end = lastRun(wait)?.end;
    if (end?.how !== 'active-monitoring')
      throw refuse('WAIT-02', 'A new clock starts only with a decision to treat after active monitoring.');
    if (on < end.on) throw invalid('on', `must not be before active monitoring began (${end.on})`, 'WAIT-02');
    return [events.clockStarted.fact(on, { why: 'decision-to-treat' })];
  },
  noForm: missing,
});

export class SegmentReached extends Dated {
  @ApiProperty({ enum: segments }) @IsIn(segments) segment: Segment;
}

export const reachSegment = waitUseCase({
  name: 'ReachSegment',
  asks: 'ReachSegment',
  post: 'api/v1/waits/:id/segments',
  does: 'Record assessment, diagnosis, treatment or allocation',
  rules: ['WAIT-02', 'WAIT-23', 'WAIT-30'],
  input: SegmentReached,
  /** For RTT, the start of treatment is the stop of the clock (WAIT-02). */
  decide({ on, segment }: { readonly on: CivilDate; readonly segment: Segment }, wait) {
    requireReceived(wait);
    requireNotRemoved(wait);
    requireNotBeforeStart(wait, on);
    const before = wait.segments[segment];
    if (before) throw refuse('WAIT-23', `The ${segment} is on record already, on ${before.on}.`);
    const reached = events.segmentReached.fact(on, { segment });
    const stops = wait.pathway === 'RTT' && segment === 'treatment' && runningClock(wait) !== undefined;
    return stops ? [reached, events.clockStopped.fact(on, { how: 'first-treatment' })] : [reached];
  },
  noForm: missing,
});
