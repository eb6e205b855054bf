// Reads any CSV file of a described table: typed rows with their line, and a problem for everything that could not be read.
import type { Readable } from 'node:stream';
import type { ColumnSpec, FieldValue } from './column-spec.js';
import { csvRows } from './csv-rows.js';
import type { CsvRow } from './csv-rows.js';
import { matchHeadings } from './match-headings.js';
import type { Headings } from './match-headings.js';
import { readRow } from './read-row.js';
import { problemItem } from './record.js';
import type { Problem, ProblemItem } from './record.js';
import { UnknownNames } from './unknown-names.js';

export interface CsvRowItem {
  kind: 'row';
  line: number;
  values: Record<string, FieldValue>;
}

export type CsvItem = CsvRowItem | ProblemItem;

export async function* readCsv(stream: Readable, spec: ColumnSpec): AsyncGenerator<CsvItem> {
  for await (const batch of readCsvBatches(stream, spec)) yield* batch;
}

/** The same, many rows at a time: waiting once a row costs more than reading it. */
export async function* readCsvBatches(stream: Readable, spec: ColumnSpec): AsyncGenerator<CsvItem[]> {
  const table = new CsvTable(spec);
  for await (const { rows, problem } of csvRows(stream)) {
    yield rows.flatMap((row) => [...table.take(row)]);
    if (table.refused) return;
    if (!problem) continue;
    yield [...table.end(false), problemItem({ ...problem, table: spec.table, stops: true })];
    return;
  }
  yield [...table.end(true)];
}

class CsvTable {
  refused = false;
  private headings: Headings | undefined;
  private headingRow = '';
  // A row with too few cells is held back: if it turns out to be the last, the file was cut off in it.
  private short: CsvRow | undefined;
  private readonly unknown = new UnknownNames('unknown-column');

  constructor(private readonly spec: ColumnSpec) {}

  *take(row: CsvRow): Generator<CsvItem> {
    if (this.refused || row.cells.every((cell) => cell.trim() === '')) return;
    if (this.headings) yield* this.data(row, this.headings);
    else yield* this.heading(row);
  }

  private *heading(row: CsvRow): Generator<CsvItem> {
    this.headings = matchHeadings(row.cells, this.spec, row.line);
    this.headingRow = row.cells.join('\0').toLowerCase();
    for (const { name, column } of this.headings.unknown)
      if (row.cells[column]?.trim()) this.unknown.add(this.spec.table, name, row.line, 0);
    yield* this.headings.problems.map(problemItem);
    this.refused = this.headings.problems.some(({ severity }) => severity === 'refused');
  }

  *end(complete: boolean): Generator<CsvItem> {
    const { table } = this.spec;
    if (this.refused) return;
    if (this.short)
      yield this.problem(
        this.short.line,
        complete ? 'truncated' : 'malformed',
        'refused',
        this.tooShort(this.short, complete),
      );
    if (!this.headings && complete)
      yield problemItem({
        line: 1,
        table,
        code: 'malformed',
        severity: 'refused',
        stops: true,
        message: `The file of ${table} is empty: it has not even a heading row.`,
      });
    yield* this.unknown.problems().map(problemItem);
  }

  private *data(row: CsvRow, headings: Headings): Generator<CsvItem> {
    if (this.short) yield this.problem(this.short.line, 'malformed', 'refused', this.tooShort(this.short, false));
    this.short = undefined;
    const extra = row.cells.slice(headings.width).some((cell) => cell.trim() !== '');
    if (row.cells.join('\0').toLowerCase() === this.headingRow) {
      const message = 'The heading row stands here again and was passed over.';
      yield this.problem(row.line, 'duplicate-row', 'reported', message);
    } else if (row.cells.length < headings.width) {
      this.short = row;
    } else if (extra) {
      const message = `The row has ${row.cells.length} values for ${headings.width} columns and was not read.`;
      yield this.problem(row.line, 'malformed', 'refused', message);
    } else yield* this.whole(row, headings);
  }

  private *whole(row: CsvRow, headings: Headings): Generator<CsvItem> {
    for (const { name, column } of headings.unknown)
      if (row.cells[column]?.trim()) this.unknown.add(this.spec.table, name, row.line, 1);
    const { values, problems } = readRow(row, headings, this.spec);
    yield* problems.map(problemItem);
    if (!problems.some(({ severity }) => severity === 'refused')) yield { kind: 'row', line: row.line, values };
  }

  private tooShort(row: CsvRow, last: boolean): string {
    const counts = `${row.cells.length} of ${this.headings?.width ?? 0} values`;
    return last
      ? `The last row has ${counts} and was not read: the file seems to have been cut off here.`
      : `The row has only ${counts} and was not read.`;
  }

  private problem(line: number, code: Problem['code'], severity: Problem['severity'], message: string): ProblemItem {
    return problemItem({ line, table: this.spec.table, code, severity, message });
  }
}
