// Records that it was explained whose the rights under the plan are after compulsory school age: DTO, command, handler and route (CAL-15).
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayNotEmpty, IsArray, IsIn } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { channels, rightsHolders, type Channel, type RightsHolder } from '../domain/words.js';

export class RightsExplanation {
  @ApiProperty({ description: 'Day on which they were told', example: '2026-05-20' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: rightsHolders, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(rightsHolders, { each: true })
  to: RightsHolder[];
  @ApiProperty({ enum: channels }) @IsIn(channels) channel: Channel;
}

export const explainRights = useCase({
  name: 'ExplainRights',
  post: 'api/v1/ehc-plans/:id/rights',
  section: 'EHC plans',
  does: 'It was explained that the rights under the plan pass to the young person',
  rules: ['CAL-15', 'AMB-19'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority tells the young person and the parent whose the rights are (CAL-15).',
  },
  input: RightsExplanation,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'ExplainRights', ...details } as const, context),
});
