// Records the decision notice, which alone completes a review.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ceaseGrounds } from '../domain/cease-grounds.js';
import { ehcPlan } from '../ehc-plan.js';
import { outcomes, type Outcome } from '../domain/words.js';
import { birthDateOfPlan } from './of-person.js';

export class DecisionNotice {
  @ApiProperty({ description: 'Day on which it was sent', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the dates decide' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ enum: outcomes }) @IsIn(outcomes) outcome: Outcome;
  @ApiProperty({
    required: false,
    description: 'For amend: whether the proposed amendments went with it',
    enum: ['attached', 'not-attached'],
  })
  @IsOptional()
  @IsIn(['attached', 'not-attached'])
  proposedChanges?: 'attached' | 'not-attached';
  @ApiProperty() @IsBoolean() appealRightsGiven: boolean;
  @ApiProperty({ required: false, description: 'For maintain: why; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reason?: string;
  @ApiProperty({
    required: false,
    description:
      'Why something that the law asks for is missing: a meeting, an invitation, advice, what was considered, the report, the right of appeal; kept sealed',
  })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  lacksReason?: string;
  @ApiProperty({
    required: false,
    description: 'For cease: on which ground, where the notice is the decision letter of EHC-62 (EHC-31, EHC-65)',
    enum: ceaseGrounds,
  })
  @IsOptional()
  @IsIn(ceaseGrounds)
  ground?: string;
}

export const sendDecisionNotice = useCase({
  name: 'SendDecisionNotice',
  post: 'api/v1/ehc-plans/:id/reviews/decision',
  section: 'EHC plans',
  does: 'The decision notice was sent: this completes the review',
  rules: ['EHC-02', 'EHC-03', 'EHC-10', 'EHC-12', 'EHC-13', 'EHC-16', 'EHC-21', 'EHC-22', 'EHC-23', 'EHC-24'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because:
      'The local authority runs the plan and its reviews; its decisions are its own (EHC-02, EHC-03, EHC-22, EHC-23, EHC-24).',
  },
  input: DecisionNotice,
  uses: [CommandRunner],
  handle: async ({ at: { id: planId }, input: details, context }, runner) => {
    // Some grounds for ceasing hang on the age, and so does what the law asks of the review (EHC-10).
    const birthDate = await birthDateOfPlan(runner.journal, planId);
    const newCycleId = idFrom(context.commandId, 'review-cycle');
    return runner.run(ehcPlan, planId, { type: 'SendDecision', ...details, birthDate, newCycleId }, context);
  },
});
