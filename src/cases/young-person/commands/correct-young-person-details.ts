// Corrects the details of a young person.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate, OneLine } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import { youngPerson } from '../domain/decide.js';
import { sexes } from '../../../engine/person/domain/events.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class CorrectedDetails extends Dated {
  @ApiProperty({ required: false }) @IsOptional() @OneLine() @IsString() @Length(1, 200) givenName?: string;
  @ApiProperty({ required: false }) @IsOptional() @OneLine() @IsString() @Length(1, 200) familyName?: string;
  @ApiProperty({ required: false, example: '2008-05-15' }) @IsOptional() @IsCivilDate() birthDate?: CivilDate;
  @ApiProperty({ required: false, enum: sexes }) @IsOptional() @IsIn(sexes) sex?: (typeof sexes)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 40) ethnicity?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(2, 12) postcode?: string;
  @ApiProperty({ description: 'Why they were wrong' }) @IsString() @Length(1, 4000) reason: string;
}

export const correctYoungPersonDetails = useCase({
  name: 'CorrectYoungPersonDetails',
  post: 'api/v1/young-people/:personId/details-corrections',
  section: 'Young people',
  does: 'Correct details of a young person',
  rules: ['REC-11'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'Whoever holds the case puts right what is wrong; the correction names its author (REC-11).',
  },
  input: CorrectedDetails,
  uses: [CommandRunner],
  handle: ({ at: { personId }, details, on, context }, runner) =>
    runner.run(youngPerson, personId, { type: 'CorrectDetails', on, details }, context),
});
