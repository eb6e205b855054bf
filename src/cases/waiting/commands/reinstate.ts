// Puts a wait back on the list whose end was recorded in error; its clock runs on.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class Reinstatement extends Dated {
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const reinstateWait = useCase({
  name: 'ReinstateWait',
  post: 'api/v1/waits/:id/reinstatements',
  section: 'Waiting',
  does: 'Put a wait back on the list that had been ended in error',
  rules: ['WAIT-43', 'WAIT-44'],
  who: { roles: ['camhs-clinician', 'specialist-nurse', 'manager'], because: 'WAIT-43' },
  input: Reinstatement,
  uses: [CommandRunner],
  handle: ({ at: { id }, input: details, today, context }, runner) => {
    const { on = today, reason } = details;
    return runner.run(wait, id, { type: 'Reinstate', on, reason }, context);
  },
});
