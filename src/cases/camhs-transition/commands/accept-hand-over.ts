// Accepts the hand-over as a whole.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { reportChannels, type ReportChannel } from '../domain/codes.js';
import { destinationCodes } from '../domain/destinations.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { ReceivingSide } from './receiving-side.js';
import { TransitionCases } from './transition-cases.js';

export class AcceptHandOverBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) service: string;
  @ApiProperty({ description: 'Who accepted' }) @IsString() @Length(1, 200) by: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 400) evidence?: string;
  @ApiProperty({
    required: false,
    enum: reportChannels,
    description:
      'How the service told CAMHS; needed where CAMHS records it for a service that has nobody here (TRN-01b)',
  })
  @IsOptional()
  @IsIn(reportChannels)
  channel?: ReportChannel;
}

export const acceptHandOver = useCase({
  name: 'AcceptHandOver',
  post: 'api/v1/transitions/:transitionId/hand-over/accepted',
  section: 'Transitions',
  does: 'Accept the hand-over as a whole',
  rules: ['TRN-01', 'TRN-01b', 'TRN-B3.3'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician'],
    because: 'The receiver acknowledges item by item; CAMHS records it for one that is not here (TRN-01b, TRN-B3.3).',
  },
  input: AcceptHandOverBody,
  uses: [TransitionCases, ReceivingSide],
  handle: ({ at: { transitionId: id }, details, on, context }, cases, receiving) => {
    const recordedBy = receiving.recorderOf(context.actor, details.service);
    return cases.run(id, { type: 'AcceptHandOver', on, ...details, recordedBy }, context);
  },
});
