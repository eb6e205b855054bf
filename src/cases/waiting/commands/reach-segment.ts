// Records the next step on the way: assessment, diagnosis, treatment or allocation.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { segments, type Segment } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { DayOfFact } from './day-of-fact.js';

export class SegmentReached extends DayOfFact {
  @ApiProperty({ enum: segments }) @IsIn(segments) segment: Segment;
}

export class ReachSegment extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: SegmentReached,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(ReachSegment)
export class ReachSegmentHandler implements ICommandHandler<ReachSegment> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, details, today, context }: ReachSegment) {
    const { on = today, segment } = details;
    return this.runner.run(wait, id, { type: 'ReachSegment', on, segment }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/segments')
export class ReachSegmentController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Record assessment, diagnosis, treatment or allocation', ['WAIT-02', 'WAIT-23', 'WAIT-30'])
  post(
    @Param('id') id: string,
    @Body() details: SegmentReached,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ReachSegment(id, details, today, context));
  }
}
