// Opens a task again that was called done in error.
import { missing, useCase } from '../../use-cases/use-case.js';
import { ApiProperty } from '../../api/api-property.js';
import { IsString, Length } from 'class-validator';
import type { CommandResult } from '../../commands/command-runner.js';
import { pathwayOf, TaskCases, whoeverHasIt } from './about-task.js';

export class ReopenedTask {
  @ApiProperty({ description: 'Why it was not done after all; free text, kept sealed' })
  @IsString()
  @Length(1, 4000)
  reason: string;
}

export const reopenTask = useCase({
  name: 'ReopenTask',
  post: 'api/v1/tasks/:pathway/:taskId/reopened',
  section: 'Tasks',
  does: 'A task was called done in error',
  rules: [],
  who: whoeverHasIt('Whoever called it done puts right what was wrong; the correction names its author (REC-11).'),
  input: ReopenedTask,
  noForm: missing,
  uses: [TaskCases],
  handle: ({ at: { pathway: sentPathway, taskId }, input: details, context }, tasks): Promise<CommandResult> => {
    const pathway = pathwayOf(sentPathway);

    return tasks.say('ReopenTask', pathway, taskId, { type: 'Reopen', reason: details.reason }, context);
  },
});
