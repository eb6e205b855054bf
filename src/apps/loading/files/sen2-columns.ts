// Describes one table of a Blade export to the general CSV reader.
import type { ColumnSpec, FieldSpec } from './column-spec.js';
import { codeLists, systemColumns } from './sen2-fields.js';
import type { Sen2Table } from './sen2-fields.js';

/** Columns that the return of that year should have are reported when the file lacks them. */
export function sen2Columns({ table, parent, fields }: Sen2Table, year: number | undefined): ColumnSpec {
  const inYear = (since: number, until = Infinity) => year !== undefined && since <= year && year <= until;
  return {
    table,
    columns: [
      key(table),
      ...(parent ? [key(parent)] : []),
      ...fields.map(({ name, aliases, type, personal, expected, since, until }) => ({
        name,
        aliases,
        type,
        personal,
        expected: expected ?? (inYear(since, until) ? ('column' as const) : undefined),
      })),
    ],
    ignored: [...systemColumns, `${table}orderseqcolumn`],
    lists: codeLists,
  };
}

// One return has one row in sen2, so nothing is lost where its number is missing.
const key = (table: string): FieldSpec => ({
  name: `${table}tableid`,
  type: 'text',
  required: table === 'sen2' ? undefined : true,
});
