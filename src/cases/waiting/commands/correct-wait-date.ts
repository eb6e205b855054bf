// Corrects the day of a fact of a wait (first contact, removal, stop), with a reason; what follows from it moves too.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { correctableDates, type CorrectableDate } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { Dated } from '../../../engine/use-cases/dated.js';

export class WaitDateCorrection extends Dated {
  @ApiProperty({ description: 'Id of the event that says so' }) @IsString() @Length(1, 120) correctsEventId: string;
  @ApiProperty({ enum: correctableDates, required: false, default: 'occurredOn' })
  @IsOptional()
  @IsIn(correctableDates)
  field?: CorrectableDate;
  @ApiProperty({ example: '2026-03-02' }) @IsCivilDate() to: CivilDate;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const correctWaitDate = useCase({
  name: 'CorrectWaitDate',
  post: 'api/v1/waits/:id/date-corrections',
  section: 'Waiting',
  does: 'Correct the day of a fact of this wait; the old one stays in the history',
  rules: ['WAIT-44', 'REC-11'],
  who: {
    roles: ['camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'WAIT-44, REC-11: with a reason; what was known before stays reportable',
  },
  input: WaitDateCorrection,
  uses: [CommandRunner],
  handle: ({ at: { id }, input: details, today, context }, runner) => {
    const { on = today, correctsEventId, field = 'occurredOn', to, reason } = details;
    return runner.run(wait, id, { type: 'CorrectDate', on, correctsEventId, field, to, reason }, context);
  },
});
