// What the commands of people on a task have in common: which one, and that their role sees its pathway.
import { Injectable } from '@nestjs/common';
import { CommandRunner, type CommandResult } from '../../event-store/command-runner.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { invalid, OnwardError } from '../../kernel/errors.js';
import { Policies } from '../../identity/policy.js';
import { Clock } from '../../ops/clock.js';
import { ReadSide } from '../../processing/read-side.js';
import { taskPathways, type TaskPathway } from '../domain/codes.js';
import type { PersonCommand } from '../domain/commands.js';
import { taskOf } from '../domain/decide.js';
import { seesTask } from '../queries/visible-tasks.js';

type Saying = {
  [T in PersonCommand['type']]: Omit<Extract<PersonCommand, { type: T }>, 'on' | 'by'>;
}[PersonCommand['type']];

export const taskRoute = 'api/v1/tasks/:pathway/:taskId';

export const pathwayOf = (text: string): TaskPathway => {
  const known = taskPathways.find((pathway) => pathway === text);
  if (!known) throw invalid('pathway', `must be one of ${taskPathways.join(', ')}`);
  return known;
};

@Injectable()
export class TaskCases {
  constructor(
    private readonly runner: CommandRunner,
    private readonly policies: Policies,
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
  ) {}

  /** Errors: `not-permitted` for another pathway's, another role's, or a young person they may not know of (TRN-44). */
  async say(
    action: string,
    pathway: TaskPathway,
    id: string,
    saying: Saying,
    context: CommandContext,
  ): Promise<CommandResult> {
    const { actor } = context;
    this.policies.pathways(action, actor, pathway);
    const type = taskOf(pathway);
    const { opened } = (await this.runner.journal.load(type, id)).state;
    const today = this.clock.today();
    if (opened && !seesTask(this.readSide.db, actor, opened.caseId, today)) {
      throw new OnwardError('not-permitted', {
        rule: 'TRN-44',
        detail: 'There is no current consent to share this with your organisation.',
      });
    }
    const command = { ...saying, on: today, by: { id: actor.id, role: actor.role } } as PersonCommand;
    return this.runner.run(type, id, command, context);
  }
}
