// Records that a referral was accepted.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { destinationCodes } from '../domain/destinations.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { ReceivingSide } from './receiving-side.js';
import { TransitionCases } from './transition-cases.js';

export class AcceptReferralBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) destination: string;
  @ApiProperty({ description: 'Who accepted' }) @IsString() @Length(1, 200) by: string;
  @ApiProperty({ description: 'Reference of the letter, minute or message' })
  @IsString()
  @Length(1, 400)
  evidence: string;
}

export const acceptReferral = useCase({
  name: 'AcceptReferral',
  post: 'api/v1/transitions/:transitionId/referrals/accepted',
  section: 'Transitions',
  does: 'Record that the receiving service accepted the referral',
  rules: ['TRN-33', 'TRN-50'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician'],
    because:
      'The receiving service answers; CAMHS records the answer of one that is not here, with its evidence (TRN-33, TRN-50).',
  },
  input: AcceptReferralBody,
  uses: [TransitionCases, ReceivingSide],
  handle: ({ at: { transitionId: id }, details, on, context }, cases, receiving) => {
    receiving.recorderOf(context.actor, details.destination);
    return cases.run(id, { type: 'AcceptReferral', on, ...details }, context);
  },
});
