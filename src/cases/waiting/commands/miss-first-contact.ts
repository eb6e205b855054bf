// Records that the first contact was missed, and why: a child who was not brought made no choice.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { missedReasons, type MissedReason } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class FirstContactMiss extends Dated {
  @ApiProperty({ enum: missedReasons }) @IsIn(missedReasons) why: MissedReason;
  @ApiProperty({ description: 'Whether the date had been clearly communicated' })
  @IsBoolean()
  clearlyCommunicated: boolean;
}

export const missFirstContact = useCase({
  name: 'MissFirstContact',
  post: 'api/v1/waits/:id/first-contact/misses',
  section: 'Waiting',
  does: 'Record that the first contact was missed',
  rules: ['WAIT-03'],
  who: { roles: ['camhs-clinician', 'specialist-nurse', 'manager'], because: 'WAIT-03' },
  input: FirstContactMiss,
  uses: [CommandRunner],
  handle: ({ at: { id }, input: details, today, context }, runner) => {
    const { on = today, why, clearlyCommunicated } = details;
    return runner.run(wait, id, { type: 'MissFirstContact', on, why, clearlyCommunicated }, context);
  },
});
