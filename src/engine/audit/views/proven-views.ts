// Proves a copy of the record of reading: a whole database, and whom each look showed is as many as it says.
import { guarded } from '../../../store/sqlite-files/errors.js';
import { openDatabase } from '../../../store/sqlite-files/open-database.js';

/** How many looks there are. Undefined: it is not whole. Error: `store-unavailable` when it is no record of reading at all. */
export function provenViews(path: string): number | undefined {
  const database = openDatabase(path, { kind: 'views', readOnly: true });
  try {
    return guarded('views', () => {
      const first = (sql: string): unknown => Object.values(database.prepare(sql).get() ?? {})[0];
      const whole =
        first('PRAGMA integrity_check') === 'ok' &&
        database.prepare('PRAGMA foreign_key_check').get() === undefined &&
        first('SELECT count(*) FROM view WHERE shown > 0 AND id NOT IN (SELECT view FROM shown)') === 0;
      return whole ? Number(first('SELECT count(*) FROM view')) : undefined;
    });
  } finally {
    database.close();
  }
}
