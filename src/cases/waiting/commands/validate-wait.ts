// Records that somebody asked whether the wait is still live.
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
import { validationOutcomes, type ValidationOutcome } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { DayOfFact } from './day-of-fact.js';

export class Validation extends DayOfFact {
  @ApiProperty({ enum: validationOutcomes }) @IsIn(validationOutcomes) outcome: ValidationOutcome;
}

export class ValidateWait extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: Validation,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(ValidateWait)
export class ValidateWaitHandler implements ICommandHandler<ValidateWait> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, details, today, context }: ValidateWait) {
    const { on = today, outcome } = details;
    return this.runner.run(wait, id, { type: 'Validate', on, outcome }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/validations')
export class ValidateWaitController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Record that the wait was checked to be live', ['WAIT-31', 'WAIT-43'])
  post(
    @Param('id') id: string,
    @Body() details: Validation,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ValidateWait(id, details, today, context));
  }
}
