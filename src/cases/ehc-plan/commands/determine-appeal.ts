// Records how an appeal ended.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../ehc-plan.js';
import { appealOrders, appealResults } from '../domain/words.js';

export class AppealDetermination {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: appealResults }) @IsIn(appealResults) result: string;
  @ApiProperty({ enum: appealOrders }) @IsIn(appealOrders) order: string;
}

export const determineAppeal = useCase({
  name: 'DetermineAppeal',
  post: 'api/v1/ehc-plans/:id/appeals/:appealId/determination',
  section: 'EHC plans',
  does: 'The appeal was determined',
  rules: ['EHC-63', 'EHC-76', 'EHC-77'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-63, EHC-76, EHC-77).',
  },
  input: AppealDetermination,
  uses: [CommandRunner],
  handle: ({ at: { id: planId, appealId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'DetermineAppeal', ...details, appealId }, context),
});
