// Refers back to the named worker.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { Dated } from '../../../engine/use-cases/dated.js';
import { TransitionCases } from './transition-cases.js';

export class ReferBackToNamedWorkerBody extends Dated {
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
}

export const referBackToNamedWorker = useCase({
  name: 'ReferBackToNamedWorker',
  post: 'api/v1/transitions/:transitionId/referred-back',
  section: 'Transitions',
  does: 'Refer back to the named worker after missed first appointments',
  rules: ['TRN-27'],
  who: { roles: ['system', 'adult-clinician'], because: 'The adult service refers back (TRN-27).' },
  input: ReferBackToNamedWorkerBody,
  uses: [TransitionCases],
  handle: ({ at: { transitionId: id }, details, on, context }, cases) =>
    cases.runForService(id, { type: 'ReferBack', on, ...details }, context),
});
