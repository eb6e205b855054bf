// Names the adult link worker or care co-ordinator.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { OneLine } from '../../../engine/api/validation.js';
import { workerRoles } from '../domain/codes.js';
import { destinationCodes } from '../domain/destinations.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class NameAdultWorkerBody extends Dated {
  @ApiProperty({ enum: workerRoles }) @IsIn(workerRoles) role: (typeof workerRoles)[number];
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) service: string;
  @ApiProperty() @OneLine() @IsString() @Length(1, 200) name: string;
}

export const nameAdultWorker = useCase({
  name: 'NameAdultWorker',
  post: 'api/v1/transitions/:transitionId/adult-workers',
  section: 'Transitions',
  does: 'Name the adult link worker or care co-ordinator',
  rules: ['TRN-09'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician'],
    because: 'The receiving service names its workers; either side records the meeting (TRN-09, TRN-25).',
  },
  input: NameAdultWorkerBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.runForService(id, { type: 'NameAdultWorker', on, ...details }, context, () => [details.service]),
});
