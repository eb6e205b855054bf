// Records the needs of a plan in their order.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, Min, ValidateNested } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ehcPlan } from '../ehc-plan.js';
import { needCodes } from '../domain/words.js';

export class RankedNeed {
  @ApiProperty({ enum: needCodes }) @IsIn(needCodes) code: string;
  @ApiProperty({ minimum: 1 }) @IsInt() @Min(1) rank: number;
}

export class Needs {
  @ApiProperty({ description: 'Day from which they hold', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ type: [RankedNeed] })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RankedNeed)
  needs: RankedNeed[];
}

export const recordNeeds = useCase({
  name: 'RecordNeeds',
  post: 'api/v1/ehc-plans/:id/needs',
  section: 'EHC plans',
  does: 'The needs of the plan, ranked',
  rules: ['SEN2-05'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (SEN2-05).',
  },
  input: Needs,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: { on, needs }, context }, runner) => {
    const plain = needs.map(({ code, rank }) => ({ code, rank }));
    return runner.run(ehcPlan, planId, { type: 'RecordNeeds', on, needs: plain }, context);
  },
});
