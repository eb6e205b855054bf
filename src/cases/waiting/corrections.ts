// Corrections of a wait: a new fact with a reason; what follows from the corrected one follows it (WAIT-44, REC-11).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { correctionFacts as events } from '../../kernel/corrections.js';
import type { Entries } from '../../kernel/decider.js';
import { invalid, notFound, refuse } from '../../kernel/errors.js';
import type { Recorded } from '../../kernel/events.js';
import { foldStanding, standingAfter } from '../../kernel/history.js';
import { requireReason, requireReceived } from './domain/checks.js';
import { correctableDates, removalReasons, type CorrectableDate, type RemovalReason } from './domain/codes.js';
import type { WaitFact } from './domain/events.js';
import { followersOf, requireNoCorrectedStart, requireOwnFact, startedAfter } from './domain/followers.js';
import { requireOrder } from './domain/order.js';
import { helpStartedOn } from './domain/pathway-rules.js';
import type { Wait } from './domain/state.js';
import { waitKind } from './domain/wait-kind.js';
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
  decide({ on, correctsEventId, field, to, reason }: DateCorrected, wait, entries) {
    const fact = correctable(wait, entries, correctsEventId, reason);
    const from = field === 'occurredOn' ? fact.occurredOn : appointmentOf(fact);
    if (from === undefined) throw invalid('field', 'is not a date of this fact', 'REC-11');
    requireNoCorrectedStart(entries.standing, fact);
    if (from === to) return [];
    if (field === 'occurredOn' && to > on)
      throw invalid('to', 'must not be after the day of the correction', 'WAIT-44');
    if (field === 'appointmentOn' && to < fact.occurredOn)
      throw invalid('to', 'must not be before the day on which it was agreed', 'WAIT-03');
    const moved = [fact, ...(field === 'occurredOn' ? followersOf(entries.standing, fact) : [])];
    const facts = moved.map(({ id }) =>
      events.corrected.fact(on, { correctsEventId: id, changes: [{ field, from, to }], reason }),
    );
    return [...facts, ...helpFollows(entries, facts, on, reason)];
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
  decide({ on, correctsEventId, reason }: Withdrawn, wait, entries) {
    const fact = correctable(wait, entries, correctsEventId, reason);
    const { standing } = entries;
    const gone = [fact, ...followersOf(standing, fact), ...startedAfter(standing, fact)];
    const facts = gone.map(({ id }) => events.withdrawn.fact(on, { correctsEventId: id, reason }));
    return [...facts, ...helpFollows(entries, facts, on, reason)];
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
    const { removed } = wait;
    if (!removed) throw refuse('WAIT-43', 'This wait was not removed from the list.');
    requireReason(reason, 'WAIT-43');
    if (to === 'removed-after-validation' && !wait.validated)
      throw refuse('WAIT-43', 'This wait was never validated, so it cannot have been removed after validation.');
    if (removed.reason === to) return [];
    const { eventId: correctsEventId, reason: from } = removed;
    return [events.corrected.fact(on, { correctsEventId, changes: [{ field: 'reason', from, to }], reason })];
  },
  noForm: missing,
});

type Standing = WaitFact & Recorded;

function correctable(wait: Wait, { standing }: Entries<WaitFact>, id: string, reason: string): Standing {
  requireReceived(wait);
  const fact = standing.find((one) => one.id === id);
  if (!fact) throw notFound('fact of this wait that stands', id);
  requireOwnFact(fact);
  requireReason(reason, 'REC-11');
  return fact;
}

const appointmentOf = (fact: Standing): CivilDate | undefined =>
  fact.type === 'WaitFirstContactBooked' ? fact.data.appointmentOn : undefined;

/** WAIT-22: help starts on the day of its last element, so the stop moves with them, or is gone when one is missing. */
function helpFollows(
  entries: Entries<WaitFact>,
  corrections: readonly WaitFact[],
  on: CivilDate,
  reason: string,
): readonly WaitFact[] {
  const standing = standingAfter(waitKind, entries, corrections);
  const wait = foldStanding(waitKind, standing);
  const stop = standing.find(({ type, data }) => type === 'WaitClockStopped' && data.how === 'help-started');
  const to = helpStartedOn(wait);
  if (!stop || stop.occurredOn === to) {
    requireOrder(wait);
    return [];
  }
  const { id: correctsEventId, occurredOn: from } = stop;
  const follows =
    to === undefined
      ? events.withdrawn.fact(on, { correctsEventId, reason })
      : events.corrected.fact(on, { correctsEventId, changes: [{ field: 'occurredOn', from, to }], reason });
  requireOrder(foldStanding(waitKind, standingAfter(waitKind, entries, [...corrections, follows])));
  return [follows];
}
