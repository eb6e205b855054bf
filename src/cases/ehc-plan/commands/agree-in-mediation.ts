// Records what a mediation agreed in writing.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { agreedActs, type AgreedAct } from '../domain/words.js';

export class MediationAgreement {
  @ApiProperty({ description: 'Day of the written agreement', example: '2026-11-02' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: agreedActs, description: 'What it obliges to' }) @IsIn(agreedActs) act: AgreedAct;
  @ApiProperty({ description: 'Whether the council took part; if not, the ICB tells it within a week' })
  @IsBoolean()
  councilTookPart: boolean;
  @ApiProperty({ required: false, description: 'Another limit, if the parties agreed one in writing' })
  @IsOptional()
  @IsCivilDate()
  limitOn?: CivilDate;
  @ApiProperty({ required: false, description: 'Event of the decision letter; left out, the latest' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  letterEventId?: string;
}

export const agreeInMediation = useCase({
  name: 'AgreeInMediation',
  post: 'api/v1/ehc-plans/:id/mediation/agreements',
  section: 'EHC plans',
  does: 'A mediation agreed in writing what is to be done',
  rules: ['EHC-78'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-78).',
  },
  input: MediationAgreement,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      { type: 'AgreeInMediation', ...details, agreementId: idFrom(context.commandId, 'agreement') } as const,
      context,
    ),
});
