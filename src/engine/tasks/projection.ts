// The rows of tasks, and their dates in the table of deadlines under the pathway of the case.
import { never } from '../deadlines/deadline-table.js';
import { caseProjection } from '../processing/case-projection.js';
import type { Projection } from '../processing/projection.js';
import type { RowOf } from '../processing/table.js';
import type { TaskPathway } from './domain/codes.js';
import { taskOf } from './domain/decide.js';
import { dueOf, ruleOf, taskSubjects, titleOf } from './domain/facts.js';
import type { Task } from './domain/state.js';
import { taskTable } from './tables.js';

const ofPathway = (pathway: TaskPathway): Projection =>
  caseProjection(taskOf(pathway), {
    name: `${pathway}_task`,
    version: 4,
    tables: { task: taskTable },
    ofPerson: true,
    deadlines: (id, task) =>
      hasBegun(task) ? { pathway, personId: task.opened?.personId ?? '', subjects: taskSubjects(id, task) } : undefined,
    rows: (id, task, { revision }) => ({ task: rowsOf(pathway, id, task, revision) }),
  });

export const taskProjections = (pathways: readonly TaskPathway[]): readonly Projection[] => [
  { name: 'tasks', version: 4, tables: [taskTable], apply: () => undefined },
  ...pathways.map(ofPathway),
];

const hasBegun = (task: Task): boolean =>
  task.opened !== undefined && task.causes.length > 0 && dueOf(task) !== undefined;

function rowsOf(pathway: TaskPathway, id: string, task: Task, revision: number): RowOf<typeof taskTable>[] {
  const { opened, closed, causes, assignee } = task;
  const cause = causes[causes.length - 1];
  const dueOn = dueOf(task);
  if (!opened || !cause || dueOn === undefined) return [];
  const { caseId, personId = '', kind, role, deadline, on } = opened;
  return [
    {
      ...{ id, pathway, case_id: caseId, person_id: personId, kind, role, title: titleOf(task), rule: ruleOf(task) },
      ...{ due_on: dueOn, opened_on: on, closed_on: closed?.on ?? never, how: closed?.how, assignee },
      ...{ cause_event: cause.eventId, cause_on: cause.on },
      ...{ deadline_scope: deadline?.scope, deadline_key: deadline?.key, deadline_due: deadline?.dueOn, revision },
    },
  ];
}
