// Records one of the elements that together say that help has started.
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
import { helpElements, type HelpElement } from '../domain/codes.js';
import { wait } from '../domain/decide.js';
import { DayOfFact } from './day-of-fact.js';

export class HelpElementGiven extends DayOfFact {
  @ApiProperty({ enum: helpElements }) @IsIn(helpElements) element: HelpElement;
}

export class RecordHelpElement extends OnwardCommand {
  constructor(
    readonly id: string,
    readonly details: HelpElementGiven,
    readonly today: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(RecordHelpElement)
export class RecordHelpElementHandler implements ICommandHandler<RecordHelpElement> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, details, today, context }: RecordHelpElement) {
    const { on = today, element } = details;
    return this.runner.run(wait, id, { type: 'RecordHelpElement', on, element }, context);
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/help-elements')
export class RecordHelpElementController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @CommandRoute('Record an element of help that was given', ['WAIT-20', 'WAIT-22'])
  post(
    @Param('id') id: string,
    @Body() details: HelpElementGiven,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new RecordHelpElement(id, details, today, context));
  }
}
