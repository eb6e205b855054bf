// Records the needs of a plan in their order: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, Min, ValidateNested } from 'class-validator';
import { Context } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { ehcPlan } from '../domain/decide.js';
import { needCodes } from '../domain/words.js';

export class RankedNeed {
  @ApiProperty({ enum: needCodes }) @IsIn(needCodes) code: string;
  @ApiProperty({ minimum: 1 }) @IsInt() @Min(1) rank: number;
}

export class Needs {
  @ApiProperty({ description: 'Day from which they hold', example: '2025-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ type: [RankedNeed] })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RankedNeed)
  needs: RankedNeed[];
}

export class RecordNeeds extends OnwardCommand {
  constructor(
    readonly planId: string,
    readonly details: Needs,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(RecordNeeds)
export class RecordNeedsHandler implements ICommandHandler<RecordNeeds> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ planId, details: { on, needs }, context }: RecordNeeds) {
    const plain = needs.map(({ code, rank }) => ({ code, rank }));
    return this.runner.run(ehcPlan, planId, { type: 'RecordNeeds', on, needs: plain }, context);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class RecordNeedsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(':id/needs')
  @CommandRoute('The needs of the plan, ranked', ['SEN2-05'])
  post(@Param('id') id: string, @Body() details: Needs, @Context() context: CommandContext): Promise<CommandResult> {
    return this.dispatcher.send(new RecordNeeds(id, details, context));
  }
}
