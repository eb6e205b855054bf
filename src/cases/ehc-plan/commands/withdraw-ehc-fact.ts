// Withdraws what should not have been recorded on a plan, with a reason; the history keeps it.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../ehc-plan.js';

export class EhcFactWithdrawal {
  @ApiProperty({ description: 'Day of the withdrawal', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsString() @Length(1, 120) eventId: string;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export const withdrawEhcFact = useCase({
  name: 'WithdrawEhcFact',
  post: 'api/v1/ehc-plans/:id/withdrawals',
  section: 'EHC plans',
  does: 'Withdraw a fact; the history keeps it',
  rules: ['REC-24'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'Whoever holds the case takes back what is wrong; the history keeps it (REC-24).',
  },
  input: EhcFactWithdrawal,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'WithdrawFact', ...details }, context),
});
