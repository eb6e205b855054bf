// How many people each named worker holds: kept by the database itself, so that naming the officers reads officers and not people.
import type { Statements } from '../../engine/processing/statements.js';
import { never } from '../../engine/deadlines/deadline-table.js';

/** Of assignments that have no end yet. A worker whose name was written in two ways stands in two rows. */
export const workerCountTable = `
CREATE TABLE worker_count (
  role TEXT NOT NULL, worker_id TEXT NOT NULL, name TEXT NOT NULL, people INTEGER NOT NULL CHECK (people >= 0),
  PRIMARY KEY (role, worker_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_worker_ends ON named_worker (role, to_on) WHERE to_on < '${never}';
CREATE INDEX named_worker_begins ON named_worker (role, from_on) WHERE to_on = '${never}';`;

const place = (row: string): string => `${row}.role, ${row}.worker_id, coalesce(${row}.name, '')`;
const open = (row: string): string => `${row}.to_on = '${never}'`;
const oneMore = `INSERT INTO worker_count VALUES (${place('new')}, 1) ON CONFLICT DO UPDATE SET people = people + 1;`;
const oneLess = `
  UPDATE worker_count SET people = people - 1 WHERE (role, worker_id, name) = (${place('old')});
  DELETE FROM worker_count WHERE (role, worker_id, name) = (${place('old')}) AND people = 0;`;
const turnsOn = 'role, worker_id, name, to_on';

export const workerTriggers = `
CREATE TRIGGER worker_added AFTER INSERT ON named_worker WHEN ${open('new')} BEGIN ${oneMore} END;
CREATE TRIGGER worker_removed AFTER DELETE ON named_worker WHEN ${open('old')} BEGIN ${oneLess} END;
CREATE TRIGGER worker_left AFTER UPDATE OF ${turnsOn} ON named_worker WHEN ${open('old')} BEGIN ${oneLess} END;
CREATE TRIGGER worker_came AFTER UPDATE OF ${turnsOn} ON named_worker WHEN ${open('new')} BEGIN ${oneMore} END;`;

/** What the triggers would have kept one by one. */
export function countWorkers(db: Statements): void {
  db.run(
    `INSERT INTO worker_count SELECT ${place('w')}, count(*) FROM named_worker w WHERE ${open('w')} GROUP BY 1, 2, 3`,
  );
}
