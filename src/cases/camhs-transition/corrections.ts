// What was recorded wrongly: another date, or taken back, each a new fact with a reason; the corrected one stays in the history (REC-11). None may open a gap (TRN-01).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { discussWithAdultServices } from '../../engine/person/domain/events.js';
import { Dated } from '../../engine/use-cases/dated.js';
import type { Option } from '../../engine/web/forms/question.js';
import { date, pick, reason } from '../../engine/web/forms/questions.js';
import { inWords, words } from '../../engine/web/present/words.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { correctionFacts as events, type Change } from '../../kernel/corrections.js';
import type { Entries } from '../../kernel/decider.js';
import { invalid, notFound, refuse } from '../../kernel/errors.js';
import type { Recorded } from '../../kernel/events.js';
import { foldStanding, standingAfter } from '../../kernel/history.js';
import { correctableDates, type CorrectableDate } from './domain/codes.js';
import { consentOfAll, type ConsentStatus } from './domain/consent.js';
import type { TransitionFact } from './domain/events.js';
import { hasGap, needed, opened } from './domain/guards.js';
import { isLateReferral } from './domain/late-referral.js';
import type { Transition } from './domain/state.js';
import { mayBeDiscussed } from './interface-meeting.js';
import { isArrangedForThePast, isFinalMeetingLate } from './protocol-steps.js';
import type { StandingFact } from './queries/work-view.js';
import { ofCase, transitionForm, type TransitionSubject } from './transition-forms.js';
import { transitionKind } from './domain/transition-kind.js';
import { transitionUseCase } from './transition-use-case.js';

const who = {
  roles: ['system', 'camhs-clinician', 'manager'],
  because: 'Whoever holds the case puts right what is wrong; the correction names its author (REC-11).',
};

export class CorrectTransitionDateBody extends Dated {
  @ApiProperty({ description: 'Id of the event' }) @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty({ enum: correctableDates }) @IsIn(correctableDates) field: CorrectableDate;
  @ApiProperty({ description: 'The date on record now' }) @IsCivilDate() from: CivilDate;
  @ApiProperty() @IsCivilDate() to: CivilDate;
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
}

interface DateCorrection {
  readonly on: CivilDate;
  readonly correctsEventId: string;
  readonly field: CorrectableDate;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly reason: string;
  readonly birthDate: CivilDate;
  /** How consent stood on the corrected day, for whoever was at that meeting. */
  readonly consents: readonly ConsentStatus[];
}

export const correctTransitionDate = transitionUseCase({
  name: 'CorrectTransitionDate',
  asks: 'CorrectDate',
  post: 'api/v1/transitions/:transitionId/date-corrections',
  does: 'Correct a date of a fact; the old one stays in the history',
  rules: ['REC-11', 'TRN-01', 'TRN-44'],
  who,
  input: CorrectTransitionDateBody,
  async command({ at, details, on }, cases) {
    const { entries, person } = await cases.read(at.transitionId);
    const event = entries.standing.find((one) => one.id === details.correctsEventId);
    const recipients = event?.type === 'InterfaceDiscussed' ? event.data.recipients : [];
    const consents = consentOfAll(person.consents[discussWithAdultServices] ?? [], recipients, details.to);
    return { ...details, on, birthDate: person.birthDate, consents };
  },
  decide({ on, correctsEventId, field, from, to, reason, birthDate, consents }: DateCorrection, state, entries) {
    const event = theFact(state, entries, correctsEventId);
    needed(reason, 'reason', 'says why the date is corrected', 'REC-11');
    const there = field === 'occurredOn' ? event.occurredOn : (event.data as Partial<Record<string, unknown>>)[field];
    if (there === undefined) throw invalid('field', 'is not a date of this fact');
    if (there !== from) throw invalid('from', 'is not the date that is on record now');
    if (field === 'occurredOn' && to > on) throw invalid('to', `must not be after ${formatDate(on)}`);
    if (event.type === 'InterfaceDiscussed') mayBeDiscussed(event.data.manner, consents);
    const changes = [{ field, from, to }, ...lateness(event, field, to, birthDate)];
    const correction = events.corrected.fact(on, { correctsEventId, changes, reason });
    requireOrder(standingAfter(transitionKind, entries, [correction]), event, { on, birthDate });
    return noGapAfter(entries, correction);
  },
  forms: [
    transitionForm({
      step: 'correct',
      group: 'case',
      offers: ofCase('Correct a date'),
      title: 'Correct a date',
      lead: 'Every date that is reckoned from it is reckoned anew. The history keeps both, with your name and the reason (REC-11).',
      button: 'Correct the date',
      checkFirst: 'What is due of this case may change by it. Check the date against the note or the letter.',
      recorded: 'The date is corrected. What is due is reckoned from it.',
      questions: (subject) => ({
        wrong: pick<string>({
          label: 'Which date is wrong?',
          options: datesOf(subject),
          none: 'Choose the date that is wrong',
        }),
        to: date({ label: 'What is the right date?', what: 'The right date', mayBeAhead: true }),
        reason: reason({
          label: 'Why is it corrected?',
          hint: 'Kept sealed',
          none: 'Enter why it is corrected (REC-11)',
        }),
      }),
      sends({ wrong, to, reason: why }, subject) {
        const found = datesOf(subject).find(({ value }) => value === wrong);
        const { eventId = '', field = 'occurredOn', on: from = to } = found ?? {};
        const input = { correctsEventId: eventId, field, from, to, reason: why, on: subject.today };
        return { at: { transitionId: subject.view.id }, input };
      },
    }),
  ],
});

