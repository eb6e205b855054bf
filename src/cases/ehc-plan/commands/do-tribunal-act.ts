// Records that an act in an appeal was done.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { tribunalActs, type TribunalAct } from '../domain/words.js';

export class TribunalActed {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: tribunalActs }) @IsIn(tribunalActs) act: TribunalAct;
  @ApiProperty({ required: false, description: 'The direction that fixed its date; not for the response' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  directionId?: string;
}

export const doTribunalAct = useCase({
  name: 'DoTribunalAct',
  post: 'api/v1/ehc-plans/:id/appeals/:appealId/acts',
  section: 'EHC plans',
  does: 'The authority responded, or did what the Tribunal directed',
  rules: ['EHC-73'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-73).',
  },
  input: TribunalActed,
  uses: [CommandRunner],
  handle: ({ at: { id: planId, appealId }, input: sent, context }, runner) => {
    const details = { ...sent, appealId };
    return runner.run(ehcPlan, planId, { type: 'DoTribunalAct', ...details } as const, context);
  },
});
