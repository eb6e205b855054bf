// The last position in a file of events, asked before the store is opened: opening makes the table where there is none.
import { openDatabase } from '../sqlite-files/open-database.js';
import { guarded } from '../sqlite-files/errors.js';
import type { Position } from '../port.js';
import { toPosition } from './rows.js';

/** Undefined when nothing was ever recorded in it. Error: `store-unavailable`. */
export function headOf(path: string): Position | undefined | 'no table' {
  const database = openDatabase(path, { kind: 'events', readOnly: true });
  try {
    return guarded('events', () => {
      const tables = database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'events'").get();
      if ((tables as { n: number }).n === 0) return 'no table';
      const { head } = database.prepare('SELECT max(position) AS head FROM events').get() as { head: number | null };
      return head === null ? undefined : toPosition(head);
    });
  } finally {
    database.close();
  }
}
