// Corrections: a new fact with a reason; the corrected one stays in the history. None may open a gap (TRN-01).
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, notFound, refuse } from '../../../kernel/errors.js';
import type { CorrectableDate } from './codes.js';
import type { ConsentStatus } from './consent.js';
import { isLateReferral } from './late-referral.js';
import { mayBeDiscussed } from './decide-interface.js';
import { isFinalMeetingLate } from './decide-steps.js';
import { transitionEvents as events, type TransitionEvent } from './events.js';
import { corrected, viewOf, without } from './evolve.js';
import { hasGap, needed, opened } from './guards.js';
import type { Transition } from './state.js';

export type CorrectionCommand =
  | { readonly type: 'WithdrawFact'; readonly on: CivilDate; readonly correctsEventId: string; readonly reason: string }
  | {
      readonly type: 'CorrectDate';
      readonly on: CivilDate;
      readonly correctsEventId: string;
      readonly field: CorrectableDate;
      readonly from: CivilDate;
      readonly to: CivilDate;
      readonly reason: string;
      readonly birthDate: CivilDate;
      /** How consent stood on the corrected day, for whoever was at that meeting. */
      readonly consents: readonly ConsentStatus[];
    };

type Command<T extends CorrectionCommand['type']> = Extract<CorrectionCommand, { type: T }>;

export function withdrawFact({ on, correctsEventId, reason }: Command<'WithdrawFact'>, state: Transition) {
  const event = theFact(state, correctsEventId);
  needed(reason, 'reason', 'says why the fact is withdrawn', 'REC-11');
  if (event.type === 'TransitionOpened')
    throw refuse('REC-11', 'The opening of a case is not withdrawn; its dates can be corrected.');
  noGapAfter(without(state.log, correctsEventId));
  return [events.withdrawn.fact(on, { correctsEventId, reason })];
}

export function correctDate(command: Command<'CorrectDate'>, state: Transition) {
  const { on, correctsEventId, field, from, to, reason, birthDate, consents } = command;
  const event = theFact(state, correctsEventId);
  needed(reason, 'reason', 'says why the date is corrected', 'REC-11');
  const there = field === 'occurredOn' ? event.occurredOn : (event.data as Partial<Record<string, unknown>>)[field];
  if (there === undefined) throw invalid('field', 'is not a date of this fact');
  if (there !== from) throw invalid('from', 'is not the date that is on record now');
  if (field === 'occurredOn' && to > on) throw invalid('to', `must not be after ${formatDate(on)}`);
  if (event.type === 'InterfaceDiscussed') mayBeDiscussed(event.data.manner, consents);
  const late = lateness(event, field, to, birthDate);
  noGapAfter(corrected(state.log, { correctsEventId, field, to, late }));
  return [events.dateCorrected.fact(on, { correctsEventId, field, from, to, late, reason })];
}

function lateness(
  event: TransitionEvent,
  field: CorrectableDate,
  to: CivilDate,
  birthDate: CivilDate,
): boolean | undefined {
  if (event.type === 'TransitionOpened' && field === 'referredOn') return isLateReferral(birthDate, to);
  const meeting =
    event.type === 'TransitionStepRecorded' && event.data.fact === 'finalMeeting' && field === 'occurredOn';
  return meeting ? isFinalMeetingLate(birthDate, to) : undefined;
}

function theFact(state: Transition, id: string): TransitionEvent {
  opened(state);
  const event = state.log.find((one) => one.id === id);
  if (!event) throw notFound('fact of this case that stands', id);
  return event;
}

function noGapAfter(log: Transition['log']): void {
  if (hasGap(viewOf(log))) {
    throw refuse(
      'TRN-01',
      'After this correction the case would have been closed to CAMHS before anybody else had the young person.',
      {
        help: 'Withdraw or correct the closure first.',
      },
    );
  }
}