export class WithdrawTransitionFactBody extends Dated {
  @ApiProperty({ description: 'Id of the event' }) @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
}

interface Withdrawal {
  readonly on: CivilDate;
  readonly correctsEventId: string;
  readonly reason: string;
}

export const withdrawTransitionFact = transitionUseCase({
  name: 'WithdrawTransitionFact',
  asks: 'WithdrawFact',
  post: 'api/v1/transitions/:transitionId/withdrawals',
  does: 'Take back a fact that was recorded in error; it stays in the history',
  rules: ['REC-11', 'TRN-01'],
  who,
  input: WithdrawTransitionFactBody,
  decide({ on, correctsEventId, reason }: Withdrawal, state, entries) {
    const event = theFact(state, entries, correctsEventId);
    needed(reason, 'reason', 'says why the fact is withdrawn', 'REC-11');
    if (event.type === 'TransitionOpened')
      throw refuse('REC-11', 'The opening of a case is not withdrawn; its dates can be corrected.');
    return noGapAfter(entries, events.withdrawn.fact(on, { correctsEventId, reason }));
  },
  forms: [
    transitionForm({
      step: 'withdraw',
      group: 'case',
      offers: ofCase('Take something back'),
      title: 'Take back what should not have been recorded',
      lead: 'For what never happened, or belongs to somebody else. Where only the date is wrong, correct the date instead. The history keeps it, with your name and the reason (REC-11).',
      button: 'Take it back',
      checkFirst: 'From now on it counts as not recorded: what hangs on it is due again. The history keeps it.',
      recorded: 'It is taken back. What is due is reckoned without it.',
      questions: (subject) => ({
        fact: pick<string>({
          label: 'What is taken back?',
          options: facts(subject),
          none: 'Choose what is taken back',
        }),
        reason: reason({
          label: 'Why should it not have been recorded?',
          hint: 'Kept sealed',
          none: 'Enter why it is taken back (REC-11)',
        }),
      }),
      sends: ({ fact, reason: why }, { view, today }) => ({
        at: { transitionId: view.id },
        input: { correctsEventId: fact, reason: why, on: today },
      }),
    }),
  ],
});

type Standing = TransitionFact & Recorded;

/** What the corrected date makes of a late referral or a late final meeting. */
function lateness(event: Standing, field: CorrectableDate, date: CivilDate, birthDate: CivilDate): Change[] {
  if (event.type === 'TransitionOpened' && field === 'referredOn')
    return [{ field: 'late', from: event.data.late, to: isLateReferral(birthDate, date) }];
  const meeting =
    event.type === 'TransitionStepRecorded' && event.data.fact === 'finalMeeting' && field === 'occurredOn';
  return meeting ? [{ field: 'late', from: event.data.late, to: isFinalMeetingLate(birthDate, date) }] : [];
}

