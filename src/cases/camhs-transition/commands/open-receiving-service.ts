// Records that the receiving service opened the case.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { reportChannels, type ReportChannel } from '../domain/codes.js';
import { destinationCodes } from '../domain/destinations.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { ReceivingSide } from './receiving-side.js';
import { TransitionCases } from './transition-cases.js';

export class OpenReceivingServiceBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) service: string;
  @ApiProperty({ description: 'Its own reference' }) @IsString() @Length(1, 200) reference: string;
  @ApiProperty({ required: false, description: 'Who of the service opened it' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  by?: string;
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

export const openReceivingService = useCase({
  name: 'OpenReceivingService',
  post: 'api/v1/transitions/:transitionId/receiving-service/opened',
  section: 'Transitions',
  does: 'Record that the receiving service opened the case',
  rules: ['TRN-01', 'TRN-01b'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician'],
    because:
      'The receiving service opens the case; CAMHS records it only for one that has nobody here, with who said so and what shows it (TRN-01b).',
  },
  input: OpenReceivingServiceBody,
  uses: [TransitionCases, ReceivingSide],
  handle: ({ at: { transitionId: id }, details, on, context }, cases, receiving) => {
    const recordedBy = receiving.recorderOf(context.actor, details.service);
    return cases.run(id, { type: 'OpenReceivingService', on, ...details, recordedBy }, context);
  },
});
