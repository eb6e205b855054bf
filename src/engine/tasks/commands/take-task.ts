// Gives a task to a person: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { Context } from '../../api/request.js';
import { CommandRoute } from '../../api/routes.js';
import type { CommandResult } from '../../commands/command-runner.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { OnwardCommand } from '../../access/messages.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import type { TaskPathway } from '../domain/codes.js';
import { pathwayOf, TaskCases, taskRoute } from './about-task.js';

export class TakenTask {
  @ApiProperty({ required: false, description: 'Id of the person who will do it (default: whoever asks)' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  assignee?: string;
}

export class TakeTask extends OnwardCommand {
  constructor(
    readonly pathway: TaskPathway,
    readonly taskId: string,
    readonly details: TakenTask,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(TakeTask)
export class TakeTaskHandler implements ICommandHandler<TakeTask> {
  constructor(private readonly tasks: TaskCases) {}

  execute({ pathway, taskId, details, context }: TakeTask): Promise<CommandResult> {
    return this.tasks.say(
      TakeTask.name,
      pathway,
      taskId,
      { type: 'Take', assignee: details.assignee ?? context.actor.id },
      context,
    );
  }
}

@ApiTags('Tasks')
@Controller(taskRoute)
export class TakeTaskController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('taken')
  @CommandRoute('A person takes a task')
  post(
    @Param('pathway') pathway: string,
    @Param('taskId') taskId: string,
    @Body() details: TakenTask,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new TakeTask(pathwayOf(pathway), taskId, details, context));
  }
}
