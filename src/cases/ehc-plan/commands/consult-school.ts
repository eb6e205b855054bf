// Records that a school was asked whether it can be named: DTO, command, handler and route.
import { Body, Param, Post } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { idFrom } from '../../../kernel/ids.js';
import { channels, dfeSettings, placementKinds, type Channel, type PlacementKind } from '../domain/words.js';
import { digits } from './placement.js';
import { PlanController, PlanRoutes, PlanStep, PlanStepHandler } from './plan-step.js';

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

export class ConsultSchool extends PlanStep<SchoolAsked> {}

@CommandHandler(ConsultSchool)
export class ConsultSchoolHandler extends PlanStepHandler<ConsultSchool> {
  protected asked({ details, context }: ConsultSchool) {
    return { type: 'ConsultSchool', ...details, consultationId: idFrom(context.commandId, 'consultation') } as const;
  }
}

@PlanRoutes()
export class ConsultSchoolController extends PlanController {
  @Post(':id/consultations')
  @CommandRoute('A school was consulted: it has fifteen days to reply', ['EHC-30', 'AMB-23'])
  post(
    @Param('id') id: string,
    @Body() details: SchoolAsked,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ConsultSchool(id, details, context));
  }
}
