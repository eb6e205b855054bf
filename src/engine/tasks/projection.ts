// The rows of tasks, and their dates in the table of deadlines under the pathway of the case.
import { caseProjection } from '../processing/case-projection.js';
import type { Projection } from '../processing/projection.js';
import type { Statements } from '../processing/statements.js';
import { never, replaceDeadlines } from '../deadlines/deadline-table.js';
import { isForgotten } from '../deadlines/nothing-asked.js';
import type { TaskPathway } from './domain/codes.js';
import { taskOf } from './domain/decide.js';
import type { TaskFact } from './domain/events.js';
import { dueOf, ruleOf, taskSubjects, titleOf } from './domain/facts.js';
import type { Task } from './domain/state.js';
import { taskTables } from './tables.js';

const ofPathway = (pathway: TaskPathway): Projection =>
  caseProjection<Task, TaskFact>(taskOf(pathway), {
    name: `${pathway}_task`,
    version: 3,
    tables: '',
    write: (id, task, db, revision) => write(pathway, id, task, db, revision),
    ofPerson: {
      isForgotten,
      erase(id, db, personId) {
        db.replace('task', id, []);
        replaceDeadlines(db, { pathway, caseId: id, personId }, []);
      },
    },
  });

export const taskProjections = (pathways: readonly TaskPathway[]): readonly Projection[] => [
  { name: 'tasks', version: 3, tables: taskTables, apply: () => undefined },
  ...pathways.map(ofPathway),
];

function write(pathway: TaskPathway, id: string, task: Task, db: Statements, revision: number): void {
  const { opened, closed, causes, assignee } = task;
  const cause = causes[causes.length - 1];
  const dueOn = dueOf(task);
  if (!opened || !cause || dueOn === undefined) return;
  // About no one person: empty, as in the table of deadlines.
  const { caseId, personId = '', kind, role, deadline } = opened;
  const row = [
    ...[id, pathway, caseId, personId, kind, role, titleOf(task), ruleOf(task), dueOn, opened.on],
    ...[closed?.on ?? never, closed?.how ?? null, assignee ?? null, cause.eventId, cause.on],
    ...[deadline?.scope ?? null, deadline?.key ?? null, deadline?.dueOn ?? null, revision],
  ];
  db.replace('task', id, [row]);
  replaceDeadlines(db, { pathway, caseId: id, personId }, taskSubjects(id, task));
}
