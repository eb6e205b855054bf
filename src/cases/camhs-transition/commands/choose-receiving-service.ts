// Chooses the service that is to take over.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { destinationCodes } from '../domain/destinations.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class ChooseReceivingServiceBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) destination: string;
}

export const chooseReceivingService = useCase({
  name: 'ChooseReceivingService',
  post: 'api/v1/transitions/:transitionId/receiving-service',
  section: 'Transitions',
  does: 'Choose the service that is to take over',
  rules: ['TRN-50'],
  who: {
    roles: ['system', 'camhs-clinician'],
    because: 'Chosen with the young person by those who lead the care (TRN-50).',
  },
  input: ChooseReceivingServiceBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.run(id, { type: 'ChooseReceivingService', on, ...details }, context),
});
