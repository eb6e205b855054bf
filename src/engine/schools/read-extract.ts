// From the bytes of an extract to its rows: UTF-8, commas, the columns that are read, each row with its line.
import { parse } from 'csv-parse/sync';
import { OnwardError } from '../../kernel/errors.js';
import type { ExtractRow } from './domain/extract.js';

const refused = (detail: string, help: string): OnwardError =>
  new OnwardError('file-refused', { detail: `Nothing was loaded. ${detail}`, help });

/** Error: `file-refused`. */
export function readExtract(bytes: Uint8Array, columns: readonly string[]): readonly ExtractRow[] {
  const text = textOf(bytes);
  const [head = ''] = text.split(/\r?\n/, 1);
  if (!head.includes(',') && head.includes(';'))
    throw refused(
      'Line 1: the columns are parted by semicolons.',
      'Save the file as CSV parted by commas, or load it as it was downloaded.',
    );
  const rows = rowsOf(text);
  const names = (rows.shift()?.record ?? []).map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw refused(
      `Line 1: the file has no column ${missing.map((column) => `“${column}”`).join(', ')}.`,
      'Take the extract of the register with these columns; docs/files/schools.md names them all.',
    );
  const twice = columns.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice !== undefined) throw refused(`Line 1: the column “${twice}” is there twice.`, 'Leave one of the two.');
  return rows.flatMap(({ record, line }) => {
    if (record.every((cell) => cell.trim() === '')) return [];
    if (record.length !== names.length)
      throw refused(
        `Line ${line} has ${record.length} cells, and the heading ${names.length}: the file was cut off there, or a comma is missing.`,
        'Download the extract again.',
      );
    return [{ line, cells: Object.fromEntries(columns.map((column) => [column, record[names.indexOf(column)]])) }];
  });
}

interface Parsed {
  readonly record: string[];
  readonly line: number;
}

function rowsOf(text: string): Parsed[] {
  let line = 1;
  try {
    const found = parse(text, { relax_column_count: true, info: true, skip_empty_lines: false }) as unknown as {
      readonly record: string[];
      readonly info: { readonly lines: number };
    }[];
    return found.map(({ record }) => {
      const at = line;
      line += 1 + record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      return { record, line: at };
    });
  } catch (error) {
    const { lines } = error as { readonly lines?: number };
    throw refused(
      `Line ${lines ?? 1}: from here on it is no CSV: a quotation mark is missing, or the file was cut off.`,
      'Download the extract again.',
    );
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const [before = ''] = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1);
    const line = before.split('\n').length;
    throw refused(
      `Line ${line}: a letter on it is not UTF-8. The file is written in Windows-1252, as Excel and the register's own downloads may be.`,
      'Save it as “CSV UTF-8”, or run: iconv -f WINDOWS-1252 -t UTF-8 <file>.',
    );
  }
}
