// Corrects why a wait was taken off the list, with a reason; figures by reason follow.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { removalReasons, type RemovalReason } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class RemovalReasonCorrection extends Dated {
  @ApiProperty({ enum: removalReasons }) @IsIn(removalReasons) removalReason: RemovalReason;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const correctRemovalReason = useCase({
  name: 'CorrectRemovalReason',
  post: 'api/v1/waits/:id/removal-reason-corrections',
  section: 'Waiting',
  does: 'Correct why this wait was taken off the list',
  rules: ['WAIT-43', 'WAIT-44'],
  who: {
    roles: ['camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'WAIT-43: nobody leaves the list under a wrong reason',
  },
  input: RemovalReasonCorrection,
  uses: [CommandRunner],
  handle: ({ at: { id }, input: details, today, context }, runner) => {
    const { on = today, removalReason, reason } = details;
    return runner.run(wait, id, { type: 'CorrectRemovalReason', on, removalReason, reason }, context);
  },
});
