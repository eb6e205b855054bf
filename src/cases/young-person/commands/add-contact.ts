// Adds a contact of a young person.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { OneLine } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { idFrom } from '../../../kernel/ids.js';
import { youngPerson } from '../domain/decide.js';
import { parentalResponsibilities, type ParentalResponsibility } from '../../../engine/person/domain/events.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class NewContact extends Dated {
  @ApiProperty() @OneLine() @IsString() @Length(1, 200) name: string;
  @ApiProperty({ example: 'mother' }) @IsString() @Length(1, 100) relationship: string;

  @ApiProperty({ enum: parentalResponsibilities })
  @IsIn(parentalResponsibilities)
  parentalResponsibility: ParentalResponsibility;

  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 40) phone?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsEmail() @Length(1, 200) email?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 500) address?: string;
  @ApiProperty() @IsBoolean() mayBeContacted: boolean;
}

export const addContact = useCase({
  name: 'AddContact',
  post: 'api/v1/young-people/:personId/contacts',
  section: 'Young people',
  does: 'Add a contact',
  rules: ['TRN-41'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'Whoever works with the family keeps their contacts right (TRN-41).',
  },
  input: NewContact,
  uses: [CommandRunner],
  handle: ({ at: { personId }, details, on, context }, runner) => {
    const contact = { ...details, contactId: idFrom(context.commandId, 'contact') };
    return runner.run(youngPerson, personId, { type: 'AddContact', on, contact }, context);
  },
});
