// Records a review meeting and its mandatory headings: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { idFrom } from '../../../kernel/ids.js';
import { ehcPlan } from '../domain/decide.js';
import { roles, slotValues, type Role, type SlotValue } from '../domain/words.js';
import { birthDateOfPlan } from './of-person.js';

/** EHC-20: one slot for each area. */
export class AdulthoodHeadings {
  @ApiProperty({ required: false, enum: slotValues }) @IsOptional() @IsIn(slotValues) employment?: SlotValue;
  @ApiProperty({ required: false, enum: slotValues }) @IsOptional() @IsIn(slotValues) independentLiving?: SlotValue;
  @ApiProperty({ required: false, enum: slotValues }) @IsOptional() @IsIn(slotValues) community?: SlotValue;
  @ApiProperty({ required: false, enum: slotValues }) @IsOptional() @IsIn(slotValues) health?: SlotValue;
}

export class ReviewMeeting {
  @ApiProperty({ description: 'Day of the meeting', example: '2025-11-10' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the dates decide' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ enum: roles, isArray: true }) @IsArray() @IsIn(roles, { each: true }) attended: Role[];
  @ApiProperty({ description: 'Whether progress towards the outcomes was considered (EHC-18)' })
  @IsBoolean()
  outcomesConsidered: boolean;
  @ApiProperty({ required: false, type: AdulthoodHeadings, description: 'From Year 9 on all four (EHC-19, EHC-20)' })
  @IsOptional()
  @ValidateNested()
  @Type(() => AdulthoodHeadings)
  preparingForAdulthood?: AdulthoodHeadings;
}

export class HoldReviewMeeting extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: ReviewMeeting,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(HoldReviewMeeting)
export class HoldReviewMeetingHandler implements ICommandHandler<HoldReviewMeeting> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ planId, details, context }: HoldReviewMeeting) {
    const birthDate = await birthDateOfPlan(this.runner.journal, planId);
    const newCycleId = idFrom(context.commandId, 'review-cycle');
    const preparingForAdulthood = details.preparingForAdulthood && { ...details.preparingForAdulthood };
    const command = { type: 'HoldMeeting', ...details, preparingForAdulthood, newCycleId, birthDate } as const;
    return this.runner.run(ehcPlan, planId, command, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class HoldReviewMeetingController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/reviews/meeting')
  @CommandRoute('The review meeting was held; the review is not complete by it', [
    'EHC-02',
    'EHC-18',
    'EHC-19',
    'EHC-20',
  ])
  post(
    @Param('id') id: string,
    @Body() details: ReviewMeeting,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new HoldReviewMeeting(id, details, context));
  }
}
