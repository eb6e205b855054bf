// Records that the responsible ICB is to change.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';

export class IcbChanging {
  @ApiProperty({ description: 'Day on which the old ICB came to know', example: '2025-11-25' })
  @IsCivilDate()
  on: CivilDate;
  @ApiProperty({
    required: false,
    description: 'Left out, it is a further change; given, what is known of that one changes',
  })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  changeId?: string;
  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  fromIcb?: string;
  @ApiProperty() @IsString() @Length(1, 60) toIcb: string;
  @ApiProperty({ example: '2025-12-01' }) @IsCivilDate() movesOn: CivilDate;
}

export const learnOfIcbChange = useCase({
  name: 'LearnOfIcbChange',
  post: 'api/v1/ehc-plans/:id/icb-changes',
  section: 'EHC plans',
  does: 'The old ICB learnt of the move',
  rules: ['EHC-54', 'CAL-10'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because:
      'The authority keeps the record of the plan whose ICB changes, and must comply with what the new ICB asks (EHC-54).',
  },
  input: IcbChanging,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      {
        type: 'LearnOfIcbChange',
        ...details,
        changeId: details.changeId ?? idFrom(context.commandId, 'icb-change'),
      } as const,
      context,
    ),
});
