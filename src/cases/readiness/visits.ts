// A visit to the clinic: how much of it alone, how the young person took part, together with whom, and when the next one is (RSG-08, RSG-10, RSG-13).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { adultServiceOptions } from '../../engine/web/forms/listed.js';
import { date, freeText, one, optionalDate, optionsOf, pickOrNone, yesOrNo } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid } from '../../kernel/errors.js';
import { alone, partTaken, type Alone, type PartTaken } from './domain/codes.js';
import { demands } from './domain/demands.js';
import { readinessEvents as events } from './domain/events.js';
import { dayOf, ofProgramme, readinessForm, readinessUseCase, today } from './readiness-use-case.js';

export class ReadinessVisit extends Dated {
  @ApiProperty({ enum: alone, description: 'How much of it without a parent (RSG-08)' }) @IsIn(alone) seenAlone: Alone;
  @ApiProperty({ enum: partTaken, description: 'How the young person took part' }) @IsIn(partTaken) tookPart: PartTaken;
  @ApiProperty({ required: false, description: 'The adult service that saw them together with the clinic (RSG-10)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  jointWith?: string;
  @ApiProperty({ description: 'Ask 3 Questions was used (RSG-13)' }) @IsBoolean() askThreeQuestions: boolean;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() nextOn?: CivilDate;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  note?: string;
}

interface Visited {
  readonly on: CivilDate;
  readonly seenAlone: Alone;
  readonly tookPart: PartTaken;
  readonly jointWith?: string;
  readonly askThreeQuestions?: boolean;
  readonly nextOn?: CivilDate;
  readonly note?: string;
}

export const recordVisit = readinessUseCase({
  name: 'RecordReadinessVisit',
  asks: 'RecordVisit',
  post: 'api/v1/readiness/:programmeId/visits',
  does: 'Record a visit, and how much of it the young person was seen alone',
  rules: ['RSG-08', 'RSG-10', 'RSG-13'],
  input: ReadinessVisit,
  decide({ on, seenAlone, tookPart, jointWith, askThreeQuestions, nextOn, note }: Visited, state) {
    demands.visitRecorded.require(state, { on, nextOn });
    if (seenAlone !== 'none' && tookPart !== 'present')
      throw invalid('seenAlone', 'cannot be, for the young person was not there', 'RSG-08');
    return [events.visitRecorded.fact(on, { seenAlone, tookPart, jointWith, askThreeQuestions, nextOn, note })];
  },
  forms: [
    readinessForm({
      step: 'visit',
      group: 'visits',
      offers: ofProgramme('Record a visit'),
      title: 'A visit',
      lead: 'How much of it the young person was seen alone is followed over the years (RSG-08).',
      button: 'Record the visit',
      recorded: 'The visit is recorded.',
      questions: ({ today: day }) => ({
        on: dayOf('When was it?', 'The day of the visit'),
        seenAlone: one<Alone>({
          label: 'How much of it were they seen without a parent or carer?',
          options: optionsOf(alone),
          none: 'Choose how much of it',
        }),
        tookPart: one<PartTaken>({
          label: 'How did the young person take part?',
          options: optionsOf(partTaken),
          none: 'Choose how they took part',
        }),
        askThreeQuestions: yesOrNo({
          label: 'Were the three questions asked?',
          hint: 'What are my choices? How do I get support to decide? What is good and bad about each?',
          none: 'Choose whether they were asked',
        }),
        jointWith: pickOrNone<string>({
          label: 'Together with an adult service? (optional)',
          options: adultServiceOptions(day),
        }),
        nextOn: optionalDate({
          label: 'When is the next appointment?',
          what: 'The next appointment',
          mayBeAhead: true,
        }),
        note: freeText({ label: 'Note (optional)', hint: 'Kept sealed' }),
      }),
      prefill: today,
      sends: (input, { view }) => ({ at: { programmeId: view.id }, input }),
    }),
  ],
});

export class ReadinessAppointment extends Dated {
  @ApiProperty({ example: '2026-12-14' }) @IsCivilDate() appointmentOn: CivilDate;
}

export const makeAppointment = readinessUseCase({
  name: 'MakeReadinessAppointment',
  asks: 'MakeAppointment',
  post: 'api/v1/readiness/:programmeId/appointments',
  does: 'Say when the next appointment is: the questionnaire of the stage is due then',
  rules: ['RSG-04'],
  input: ReadinessAppointment,
  decide({ on, appointmentOn }: { on: CivilDate; appointmentOn: CivilDate }, state) {
    demands.appointmentMade.require(state, { on, appointmentOn });
    return [events.appointmentMade.fact(on, { appointmentOn })];
  },
  forms: [
    readinessForm({
      step: 'appointment',
      group: 'visits',
      offers: ofProgramme('Say when the next appointment is'),
      title: 'The next appointment',
      lead: 'The questionnaire of the stage, and help that is open, are due then (RSG-04, RSG-07).',
      button: 'Record the appointment',
      recorded: 'The appointment is recorded.',
      questions: () => ({
        on: dayOf('When was it agreed?', 'The day on which it was agreed'),
        appointmentOn: date({ label: 'When is it?', what: 'The day of the appointment', mayBeAhead: true }),
      }),
      prefill: today,
      sends: (input, { view }) => ({ at: { programmeId: view.id }, input }),
    }),
  ],
});
