// The table of tasks, of every pathway. `9999-12-31` is "not yet".
import { never } from '../deadlines/deadline-table.js';
import { table } from '../processing/table.js';

export const taskTable = table(
  'task',
  {
    id: 'text',
    pathway: 'text',
    case_id: 'text',
    /** About no one person: empty, as in the table of deadlines. */
    person_id: 'text',
    kind: 'text',
    role: 'text',
    title: 'text',
    rule: 'text',
    due_on: 'text',
    opened_on: 'text',
    closed_on: 'text',
    how: 'text?',
    assignee: 'text?',
    cause_event: 'text',
    cause_on: 'text',
    deadline_scope: 'text?',
    deadline_key: 'text?',
    deadline_due: 'text?',
    revision: 'whole',
  },
  {
    key: ['id'],
    indexes: {
      task_open: `(role, due_on, id) WHERE closed_on = '${never}'`,
      task_case: '(case_id, kind, deadline_key)',
    },
    shared: true,
  },
);
