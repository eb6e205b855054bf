// Records that a school was asked whether it can be named.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ehcPlan } from '../ehc-plan.js';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { channels, dfeSettings, placementKinds, type Channel, type PlacementKind } from '../domain/words.js';
import { digits } from './placement.js';

export class SchoolAsked {
  @ApiProperty({ description: 'Day on which it was asked', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ enum: placementKinds }) @IsIn(placementKinds) kind: PlacementKind;
  @ApiProperty({ required: false })
  @IsOptional()
  @Matches(digits, { message: 'must be digits only' })
  urn?: string;
  @ApiProperty({ required: false })
  @IsOptional()
  @Matches(digits, { message: 'must be digits only' })
  ukprn?: string;
  @ApiProperty({ required: false, description: 'DfE sensetting, where there is neither URN nor UKPRN' })
  @IsOptional()
  @IsIn(dfeSettings)
  setting?: string;
  @ApiProperty({ enum: channels }) @IsIn(channels) channel: Channel;
}

export const consultSchool = useCase({
  name: 'ConsultSchool',
  post: 'api/v1/ehc-plans/:id/consultations',
  section: 'EHC plans',
  does: 'A school was consulted: it has fifteen days to reply',
  rules: ['EHC-30', 'AMB-23'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: 'The local authority runs the plan and its reviews; its decisions are its own (EHC-30).',
  },
  input: SchoolAsked,
  uses: [CommandRunner],
  handle: ({ at: { id: planId }, input: details, context }, runner) =>
    runner.run(
      ehcPlan,
      planId,
      { type: 'ConsultSchool', ...details, consultationId: idFrom(context.commandId, 'consultation') } as const,
      context,
    ),
});
