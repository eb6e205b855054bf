// Records a review meeting and its mandatory headings.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../ehc-plan.js';
import { roles, slotValues, type Role, type SlotValue } from '../domain/words.js';
import { birthDateOfPlan } from './of-person.js';

/** EHC-20: one slot for each area. */
export class AdulthoodHeadings {
  @ApiProperty({ required: false, enum: slotValues }) @IsOptional() @IsIn(slotValues) employment?: SlotValue;
  @ApiProperty({ required: false, enum: slotValues }) @IsOptional() @IsIn(slotValues) independentLiving?: SlotValue;
  @ApiProperty({ required: false, enum: slotValues }) @IsOptional() @IsIn(slotValues) community?: SlotValue;
  @ApiProperty({ required: false, enum: slotValues }) @IsOptional() @IsIn(slotValues) health?: SlotValue;
}

export class ReviewMeeting {
  @ApiProperty({ description: 'Day of the meeting', example: '2025-11-10' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the dates decide' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ enum: roles, isArray: true }) @IsArray() @IsIn(roles, { each: true }) attended: Role[];
  @ApiProperty({ description: 'Whether progress towards the outcomes was considered (EHC-18)' })
  @IsBoolean()
  outcomesConsidered: boolean;
  @ApiProperty({ required: false, type: AdulthoodHeadings, description: 'From Year 9 on all four (EHC-19, EHC-20)' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AdulthoodHeadings)
  preparingForAdulthood?: AdulthoodHeadings;
}

export const holdReviewMeeting = useCase({
  name: 'HoldReviewMeeting',
  post: 'api/v1/ehc-plans/:id/reviews/meeting',
  section: 'EHC plans',
  does: 'The review meeting was held; the review is not complete by it',
  rules: ['EHC-02', 'EHC-18', 'EHC-19', 'EHC-20'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because:
      'The local authority runs the plan and its reviews; its decisions are its own (EHC-02, EHC-18, EHC-19, EHC-20).',
  },
  input: ReviewMeeting,
  uses: [CommandRunner],
  handle: async ({ at: { id: planId }, input: details, context }, runner) => {
    const birthDate = await birthDateOfPlan(runner.journal, planId);
    const newCycleId = idFrom(context.commandId, 'review-cycle');
    const preparingForAdulthood = details.preparingForAdulthood && { ...details.preparingForAdulthood };
    const command = { type: 'HoldMeeting', ...details, preparingForAdulthood, newCycleId, birthDate } as const;
    return runner.run(ehcPlan, planId, command, context);
  },
});
