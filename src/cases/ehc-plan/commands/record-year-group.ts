// Records the year group in which the young person is taught.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../ehc-plan.js';

export class YearGroup {
  @ApiProperty({ description: 'A day on which it was so', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty() @IsInt() yearGroup: number;
}

export const recordYearGroup = useCase({
  name: 'RecordYearGroup',
  post: 'api/v1/ehc-plans/:id/year-group',
  section: 'EHC plans',
  does: 'The recorded year group, which wins over the computed one',
  rules: ['CAL-14'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (CAL-14).',
  },
  input: YearGroup,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(ehcPlan, planId, { type: 'RecordYearGroup', ...details }, context),
});
