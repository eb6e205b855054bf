// Records that an adult worker has met the young person.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { destinationCodes } from '../domain/destinations.js';
import { servicesConcerned } from '../domain/receiving.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class MeetAdultWorkerBody extends Dated {
  @ApiProperty({ required: false, enum: destinationCodes }) @IsOptional() @IsIn(destinationCodes) service?: string;
  @ApiProperty({ description: 'With CAMHS in the room' }) @IsBoolean() together: boolean;
}

export const meetAdultWorker = useCase({
  name: 'MeetAdultWorker',
  post: 'api/v1/transitions/:transitionId/adult-workers/met',
  section: 'Transitions',
  does: 'Record that an adult worker has met the young person',
  rules: ['TRN-25', 'TRN-B2.2'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician'],
    because: 'The receiving service names its workers; either side records the meeting (TRN-09, TRN-25).',
  },
  input: MeetAdultWorkerBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) => {
    const command = { type: 'MeetAdultWorker', on, ...details } as const;
    const { service } = details;
    return cases.runForService(id, command, context, service === undefined ? servicesConcerned : () => [service]);
  },
});