function theFact(state: Transition, { standing }: Entries<TransitionFact>, id: string): Standing {
  opened(state);
  const event = standing.find((one) => one.id === id);
  if (!event) throw notFound('fact of this case that stands', id);
  return event;
}

/** As recording demands it: the referral is not to come, nothing happened before it, no meeting was agreed for a day that had passed, and no item was answered before it was offered. */
function requireOrder(
  facts: readonly (TransitionFact & Recorded)[],
  corrected: Standing,
  { on, birthDate }: Pick<DateCorrection, 'on' | 'birthDate'>,
): void {
  const { referredOn } = facts.find((fact) => fact.type === 'TransitionOpened')?.data ?? {};
  if (referredOn === undefined) return;
  if (referredOn < birthDate) throw invalid('to', 'must not be before the birth', 'REC-11');
  if (referredOn > on) throw invalid('to', `must not be after ${formatDate(on)}`, 'TRN-03');
  // A loaded case is opened on the day of its referral as it was told then: that day follows the referral.
  const days = facts.filter(({ type }) => type !== 'TransitionOpened').map(({ occurredOn }) => occurredOn);
  const first = days.sort()[0];
  if (first !== undefined && first < referredOn)
    throw invalid(
      'to',
      `would put what happened on ${formatDate(first)} before the referral of ${formatDate(referredOn)}`,
      'TRN-03',
    );
  const moved = facts.find(({ id }) => id === corrected.id);
  if (moved?.type === 'TransitionStepRecorded' && isArrangedForThePast(moved.data.arrangedFor, moved.occurredOn))
    throw invalid(
      'to',
      `would have been agreed on ${formatDate(moved.occurredOn)} for a day that had passed`,
      'TRN-B2.6',
    );
  const itemOf = ({ data }: TransitionFact): string | undefined => ('itemId' in data ? data.itemId : undefined);
  const item = itemOf(corrected);
  let offered: CivilDate | undefined;
  for (const fact of item === undefined ? [] : facts.filter((one) => itemOf(one) === item)) {
    if (fact.type === 'HandOverItemOffered') offered = fact.occurredOn;
    else if (offered !== undefined && fact.occurredOn < offered)
      throw invalid(
        'to',
        `would put the answer to the item before ${formatDate(offered)}, when it was offered`,
        'TRN-01',
      );
  }
}

function noGapAfter(entries: Entries<TransitionFact>, correction: TransitionFact): readonly TransitionFact[] {
  if (hasGap(foldStanding(transitionKind, standingAfter(transitionKind, entries, [correction])))) {
    throw refuse(
      'TRN-01',
      'After this correction the case would have been closed to CAMHS before anybody else had the young person.',
      {
        help: 'Withdraw or correct the closure first.',
      },
    );
  }
  return [correction];
}

const nameOf = ({ view }: TransitionSubject, { type, stepId, about }: StandingFact): string => {
  const step = view.stages.flatMap(({ steps }) => steps).find(({ id }) => id === stepId);
  return [words(type), stepId, step?.title, about && inWords(about)].filter(Boolean).join(', ');
};

const happened = ({ dates }: StandingFact): string => {
  const on = dates.find(({ field }) => field === 'occurredOn')?.on;
  return on === undefined ? '' : `${formatDate(on)}: `;
};

const newestFirst = ({ work }: TransitionSubject): StandingFact[] => [...work.facts].reverse();

/** Every date of every fact; the day of the fact itself, or a further one that it carries. */
const datesOf = (subject: TransitionSubject) =>
  newestFirst(subject).flatMap((fact) =>
    fact.dates.map(({ field, on }) => ({
      ...{ eventId: fact.eventId, field, on },
      value: `${field} ${fact.eventId}`,
      text:
        field === 'occurredOn'
          ? `${happened(fact)}${nameOf(subject, fact)}`
          : `${formatDate(on)}: ${inWords(field)} of ${inWords(nameOf(subject, fact))}`,
    })),
  );

/** The opening is not taken back: without it there is no case. */
const facts = (subject: TransitionSubject): Option[] =>
  newestFirst(subject)
    .filter(({ type }) => type !== 'TransitionOpened')
    .map((fact) => ({ value: fact.eventId, text: `${happened(fact)}${nameOf(subject, fact)}` }));
