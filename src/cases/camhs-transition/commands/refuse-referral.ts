// Records that a referral was refused.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { destinationCodes } from '../domain/destinations.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { ReceivingSide } from './receiving-side.js';
import { TransitionCases } from './transition-cases.js';

export class RefuseReferralBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) destination: string;
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
  @ApiProperty({ required: false, enum: destinationCodes }) @IsOptional() @IsIn(destinationCodes) fallback?: string;
}

export const refuseReferral = useCase({
  name: 'RefuseReferral',
  post: 'api/v1/transitions/:transitionId/referrals/refused',
  section: 'Transitions',
  does: 'Record that the receiving service refused, and where to turn now',
  rules: ['TRN-33'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician'],
    because:
      'The receiving service answers; CAMHS records the answer of one that is not here, with its evidence (TRN-33, TRN-50).',
  },
  input: RefuseReferralBody,
  uses: [TransitionCases, ReceivingSide],
  handle: ({ at: { transitionId: id }, details, on, context }, cases, receiving) => {
    receiving.mayRefuse(context.actor, details.destination);
    return cases.run(id, { type: 'RefuseReferral', on, ...details }, context);
  },
});
