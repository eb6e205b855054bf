// The table of tasks, of every pathway. `9999-12-31` is "not yet".
import { never } from '../deadlines/deadline-table.js';

export const taskTables = `
CREATE TABLE task (
  id TEXT PRIMARY KEY, pathway TEXT NOT NULL, case_id TEXT NOT NULL, person_id TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL,
  title TEXT NOT NULL, rule TEXT NOT NULL, due_on TEXT NOT NULL, opened_on TEXT NOT NULL, closed_on TEXT NOT NULL, how TEXT, assignee TEXT,
  cause_event TEXT NOT NULL, cause_on TEXT NOT NULL, deadline_scope TEXT, deadline_key TEXT, deadline_due TEXT, revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX task_open ON task (role, due_on, id) WHERE closed_on = '${never}';
CREATE INDEX task_case ON task (case_id, kind, deadline_key);`;
