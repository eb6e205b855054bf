// What was recorded wrongly: another date, or taken back, each a new fact with a reason; the corrected one stays in the history (REC-11).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import type { Option } from '../../engine/web/forms/question.js';
import { date, pick, reason } from '../../engine/web/forms/questions.js';
import { inWords, words } from '../../engine/web/present/words.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { correctionFacts as events } from '../../kernel/corrections.js';
import type { Entries } from '../../kernel/decider.js';
import { invalid, notFound, refuse } from '../../kernel/errors.js';
import type { Recorded } from '../../kernel/events.js';
import { requireStarted, requireWords } from './domain/checks.js';
import { correctableDates, type CorrectableDate } from './domain/codes.js';
import type { AboutPerson } from './domain/demands.js';
import type { ReadinessFact } from './domain/events.js';
import { readinessKind } from './domain/readiness-kind.js';
import type { Programme } from './domain/state.js';
import { alreadyRuns, runsBeside } from './programmes-beside.js';
import {
  aboutPersonOf,
  clinic,
  ofProgramme,
  readinessForm,
  readinessUseCase,
  type ReadinessSubject,
} from './readiness-use-case.js';
import { requireSound } from './sound.js';

const who = {
  roles: [...clinic, 'manager'],
  because: 'Whoever runs the programme puts right what is wrong; the correction names its author (REC-11).',
};

