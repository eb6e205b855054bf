// Corrections of a wait: a new fact with a reason; what follows from the corrected one follows it (WAIT-44, REC-11).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, notFound, refuse } from '../../kernel/errors.js';
import { requireReason, requireReceived } from './domain/checks.js';
import { correctableDates, removalReasons, type CorrectableDate, type RemovalReason } from './domain/codes.js';
import { waitEvents as events, type WaitEvent, type WaitFact } from './domain/events.js';
import { redated, standing, without } from './domain/evolve.js';
import { followersOf, requireOwnFact, startedAfter } from './domain/followers.js';
import { logOf, type Log } from './domain/log.js';
import { requireOrder } from './domain/order.js';
import { helpStartedOn } from './domain/pathway-rules.js';
import type { Wait } from './domain/state.js';
import { waitUseCase } from './wait-use-case.js';

export class WaitDateCorrection extends Dated {
  @ApiProperty({ description: 'Id of the event that says so' }) @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty({ enum: correctableDates, required: false, default: 'occurredOn' })
  @IsOptional()
  @IsIn(correctableDates)
  field?: CorrectableDate;
  @ApiProperty({ example: '2026-03-02' }) @IsCivilDate() to: CivilDate;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

/** Any fact but the start of a clock, which has its own correction. */
interface DateCorrected {
  readonly on: CivilDate;
  readonly correctsEventId: string;
  readonly field: CorrectableDate;
  readonly to: CivilDate;
  readonly reason: string;
}

export const correctWaitDate = waitUseCase({
  name: 'CorrectWaitDate',
  asks: 'CorrectDate',
  post: 'api/v1/waits/:id/date-corrections',
  does: 'Correct the day of a fact of this wait; the old one stays in the history',
  rules: ['WAIT-44', 'REC-11'],
  input: WaitDateCorrection,
  command: ({ details: { field = 'occurredOn', ...details }, on }) => ({ ...details, on, field }),
  decide({ on, correctsEventId, field, to, reason }: DateCorrected, wait) {
    const fact = correctable(wait, correctsEventId, reason);
    const from = field === 'occurredOn' ? fact.occurredOn : appointmentOf(fact);
    if (from === undefined) throw invalid('field', 'is not a date of this fact', 'REC-11');
    if (from === to) return [];
    if (field === 'occurredOn' && to > on)
      throw invalid('to', 'must not be after the day of the correction', 'WAIT-44');
    if (field === 'appointmentOn' && to < fact.occurredOn)
      throw invalid('to', 'must not be before the day on which it was agreed', 'WAIT-03');
    const moved = [fact, ...(field === 'occurredOn' ? followersOf(logOf(wait), fact) : [])];
    const log = moved.reduce((all, { id }) => redated(all, { correctsEventId: id, field, to }), logOf(wait));
    const facts = moved.map(({ id }) =>
      events.dateCorrected.fact(on, { correctsEventId: id, field, from, to, reason }),
    );
    return [...facts, ...helpFollows(wait, log, on, reason)];
  },
  noForm: missing,
});

export class WaitFactWithdrawal extends Dated {
  @ApiProperty({ description: 'Id of the event that says so' }) @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

interface Withdrawn {
  readonly on: CivilDate;
  readonly correctsEventId: string;
  readonly reason: string;
}

export const withdrawWaitFact = waitUseCase({
  name: 'WithdrawWaitFact',
  asks: 'WithdrawFact',
  post: 'api/v1/waits/:id/withdrawals',
  does: 'Take back a fact of this wait that was recorded in error; it stays in the history',
  rules: ['WAIT-43', 'WAIT-44', 'REC-11'],
  input: WaitFactWithdrawal,
  decide({ on, correctsEventId, reason }: Withdrawn, wait) {
    const fact = correctable(wait, correctsEventId, reason);
    const gone = [fact, ...followersOf(logOf(wait), fact), ...startedAfter(logOf(wait), fact)];
    const log = without(logOf(wait), ...gone.map(({ id }) => id));
    const facts = gone.map(({ id }) => events.factWithdrawn.fact(on, { correctsEventId: id, reason }));
    return [...facts, ...helpFollows(wait, log, on, reason)];
  },
  noForm: missing,
});

export class RemovalReasonCorrection extends Dated {
  @ApiProperty({ enum: removalReasons }) @IsIn(removalReasons) removalReason: RemovalReason;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

interface ReasonCorrected {
  readonly on: CivilDate;
  readonly removalReason: RemovalReason;
  readonly reason: string;
}

export const correctRemovalReason = waitUseCase({
  name: 'CorrectRemovalReason',
  asks: 'CorrectRemovalReason',
  post: 'api/v1/waits/:id/removal-reason-corrections',
  does: 'Correct why this wait was taken off the list',
  rules: ['WAIT-43', 'WAIT-44'],
  input: RemovalReasonCorrection,
  decide({ on, removalReason: to, reason }: ReasonCorrected, wait) {
    requireReceived(wait);
    requireReason(reason, 'WAIT-43');
    const { removed } = wait;
    if (!removed) throw refuse('WAIT-43', 'This wait was not removed from the list.');
    if (to === 'removed-after-validation' && !wait.validated)
      throw refuse('WAIT-43', 'This wait was never validated, so it cannot have been removed after validation.');
    if (removed.reason === to) return [];
    const { eventId: correctsEventId, reason: from } = removed;
    return [events.removalReasonCorrected.fact(on, { correctsEventId, field: 'removalReason', from, to, reason })];
  },
  noForm: missing,
});

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
