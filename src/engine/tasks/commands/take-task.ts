// Gives a task to a person.
import { missing, useCase } from '../../use-cases/use-case.js';
import { ApiProperty } from '../../api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import type { CommandResult } from '../../commands/command-runner.js';
import { pathwayOf, TaskCases, whoeverHasIt } from './about-task.js';

export class TakenTask {
  @ApiProperty({ required: false, description: 'Id of the person who will do it (default: whoever asks)' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  assignee?: string;
}

export const takeTask = useCase({
  name: 'TakeTask',
  post: 'api/v1/tasks/:pathway/:taskId/taken',
  section: 'Tasks',
  does: 'A person takes a task',
  rules: [],
  who: whoeverHasIt(
    'Whoever has the role takes the task, or gives it to a colleague; a manager may give it to anybody (R7).',
  ),
  input: TakenTask,
  noForm: missing,
  uses: [TaskCases],
  handle: ({ at: { pathway: sentPathway, taskId }, input: details, context }, tasks): Promise<CommandResult> => {
    const pathway = pathwayOf(sentPathway);

    return tasks.say(
      'TakeTask',
      pathway,
      taskId,
      { type: 'Take', assignee: details.assignee ?? context.actor.id },
      context,
    );
  },
});
