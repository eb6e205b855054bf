// Corrects a date of a fact, with a reason.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { discussWithAdultServices } from '../../../engine/person/domain/events.js';
import { correctableDates } from '../domain/codes.js';
import { consentOfAll } from '../domain/consent.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class CorrectTransitionDateBody extends Dated {
  @ApiProperty({ description: 'Id of the event' }) @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty({ enum: correctableDates }) @IsIn(correctableDates) field: (typeof correctableDates)[number];
  @ApiProperty({ description: 'The date on record now' }) @IsCivilDate() from: CivilDate;
  @ApiProperty() @IsCivilDate() to: CivilDate;
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
}

export const correctTransitionDate = useCase({
  name: 'CorrectTransitionDate',
  post: 'api/v1/transitions/:transitionId/date-corrections',
  section: 'Transitions',
  does: 'Correct a date of a fact; the old one stays in the history',
  rules: ['REC-11', 'TRN-01', 'TRN-44'],
  who: {
    roles: ['system', 'camhs-clinician', 'manager'],
    because: 'Whoever holds the case puts right what is wrong; the correction names its author (REC-11).',
  },
  input: CorrectTransitionDateBody,
  uses: [TransitionCases],
  handle: async ({ at: { transitionId: id }, details, on, context }, cases) => {
    const { state, person } = await cases.read(id);
    const { birthDate } = person;
    const event = state.log.find((one) => one.id === details.correctsEventId);
    const recipients = event?.type === 'InterfaceDiscussed' ? event.data.recipients : [];
    const consents = consentOfAll(person.consents[discussWithAdultServices] ?? [], recipients, details.to);
    return cases.run(id, { type: 'CorrectDate', on, ...details, birthDate, consents }, context);
  },
});