export class ReadinessDateCorrection extends Dated {
  @ApiProperty({ description: 'Id of the event' }) @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty({ enum: correctableDates }) @IsIn(correctableDates) field: CorrectableDate;
  @ApiProperty() @IsCivilDate() to: CivilDate;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

interface Corrected extends AboutPerson {
  readonly on: CivilDate;
  readonly correctsEventId: string;
  readonly field: CorrectableDate;
  readonly to: CivilDate;
  readonly reason: string;
}

export const correctReadinessDate = readinessUseCase({
  name: 'CorrectReadinessDate',
  asks: 'CorrectDate',
  post: 'api/v1/readiness/:programmeId/date-corrections',
  does: 'Correct a date of a fact; the old one stays in the history',
  rules: ['REC-11'],
  who,
  input: ReadinessDateCorrection,
  async command({ at, details, on }, { journal }): Promise<Corrected> {
    return { on, ...details, ...(await aboutPersonOf(journal, at.programmeId, details.to)) };
  },
  decide({ on, correctsEventId, field, to, reason: why, ...person }: Corrected, state, entries) {
    const fact = theFact(state, entries, correctsEventId);
    requireWords(why, 'reason', 'REC-11');
    const from = field === 'occurredOn' ? fact.occurredOn : (fact.data as Partial<Record<string, unknown>>)[field];
    if (typeof from !== 'string') throw invalid('field', 'is not a date of this fact', 'REC-11');
    if (from === to) return [];
    if (field === 'occurredOn' && to > on) throw invalid('to', `must not be after ${formatDate(on)}`, 'REC-24');
    const correction = events.corrected.fact(on, {
      ...{ correctsEventId, reason: why },
      changes: [{ field, from, to }],
    });
    requireSound(entries, correction, person);
    return [correction];
  },
  forms: [
    readinessForm({
      step: 'correct',
      group: 'record',
      offers: ofProgramme('Correct a date'),
      title: 'Correct a date',
      lead: 'What is due is reckoned anew. The history keeps both, with your name and the reason (REC-11).',
      button: 'Correct the date',
      checkFirst: 'What is due may change by it. Check the date against the note.',
      recorded: 'The date is corrected. What is due is reckoned from it.',
      questions: (subject) => ({
        wrong: pick<string>({ label: 'Which date is wrong?', options: datesOf(subject), none: 'Choose the date' }),
        to: date({ label: 'What is the right date?', what: 'The right date', mayBeAhead: true }),
        reason: reason({
          label: 'Why is it corrected?',
          hint: 'Kept sealed',
          none: 'Enter why it is corrected (REC-11)',
        }),
      }),
      sends({ wrong, to, reason: why }, subject) {
        const [field = 'occurredOn', correctsEventId = ''] = wrong.split(' ');
        const input = { correctsEventId, field: field as CorrectableDate, to, reason: why, on: subject.today };
        return { at: { programmeId: subject.view.id }, input };
      },
    }),
  ],
});

export class ReadinessFactWithdrawal extends Dated {
  @ApiProperty({ description: 'Id of the event' }) @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

interface Withdrawn extends AboutPerson {
  /** Another programme of this clinic runs. */
  readonly beside?: boolean;
  readonly on: CivilDate;
  readonly correctsEventId: string;
  readonly reason: string;
}

export const withdrawReadinessFact = readinessUseCase({
  name: 'WithdrawReadinessFact',
  asks: 'WithdrawFact',
  post: 'api/v1/readiness/:programmeId/withdrawals',
  does: 'Take back a fact that was recorded in error; it stays in the history',
  rules: ['REC-11'],
  who,
  input: ReadinessFactWithdrawal,
  async command({ at: { programmeId: id }, details, on }, { journal }, { db }): Promise<Withdrawn> {
    const person = await aboutPersonOf(journal, id, on);
    const { state } = await journal.load(readinessKind, id);
    return { on, ...details, ...person, beside: await runsBeside(journal, db, id, requireStarted(state)) };
  },
  decide({ on, correctsEventId, reason: why, beside, ...person }: Withdrawn, state, entries) {
    const fact = theFact(state, entries, correctsEventId);
    requireWords(why, 'reason', 'REC-11');
    if (fact.type === 'ReadinessProgrammeStarted')
      throw refuse('REC-11', 'The start of a programme is not taken back; its date can be corrected.', {
        help: 'Started for the wrong young person, it is ended as recorded in error.',
      });
    if (fact.type === 'ReadinessProgrammeEnded' && beside === true) throw alreadyRuns();
    const correction = events.withdrawn.fact(on, { correctsEventId, reason: why });
    requireSound(entries, correction, person);
    return [correction];
  },
  forms: [
    readinessForm({
      step: 'withdraw',
      group: 'record',
      offers: ofProgramme('Take something back'),
      title: 'Take back what should not have been recorded',
      lead: 'For what never happened, or belongs to somebody else. Where only the date is wrong, correct the date instead (REC-11).',
      button: 'Take it back',
      checkFirst: 'From now on it counts as not recorded. The history keeps it.',
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
      sends: ({ fact, reason: why }, { view, today: on }) => ({
        at: { programmeId: view.id },
        input: { correctsEventId: fact, reason: why, on },
      }),
    }),
  ],
});

function theFact(state: Programme, { standing }: Entries<ReadinessFact>, id: string): ReadinessFact & Recorded {
  requireStarted(state);
  const fact = standing.find((one) => one.id === id);
  if (!fact) throw notFound('fact of this programme that stands', id);
  return fact;
}

/** Each by its field and event. */
const datesOf = ({ view }: ReadinessSubject): Option[] =>
  view.facts.flatMap(({ eventId, type, dates }) =>
    dates.map(({ field, on }) => ({
      value: `${field} ${eventId}`,
      text: `${formatDate(on as CivilDate)}: ${field === 'occurredOn' ? words(type) : `${inWords(field)} of ${inWords(type)}`}`,
    })),
  );

/** The start is not taken back: without it there is no programme. */
const facts = ({ view }: ReadinessSubject): Option[] =>
  view.facts
    .filter(({ type }) => type !== 'ReadinessProgrammeStarted')
    .map(({ eventId, type, dates }) => ({
      value: eventId,
      text: `${formatDate((dates.find(({ field }) => field === 'occurredOn')?.on ?? view.startedOn) as CivilDate)}: ${words(type)}`,
    }));
