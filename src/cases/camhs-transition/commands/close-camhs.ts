// Closes the case to CAMHS, without a gap.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { destinationCodes } from '../domain/destinations.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class CloseCamhsBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) destination: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 200) receivingParty?: string;
  @ApiProperty({ required: false, description: 'What shows that the receiving service has accepted' })
  @IsOptional()
  @IsString()
  @Length(1, 400)
  acceptanceEvidence?: string;
}

export const closeCamhs = useCase({
  name: 'CloseCamhs',
  post: 'api/v1/transitions/:transitionId/closure',
  section: 'Transitions',
  does: 'Close the case to CAMHS',
  rules: ['TRN-01', 'TRN-50'],
  who: { roles: ['system', 'camhs-clinician'], because: 'Only CAMHS closes to CAMHS (TRN-01).' },
  input: CloseCamhsBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.run(id, { type: 'CloseCamhs', on, ...details }, context),
});
