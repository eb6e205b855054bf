// Records a final plan: after a review, an amendment without one, or an order of the Tribunal.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../ehc-plan.js';
import { finalOrigins, recipients, type FinalOrigin } from '../domain/words.js';

export class FinalEhcPlan {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the one that waits for it' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ required: false, description: 'Instead of a review: the amendment without one (EHC-05)' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  amendmentId?: string;
  @ApiProperty({ enum: finalOrigins }) @IsIn(finalOrigins) origin: FinalOrigin;
  @ApiProperty({ enum: recipients, isArray: true }) @IsArray() @IsIn(recipients, { each: true }) recipients: string[];
  @ApiProperty({
    required: false,
    description: 'Not all of the three have it yet: the others are still to get it (EHC-29)',
  })
  @IsOptional()
  @IsBoolean()
  restToFollow?: boolean;
  @ApiProperty({ required: false, description: 'Why it went out before the fifteen days were over; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reasonForEarly?: string;
  @ApiProperty({
    required: false,
    description:
      'By order of the Tribunal the appeal, by mediation the agreement that it complies with (EHC-76, EHC-78)',
  })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  orderId?: string;
}

export const issueFinalPlan = useCase({
  name: 'IssueFinalPlan',
  post: 'api/v1/ehc-plans/:id/final-plans',
  section: 'EHC plans',
  does: 'A final plan was issued',
  rules: ['EHC-04', 'EHC-05', 'EHC-25', 'EHC-26', 'EHC-27', 'EHC-29'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because:
      'The local authority runs the plan and its reviews; its decisions are its own (EHC-04, EHC-05, EHC-25, EHC-26, EHC-27, EHC-29).',
  },
  input: FinalEhcPlan,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'IssueFinalPlan', ...details }, context),
});
