// Ends a contact of a young person.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { youngPerson } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class EndedContact extends Dated {
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

export const endContact = useCase({
  name: 'EndContact',
  post: 'api/v1/young-people/:personId/contacts/:contactId/end',
  section: 'Young people',
  does: 'End a contact',
  rules: [],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'Whoever works with the family keeps their contacts right (TRN-41).',
  },
  input: EndedContact,
  uses: [CommandRunner],
  handle: ({ at: { personId, contactId }, details: sent, on, context }, runner) => {
    const details = { ...sent, contactId };

    return runner.run(youngPerson, personId, { ...details, type: 'EndContact', on }, context);
  },
});
