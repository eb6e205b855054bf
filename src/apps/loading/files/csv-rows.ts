// Splits a CSV stream into rows with the physical line each begins on, as the bytes arrive; ends with a problem if it cannot go on.
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { decodeUtf8, NotUtf8 } from './decode-utf8.js';
import type { Problem } from './record.js';

export interface CsvRow {
  line: number;
  cells: string[];
}

const LONGEST_ROW = 200_000;

/** Batches of rows. A batch with a `problem` is the last: the rows before the problem are in it. */
export async function* csvRows(stream: Readable): AsyncGenerator<{ rows: CsvRow[]; problem?: Problem }> {
  let rows: CsvRow[] = [];
  let line = 1;
  const take = () => {
    const taken = rows;
    rows = [];
    return taken;
  };
  const parser = parse({
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells: string[]) => {
      rows.push({ line, cells });
      line += 1 + lineBreaksWithin(cells);
      return null;
    },
  });
  parser.on('error', () => undefined);
  parser.resume();
  const feed = (text?: string) =>
    new Promise<Error | null | undefined>((done) => {
      if (text === undefined) parser.end(done);
      else parser.write(text, done);
    });
  try {
    for await (const text of decodeUtf8(stream)) {
      const error = await feed(text);
      if (error) {
        yield { rows: take(), problem: unreadable(error, line) };
        return;
      }
      if (rows.length > 0) yield { rows: take() };
    }
    const error = await feed();
    yield error ? { rows: take(), problem: unreadable(error, line) } : { rows: take() };
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    yield { rows: take(), problem: { line, code: 'malformed', severity: 'refused', message: error.message } };
  } finally {
    parser.destroy();
  }
}

const lineBreaksWithin = (cells: string[]): number =>
  cells.reduce((sum, cell) => sum + (/[\r\n]/.test(cell) ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0), 0);

function unreadable(error: Error, line: number): Problem {
  const code = 'code' in error ? error.code : undefined;
  const at = { line, severity: 'refused' } as const;
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return {
      ...at,
      code: 'truncated',
      message:
        'A quotation mark opened in the row that begins here is never closed: the file was cut off, or a quotation mark is missing. Nothing from here on was read.',
    };
  if (code === 'CSV_MAX_RECORD_SIZE')
    return {
      ...at,
      code: 'out-of-range',
      message: `The row that begins here is longer than ${LONGEST_ROW} characters, as when a quotation mark is missing. Nothing from here on was read.`,
    };
  return { ...at, code: 'malformed', message: 'The row that begins here is not CSV. Nothing from here on was read.' };
}
