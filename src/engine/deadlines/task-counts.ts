// How many tasks are open, by pathway, kind and due date: kept by the database itself, so that a count reads days and not people.
import type { Statements } from '../processing/statements.js';
import { never, openTask } from './deadline-table.js';
import { goneForGood } from './nothing-asked.js';

/** One row for each day on which something is due; `begun` once anything on record shows it. Whoever died or was forgotten is left out. */
export const taskCountTable = `
CREATE TABLE task_count (
  pathway TEXT NOT NULL, key TEXT NOT NULL, due_on TEXT NOT NULL, begun INTEGER NOT NULL, tasks INTEGER NOT NULL CHECK (tasks >= 0),
  PRIMARY KEY (pathway, key, due_on, begun)
) STRICT, WITHOUT ROWID;`;

const place = (row: string): string => `${row}.pathway, ${row}.key, ${row}.due_on, ${row}.began_on < '${never}'`;
const open = (row: string): string =>
  `${row}.met_on = '${never}' AND ${row}.valid_to = '${never}' AND ${row}.is_task = 1`;
const isGone = (row: string): string => `(${row}.died_on IS NOT NULL OR ${row}.forgotten_on IS NOT NULL)`;

const oneMore = (row: string): string =>
  `INSERT INTO task_count VALUES (${place(row)}, 1) ON CONFLICT DO UPDATE SET tasks = tasks + 1;`;
/** Nothing is left of a count that came to nought: a rebuild would not know it. */
const oneLess = (row: string): string => `
  UPDATE task_count SET tasks = tasks - 1 WHERE (pathway, key, due_on, begun) = (${place(row)});
  DELETE FROM task_count WHERE (pathway, key, due_on, begun) = (${place(row)}) AND tasks = 0;`;
const counts = (row: string): string => `${open(row)} AND NOT ${goneForGood(`${row}.person_id`)}`;
const turnsOn = 'pathway, key, person_id, due_on, began_on, met_on, valid_to, is_task';

/** Beside `deadline_row`. They look into `young_person`, which another projection brings, when they act and not before. */
export const taskTriggers = `
CREATE TRIGGER task_added AFTER INSERT ON deadline_row WHEN ${counts('new')} BEGIN ${oneMore('new')} END;
CREATE TRIGGER task_removed AFTER DELETE ON deadline_row WHEN ${counts('old')} BEGIN ${oneLess('old')} END;
CREATE TRIGGER task_left AFTER UPDATE OF ${turnsOn} ON deadline_row WHEN ${counts('old')} BEGIN ${oneLess('old')} END;
CREATE TRIGGER task_came AFTER UPDATE OF ${turnsOn} ON deadline_row WHEN ${counts('new')} BEGIN ${oneMore('new')} END;`;

const ofPerson = (row: string): string =>
  `SELECT ${place('d')} AS begun, count(*) AS some FROM deadline_row d WHERE d.person_id = ${row}.id AND ${openTask('d.')} GROUP BY 1, 2, 3, 4`;
const theirsLess = (row: string): string => `
  UPDATE task_count SET tasks = tasks - theirs.some FROM (${ofPerson(row)}) AS theirs
    WHERE (task_count.pathway, task_count.key, task_count.due_on, task_count.begun) = (theirs.pathway, theirs.key, theirs.due_on, theirs.begun);
  DELETE FROM task_count WHERE tasks = 0 AND (pathway, key, due_on, begun) IN (SELECT pathway, key, due_on, begun FROM (${ofPerson(row)}));`;
const theirsMore = (row: string): string =>
  `INSERT INTO task_count SELECT * FROM (${ofPerson(row)}) WHERE true ON CONFLICT DO UPDATE SET tasks = tasks + excluded.tasks;`;

/** Beside `young_person`: a death, its correction and a forgetting take all tasks of a person out, or bring them back. */
export const goneTriggers = `
CREATE TRIGGER person_went AFTER UPDATE OF died_on, forgotten_on ON young_person WHEN ${isGone('new')} AND NOT ${isGone('old')} BEGIN ${theirsLess('new')} END;
CREATE TRIGGER person_returned AFTER UPDATE OF died_on, forgotten_on ON young_person WHEN ${isGone('old')} AND NOT ${isGone('new')} BEGIN ${theirsMore('new')} END;
CREATE TRIGGER gone_person_came AFTER INSERT ON young_person WHEN ${isGone('new')} BEGIN ${theirsLess('new')} END;
CREATE TRIGGER gone_person_left AFTER DELETE ON young_person WHEN ${isGone('old')} BEGIN ${theirsMore('old')} END;`;

/** What the triggers would have kept one by one. */
export function countTasks(db: Statements): void {
  db.run(`INSERT INTO task_count SELECT ${place('d')}, count(*) FROM deadline_row d
    WHERE ${openTask('d.')} AND d.person_id NOT IN (SELECT p.id FROM young_person p WHERE ${isGone('p')}) GROUP BY 1, 2, 3, 4`);
}
