// What the commands of people on a task have in common: which one, and that their role sees its pathway.
import { Injectable } from '@nestjs/common';
import { CommandRunner, type CommandResult } from '../../commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { invalid, OnwardError } from '../../../kernel/errors.js';
import { Policies, type AccessRow } from '../../access/policy.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../processing/read-side.js';
import { pathwaysHere } from '../../processing/case-types.js';
import type { TaskPathway } from '../domain/codes.js';
import type { PersonCommand } from '../domain/commands.js';
import { taskOf } from '../domain/decide.js';
import type { Task } from '../domain/state.js';
import { seesTask } from '../queries/visible-tasks.js';

type Saying = {
  [T in PersonCommand['type']]: Omit<Extract<PersonCommand, { type: T }>, 'on' | 'by'>;
}[PersonCommand['type']];

export const pathwayOf = (text: string): TaskPathway => {
  const known = pathwaysHere();
  if (!known.includes(text)) throw invalid('pathway', `must be one of ${known.join(', ')}`);
  return text;
};

/** A task is for one role on its pathway, and a manager may stand in. */
export const whoeverHasIt = (because: string): AccessRow => ({
  roles: ['send-caseworker', 'camhs-clinician', 'adult-clinician', 'specialist-nurse', 'manager'],
  because,
  byPathway: true,
});

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
    const { today } = await this.asked(action, pathway, id, context);
    const command = { ...saying, on: today, by: { id: actor.id, role: actor.role } } as PersonCommand;
    return this.runner.run(taskOf(pathway), id, command, context);
  }

  /** The task as it stands, for whoever may say something of it. Errors as of `say`. */
  async asked(
    action: string,
    pathway: TaskPathway,
    id: string,
    { actor }: CommandContext,
  ): Promise<{ readonly task: Task; readonly today: CivilDate }> {
    this.policies.pathways(action, actor, pathway);
    const { state: task } = await this.runner.journal.load(taskOf(pathway), id);
    const { opened } = task;
    const today = this.clock.today();
    if (opened && !seesTask(this.readSide.db, actor, opened.caseId, today)) {
      throw new OnwardError('not-permitted', {
        rule: 'TRN-44',
        detail: 'There is no current consent to share this with your organisation.',
      });
    }
    return { task, today };
  }
}
