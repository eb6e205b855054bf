// Records a promised contact that was made.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { contactKinds } from '../domain/codes.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class MakePromisedContactBody extends Dated {
  @ApiProperty({ enum: contactKinds }) @IsIn(contactKinds) kind: (typeof contactKinds)[number];
  @ApiProperty({ description: 'The service or role that made it' }) @IsString() @Length(1, 60) by: string;
}

export const makePromisedContact = useCase({
  name: 'MakePromisedContact',
  post: 'api/v1/transitions/:transitionId/promised-contacts/made',
  section: 'Transitions',
  does: 'Record a contact that the joint plan promised',
  rules: ['TRN-08'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician'],
    because: 'The services that promised the contact record it (TRN-08).',
  },
  input: MakePromisedContactBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.runForPromiser(id, { type: 'MakePromisedContact', on, ...details }, context),
});
