// Records that a final plan names the setting after a phase transfer.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../ehc-plan.js';
import { Placement } from './placement.js';

export class NamedSetting {
  @ApiProperty({ description: 'Day on which the plan that names it was issued', example: '2026-02-10' })
  @IsCivilDate()
  on: CivilDate;
  @ApiProperty({ required: false, description: 'Left out, the transfer that is open' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  transferId?: string;
  @ApiProperty({
    required: false,
    type: Placement,
    description: 'The next setting, from the day of the transfer (EHC-46)',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => Placement)
  placement?: Placement;
}

export const namePhaseSetting = useCase({
  name: 'NamePhaseSetting',
  post: 'api/v1/ehc-plans/:id/phase-transfers/named',
  section: 'EHC plans',
  does: 'The final plan names the next setting',
  rules: ['EHC-40', 'EHC-41', 'EHC-42', 'EHC-46'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because:
      'The local authority runs the plan and its reviews; its decisions are its own (EHC-40, EHC-41, EHC-42, EHC-46).',
  },
  input: NamedSetting,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) => {
    const placementId = idFrom(context.commandId, 'placement');
    const placement = details.placement && { ...details.placement, placementId };
    return runner.run(ehcPlan, planId, { type: 'NamePhaseSetting', ...details, placement }, context);
  },
});
