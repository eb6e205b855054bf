// Reads the cells of one CSV row into typed values, with everything that is wrong in it.
import type { ColumnSpec, FieldValue } from './column-spec.js';
import type { CsvRow } from './csv-rows.js';
import type { Headings } from './match-headings.js';
import { readValue } from './read-value.js';
import type { Problem } from './record.js';

export interface ReadRow {
  values: Record<string, FieldValue>;
  problems: Problem[];
}

export function readRow(row: CsvRow, headings: Headings, spec: ColumnSpec): ReadRow {
  const values: Record<string, FieldValue> = {};
  const problems: Problem[] = [];
  for (const { spec: field, label, columns } of headings.fields) {
    const read = readValue(field, cellOf(row, columns), label, spec.lists);
    if (read.value !== undefined) values[field.name] = read.value;
    const at = { line: row.line, table: spec.table, field: label };
    if (read.problem) {
      const unread = field.required && read.value === undefined;
      problems.push({ ...at, ...read.problem, severity: unread ? 'refused' : 'reported' });
    } else if (read.value === undefined && field.required) {
      problems.push({
        ...at,
        code: 'missing',
        severity: 'refused',
        message: `${label} is blank: the row was not read.`,
      });
    } else if (read.value === undefined && field.expected === 'value') {
      problems.push({ ...at, code: 'missing', severity: 'reported', message: `${label} is blank.` });
    }
  }
  return { values, problems };
}

const cellOf = (row: CsvRow, columns: number[]): string =>
  row.cells[columns.find((column) => row.cells[column]?.trim()) ?? columns[0] ?? -1] ?? '';
