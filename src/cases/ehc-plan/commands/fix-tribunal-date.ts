// Records a date that the Tribunal fixed for an act in an appeal.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { tribunalActs, type TribunalAct } from '../domain/words.js';

export class TribunalDirection {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'Left out, it is a further direction; given, its date moves' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  directionId?: string;
  @ApiProperty({ enum: tribunalActs }) @IsIn(tribunalActs) act: TribunalAct;
  @ApiProperty({ example: '2025-12-01' }) @IsCivilDate() dueOn: CivilDate;
}

export const fixTribunalDate = useCase({
  name: 'FixTribunalDate',
  post: 'api/v1/ehc-plans/:id/appeals/:appealId/directions',
  section: 'EHC plans',
  does: 'The Tribunal fixed a date',
  rules: ['EHC-71', 'EHC-73'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-73).',
  },
  input: TribunalDirection,
  uses: [CommandRunner],
  handle: ({ at: { id: planId, appealId }, input: sent, context }, runner) => {
    const details = { ...sent, appealId };
    return runner.run(
      ehcPlan,
      planId,
      {
        type: 'FixTribunalDate',
        ...details,
        directionId: details.directionId ?? idFrom(context.commandId, 'direction'),
      } as const,
      context,
    );
  },
});
