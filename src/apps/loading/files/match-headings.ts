// Finds which column of a CSV file holds which field, by any name the field has had, and says what it could not place.
import { headingKey } from './column-spec.js';
import type { ColumnSpec, FieldSpec } from './column-spec.js';
import { quoted } from './quoted.js';
import type { Problem } from './record.js';

export interface Headings {
  width: number;
  /** The columns that may hold the field, the name in use first. */
  fields: { spec: FieldSpec; label: string; columns: number[] }[];
  unknown: { name: string; column: number }[];
  problems: Problem[];
}

export function matchHeadings(cells: string[], spec: ColumnSpec, line: number): Headings {
  const at = new Map<string, number[]>();
  cells.forEach((cell, column) => at.set(headingKey(cell), [...(at.get(headingKey(cell)) ?? []), column]));
  const problems: Problem[] = [];
  const placed = new Set<number>(spec.ignored?.flatMap((name) => at.get(headingKey(name)) ?? []));
  const fields = spec.columns.flatMap((field) => {
    const columns = [field.name, ...(field.aliases ?? [])].flatMap((name) => at.get(headingKey(name)) ?? []);
    const [first] = columns;
    if (first === undefined) {
      if (field.required || field.expected) problems.push(absent(field, spec.table, line));
      return [];
    }
    columns.forEach((column) => placed.add(column));
    return [{ spec: field, label: quoted(cells[first] ?? field.name), columns: [...new Set(columns)] }];
  });
  const unknown = cells.flatMap((cell, column) =>
    placed.has(column) ? [] : [{ name: cell.trim() || `column ${column + 1}, without a heading`, column }],
  );
  if (fields.length === 0) problems.push(noHeading(spec.table, line));
  return { width: cells.length, fields, unknown, problems };
}

const absent = (field: FieldSpec, table: string, line: number): Problem => ({
  line,
  table,
  field: field.name,
  code: 'missing',
  severity: field.required ? 'refused' : 'reported',
  stops: field.required,
  message: field.required
    ? `There is no column for ${field.name}, which every row of ${table} needs: the file was not read.`
    : `There is no column for ${field.name} in ${table}: it was read as blank in every row.`,
});

// Without a heading row the first row may be a person's, so none of it is repeated.
const noHeading = (table: string, line: number): Problem => ({
  line,
  table,
  code: 'malformed',
  severity: 'refused',
  stops: true,
  message: `The first row of ${table} names none of its columns, as when the heading row is missing: the file was not read.`,
});
