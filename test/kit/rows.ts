// Every row of a file of read models, table by table, so that two files can be compared; without bookkeeping.
import { createHash } from 'node:crypto';
import { openForReading } from '../../src/engine/processing/read-models.js';

const notCompared = ['checkpoint', 'read_model'];

export function rowsOf(file: string): Record<string, string[]> {
  const db = openForReading(file);
  const tables = db.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
  );
  const rows = tables
    .filter(({ name }) => !notCompared.includes(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(
      ({ name }) =>
        [
          name,
          db
            .cells(`SELECT * FROM ${name}`)
            .map((row) => JSON.stringify(row))
            .sort(),
        ] as const,
    );
  db.database.close();
  return Object.fromEntries(rows);
}

export const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
