// Corrects why a wait was taken off the list, with a reason; figures by reason follow.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { removalReasons, type RemovalReason } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { DayOfFact } from './day-of-fact.js';

export class RemovalReasonCorrection extends DayOfFact {
  @ApiProperty({ enum: removalReasons }) @IsIn(removalReasons) removalReason: RemovalReason;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

export class CorrectRemovalReason extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: RemovalReasonCorrection,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(CorrectRemovalReason)
export class CorrectRemovalReasonHandler implements ICommandHandler<CorrectRemovalReason> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, details, today, context }: CorrectRemovalReason) {
    const { on = today, removalReason, reason } = details;
    return this.runner.run(wait, id, { type: 'CorrectRemovalReason', on, removalReason, reason }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/removal-reason-corrections')
export class CorrectRemovalReasonController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Correct why this wait was taken off the list', ['WAIT-43', 'WAIT-44'])
  post(
    @Param('id') id: string,
    @Body() details: RemovalReasonCorrection,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new CorrectRemovalReason(id, details, today, context));
  }
}
