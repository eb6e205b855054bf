// Tasks due: mine and my role's, why each was made, and the form that says one is done.
import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Dispatcher } from '../../access/dispatcher.js';
import { Policies } from '../../access/policy.js';
import { CaseTypes } from '../../processing/case-types.js';
import { notFound } from '../../../kernel/errors.js';
import { form } from '../../web/forms/form.js';
import { FormFlow, type Place } from '../../web/forms/form-flow.js';
import { freeText } from '../../web/forms/questions.js';
import { CaseHistory } from '../../web/history/case-history.js';
import { PageController } from '../../web/page-controller.js';
import { page, type Page, type Redirect } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { readQuery, withoutBlanks } from '../../web/read-query.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { pathwayOf } from '../commands/about-task.js';
import { streamOf } from '../../../kernel/decider.js';
import { taskOf } from '../domain/decide.js';
import { completeTask } from '../commands/complete-task.js';
import { kindOf } from '../domain/kinds.js';
import { listTasks, TaskQuery } from '../queries/list-tasks.js';
import type { TaskLine } from '../queries/task-page.js';
import { shownTaskLine } from './shown-task.js';

const choices = [
  ['role', 'Mine and my role’s'],
  ['mine', 'Taken by me'],
  ['all', 'All that I may see'],
] as const;

export const done = form({
  title: 'The task is done',
  button: 'Record that it is done',
  recorded: 'The task is done.',
  questions: (_: TaskLine) => ({ note: freeText({ label: 'What was done? (optional)', hint: 'Kept sealed' }) }),
  command: ({ note }, task, context) =>
    completeTask.of({ pathway: pathwayOf(task.pathway), taskId: task.id }, { note }, context),
});

/** Of what only tells: that it was read. */
const read: typeof done = {
  ...done,
  title: 'I have read it',
  button: 'Record that it was read',
  questions: () => ({ note: freeText({ label: 'What you did about it (optional)', hint: 'Kept sealed' }) }),
  recorded: 'It is recorded that you have read it.',
};

const formOf = ({ kind }: TaskLine): typeof done => (kindOf(kind).doneByReading ? read : done);

@PageController()
export class TasksPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
    private readonly history: CaseHistory,
    private readonly types: CaseTypes,
  ) {}

  @Get(paths.tasks.pattern)
  async show(@VisitOf() visit: Visit, @Query() raw: Readonly<Record<string, unknown>>): Promise<Page> {
    const { asked, actor, today } = visit;
    const { asOf: _, ...given } = withoutBlanks(raw).given;
    const query = await readQuery(TaskQuery, given);
    // A manager and an auditor have no tasks of their role: they look at all.
    const usual = actor.role === 'manager' || actor.role === 'auditor' ? 'all' : 'role';
    const whose = query.whose ?? usual;
    const { items, next } = await this.dispatcher.ask(listTasks.of({}, { ...query, status: 'open', whose }, asked));
    const then = asked.asOf === today ? undefined : asked.asOf;
    const mayDo = asked.asOf === today && this.policies.of(completeTask.name)(actor).allowed;
    return page('engine/tasks/pages/tasks.njk', 'Tasks', {
      data: {
        asOf: asked.asOf,
        rows: items.map((task) => shownTaskLine(task, asked.asOf, actor.id, mayDo, this.types, this.history.nameOf)),
        choices: choices.map(([value, text]) => ({
          text,
          href: paths.tasks({}, { whose: value, asOf: then }),
          current: value === whose,
        })),
        next: next && paths.tasks({}, { ...given, asOf: then, cursor: next }),
      },
    });
  }

  @Get(paths.taskDone.pattern)
  async form(@VisitOf() visit: Visit, @Param('taskId') taskId: string): Promise<Page> {
    const place = await this.place(taskId, visit);
    return this.flow.show(formOf(place.subject), place, visit);
  }

  @Post(paths.taskDone.pattern)
  async submit(
    @VisitOf() visit: Visit,
    @Param('taskId') taskId: string,
    @Body() body: object,
  ): Promise<Page | Redirect> {
    const place = await this.place(taskId, visit);
    return this.flow.submit(formOf(place.subject), place, visit, body);
  }

  /** Among those that the visitor may see; a form that is sent again finds the task closed. */
  private async place(taskId: string, visit: Visit): Promise<Place<TaskLine>> {
    const now = { ...visit.asked, asOf: visit.today };
    const ask = async (status: 'open' | 'closed') =>
      (await this.dispatcher.ask(listTasks.of({}, { id: taskId, status }, now))).items[0];
    const found = (await ask('open')) ?? (await ask('closed'));
    if (!found) throw notFound('task', taskId);
    const back = { text: 'Tasks', href: paths.tasks() };
    const { revision } = found;
    // A task about the lists of a term is about no one person: there is no bar and no history of theirs.
    const personId = found.personId || undefined;
    const stream = streamOf(taskOf(pathwayOf(found.pathway)).category, taskId);
    const changes = async (since: number) => (personId ? this.history.since(personId, stream, since, now) : []);
    return { subject: found, personId, revision, back, next: back.href, changes };
  }
}
