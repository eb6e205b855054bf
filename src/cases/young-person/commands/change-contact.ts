// Changes a contact of a young person.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { OneLine } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { youngPerson } from '../domain/decide.js';
import { parentalResponsibilities, type ParentalResponsibility } from '../../../engine/person/domain/events.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class ChangedContact extends Dated {
  @ApiProperty({ required: false }) @IsOptional() @OneLine() @IsString() @Length(1, 200) name?: string;
  @ApiProperty({ required: false, example: 'mother' }) @IsOptional() @IsString() @Length(1, 100) relationship?: string;

  @ApiProperty({ required: false, enum: parentalResponsibilities })
  @IsOptional()
  @IsIn(parentalResponsibilities)
  parentalResponsibility?: ParentalResponsibility;

  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 40) phone?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsEmail() @Length(1, 200) email?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 500) address?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsBoolean() mayBeContacted?: boolean;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

export const changeContact = useCase({
  name: 'ChangeContact',
  post: 'api/v1/young-people/:personId/contacts/:contactId/changes',
  section: 'Young people',
  does: 'Change a contact',
  rules: [],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'Whoever works with the family keeps their contacts right (TRN-41).',
  },
  input: ChangedContact,
  uses: [CommandRunner],
  handle: ({ at: { personId, contactId }, details: sent, on, context }, runner) => {
    const details = { ...sent, contactId };

    return runner.run(youngPerson, personId, { type: 'ChangeContact', on, contact: details }, context);
  },
});
