// Records that the Tribunal received an appeal.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../ehc-plan.js';

export class RegisteredAppeal {
  @ApiProperty({ description: 'Day on which the Tribunal received it', example: '2025-11-25' })
  @IsCivilDate()
  on: CivilDate;
  @ApiProperty() @IsBoolean() placementOnly: boolean;
  @ApiProperty({ required: false, description: 'Event of the decision letter; left out, the latest' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  letterEventId?: string;
}

export const registerAppeal = useCase({
  name: 'RegisterAppeal',
  post: 'api/v1/ehc-plans/:id/appeals',
  section: 'EHC plans',
  does: 'The Tribunal received an appeal',
  rules: ['EHC-70', 'EHC-75'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-70, EHC-75).',
  },
  input: RegisteredAppeal,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      { type: 'RegisterAppeal', ...details, appealId: idFrom(context.commandId, 'appeal') },
      context,
    ),
});
