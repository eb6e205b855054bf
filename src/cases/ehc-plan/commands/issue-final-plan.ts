// Records a final plan: after a review, an amendment without one, or an order of the Tribunal: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { ehcPlan } from '../domain/decide.js';
import { finalOrigins, recipients, type FinalOrigin } from '../domain/words.js';

export class FinalEhcPlan {
  @ApiProperty({ example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'The review; left out, the one that waits for it' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  cycleId?: string;
  @ApiProperty({ required: false, description: 'Instead of a review: the amendment without one (EHC-05)' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  amendmentId?: string;
  @ApiProperty({ enum: finalOrigins }) @IsIn(finalOrigins) origin: FinalOrigin;
  @ApiProperty({ enum: recipients, isArray: true }) @IsArray() @IsIn(recipients, { each: true }) recipients: string[];
  @ApiProperty({
    required: false,
    description: 'Not all of the three have it yet: the others are still to get it (EHC-29)',
  })
  @IsOptional()
  @IsBoolean()
  restToFollow?: boolean;
  @ApiProperty({ required: false, description: 'Why it went out before the fifteen days were over; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reasonForEarly?: string;
  @ApiProperty({
    required: false,
    description:
      'By order of the Tribunal the appeal, by mediation the agreement that it complies with (EHC-76, EHC-78)',
  })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  orderId?: string;
}

export class IssueFinalPlan extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: FinalEhcPlan,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(IssueFinalPlan)
export class IssueFinalPlanHandler implements ICommandHandler<IssueFinalPlan> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details, context }: IssueFinalPlan) {
    return this.runner.run(ehcPlan, planId, { type: 'IssueFinalPlan', ...details }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class IssueFinalPlanController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/final-plans')
  @CommandRoute('A final plan was issued', ['EHC-04', 'EHC-05', 'EHC-25', 'EHC-26', 'EHC-27', 'EHC-29'])
  post(
    @Param('id') id: string,
    @Body() details: FinalEhcPlan,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new IssueFinalPlan(id, details, context));
  }
}
