// Refers to a receiving service.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { destinationCodes } from '../domain/destinations.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class ReferOnwardBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) destination: string;
  @ApiProperty({ required: false, description: 'Reference of the letter or form' })
  @IsOptional()
  @IsString()
  @Length(1, 400)
  evidence?: string;
}

export const referOnward = useCase({
  name: 'ReferOnward',
  post: 'api/v1/transitions/:transitionId/referrals',
  section: 'Transitions',
  does: 'Refer to the receiving service',
  rules: ['TRN-33', 'TRN-40', 'TRN-44', 'TRN-50'],
  who: { roles: ['system', 'camhs-clinician'], because: 'CAMHS refers (TRN-33).' },
  input: ReferOnwardBody,
  uses: [TransitionCases],
  handle: async ({ at: { transitionId: id }, details, on, context }, cases) => {
    const consents = await cases.consentsOn(id, on);
    return cases.run(id, { type: 'ReferOnward', on, ...details, consents }, context);
  },
});
