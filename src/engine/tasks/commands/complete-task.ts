// Records that a task was done by a person.
import { useCase } from '../../use-cases/use-case.js';
import { ApiProperty } from '../../api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import type { CommandResult } from '../../commands/command-runner.js';
import { paths } from '../../web/paths.js';
import { OtherEyes } from './other-eyes.js';
import { pathwayOf, TaskCases, whoeverHasIt } from './about-task.js';

export class CompletedTask {
  @ApiProperty({ required: false, description: 'What was done; free text, kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  note?: string;
}

/** Error: `refused-by-rule` (TRN-44) where somebody else has to read it. */
export const completeTask = useCase({
  name: 'CompleteTask',
  post: 'api/v1/tasks/:pathway/:taskId/done',
  section: 'Tasks',
  does: 'A task was done',
  rules: [],
  who: whoeverHasIt(
    'Whoever does a task says so; a task is for one role, and a manager may stand in (R7: an owner is a person, never blank).',
  ),
  input: CompletedTask,
  page: paths.taskDone.pattern,
  uses: [TaskCases, OtherEyes],
  handle: async (
    { at: { pathway: sentPathway, taskId }, input: details, context },
    tasks,
    otherEyes,
  ): Promise<CommandResult> => {
    const pathway = pathwayOf(sentPathway);

    const { task, today } = await tasks.asked('CompleteTask', pathway, taskId, context);
    await otherEyes.require(task, context.actor, today);
    return tasks.say('CompleteTask', pathway, taskId, { type: 'Complete', note: details.note }, context);
  },
});
