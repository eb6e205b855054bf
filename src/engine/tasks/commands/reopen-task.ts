// Opens a task again that was called done in error: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { Context } from '../../api/request.js';
import { CommandRoute } from '../../api/routes.js';
import type { CommandResult } from '../../commands/command-runner.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { OnwardCommand } from '../../access/messages.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import type { TaskPathway } from '../domain/codes.js';
import { pathwayOf, TaskCases, taskRoute } from './about-task.js';

export class ReopenedTask {
  @ApiProperty({ description: 'Why it was not done after all; free text, kept sealed' })
  @IsString()
  @Length(1, 4000)
  reason: string;
}

export class ReopenTask extends OnwardCommand {
  constructor(
    readonly pathway: TaskPathway,
    readonly taskId: string,
    readonly details: ReopenedTask,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(ReopenTask)
export class ReopenTaskHandler implements ICommandHandler<ReopenTask> {
  constructor(private readonly tasks: TaskCases) {}

  execute({ pathway, taskId, details, context }: ReopenTask): Promise<CommandResult> {
    return this.tasks.say(ReopenTask.name, pathway, taskId, { type: 'Reopen', reason: details.reason }, context);
  }
}

@ApiTags('Tasks')
@Controller(taskRoute)
export class ReopenTaskController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('reopened')
  @CommandRoute('A task was called done in error')
  post(
    @Param('pathway') pathway: string,
    @Param('taskId') taskId: string,
    @Body() details: ReopenedTask,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new ReopenTask(pathwayOf(pathway), taskId, details, context));
  }
}
