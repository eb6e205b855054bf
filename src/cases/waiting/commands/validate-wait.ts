// Records that somebody asked whether the wait is still live.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { validationOutcomes, type ValidationOutcome } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class Validation extends Dated {
  @ApiProperty({ enum: validationOutcomes }) @IsIn(validationOutcomes) outcome: ValidationOutcome;
}

export const validateWait = useCase({
  name: 'ValidateWait',
  post: 'api/v1/waits/:id/validations',
  section: 'Waiting',
  does: 'Record that the wait was checked to be live',
  rules: ['WAIT-31', 'WAIT-43'],
  who: { roles: ['camhs-clinician', 'specialist-nurse', 'manager'], because: 'WAIT-43: the list holds live waits' },
  input: Validation,
  uses: [CommandRunner],
  handle: ({ at: { id }, input: details, today, context }, runner) => {
    const { on = today, outcome } = details;
    return runner.run(wait, id, { type: 'Validate', on, outcome }, context);
  },
});
