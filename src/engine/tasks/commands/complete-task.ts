// Records that a task was done by a person: DTO, command, handler and route.
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
import { OtherEyes } from './other-eyes.js';
import { pathwayOf, TaskCases, taskRoute } from './about-task.js';

export class CompletedTask {
  @ApiProperty({ required: false, description: 'What was done; free text, kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  note?: string;
}

export class CompleteTask extends OnwardCommand {
  constructor(
    readonly pathway: TaskPathway,
    readonly taskId: string,
    readonly details: CompletedTask,
    context: CommandContext,
  ) {
    super(context);
  }
}

@CommandHandler(CompleteTask)
export class CompleteTaskHandler implements ICommandHandler<CompleteTask> {
  constructor(
    private readonly tasks: TaskCases,
    private readonly otherEyes: OtherEyes,
  ) {}

  /** Error: `refused-by-rule` (TRN-44) where somebody else has to read it. */
  async execute({ pathway, taskId, details, context }: CompleteTask): Promise<CommandResult> {
    const { task, today } = await this.tasks.asked(CompleteTask.name, pathway, taskId, context);
    await this.otherEyes.require(task, context.actor, today);
    return this.tasks.say(CompleteTask.name, pathway, taskId, { type: 'Complete', note: details.note }, context);
  }
}

@ApiTags('Tasks')
@Controller(taskRoute)
export class CompleteTaskController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('done')
  @CommandRoute('A task was done')
  post(
    @Param('pathway') pathway: string,
    @Param('taskId') taskId: string,
    @Body() details: CompletedTask,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new CompleteTask(pathwayOf(pathway), taskId, details, context));
  }
}
