// Stops the clock in one of the ways that stop it.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { clockStops, type ClockStop } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class StopOfClock extends Dated {
  @ApiProperty({ enum: clockStops }) @IsIn(clockStops) how: ClockStop;
}

export const stopClock = useCase({
  name: 'StopClock',
  post: 'api/v1/waits/:id/clock-stops',
  section: 'Waiting',
  does: 'Stop the clock',
  rules: ['WAIT-02', 'WAIT-04', 'WAIT-07', 'WAIT-22'],
  who: { roles: ['camhs-clinician', 'specialist-nurse', 'manager'], because: 'WAIT-02' },
  input: StopOfClock,
  uses: [CommandRunner],
  handle: ({ at: { id }, input: details, today, context }, runner) => {
    const { on = today, how } = details;
    return runner.run(wait, id, { type: 'StopClock', on, how }, context);
  },
});
