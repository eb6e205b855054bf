// Corrects the start of the clock, with a reason and an author; the date before stays reportable (WAIT-44).
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class ClockStartCorrection extends Dated {
  @ApiProperty({ example: '2026-03-02', description: 'The day on which the referral was received' })
  @IsCivilDate()
  to: CivilDate;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const correctClockStart = useCase({
  name: 'CorrectClockStart',
  post: 'api/v1/waits/:id/clock-start-corrections',
  section: 'Waiting',
  does: 'Correct the start of the clock',
  rules: ['WAIT-01', 'WAIT-44'],
  who: { roles: ['camhs-clinician', 'specialist-nurse', 'manager'], because: 'WAIT-44: with reason and author' },
  input: ClockStartCorrection,
  uses: [CommandRunner],
  handle: ({ at: { id }, input: details, today, context }, runner) => {
    const { on = today, to, reason } = details;
    return runner.run(wait, id, { type: 'CorrectClockStart', on, to, reason, author: context.actor.id }, context);
  },
});
