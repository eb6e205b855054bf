// Records a promised contact that did not happen.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { contactKinds, missedBy } from '../domain/codes.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class MissPromisedContactBody extends Dated {
  @ApiProperty({ enum: contactKinds }) @IsIn(contactKinds) kind: (typeof contactKinds)[number];
  @ApiProperty({ description: 'The service or role that was to make it' }) @IsString() @Length(1, 60) by: string;
  @ApiProperty({ enum: missedBy }) @IsIn(missedBy) missedBy: (typeof missedBy)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

export const missPromisedContact = useCase({
  name: 'MissPromisedContact',
  post: 'api/v1/transitions/:transitionId/promised-contacts/missed',
  section: 'Transitions',
  does: 'Record that a promised contact did not happen',
  rules: ['TRN-08'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician'],
    because: 'The services that promised the contact record it (TRN-08).',
  },
  input: MissPromisedContactBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.runForPromiser(id, { type: 'MissPromisedContact', on, ...details }, context),
});
