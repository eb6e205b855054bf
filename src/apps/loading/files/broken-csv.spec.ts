// Rows of a CSV that cannot be read, and CSV files that were cut off.
import { collect, problemsOf, streamOf } from '../../../../test/fixtures/sen2-files.js';
import type { ColumnSpec } from './column-spec.js';
import { readCsv } from './read-csv.js';

const spec: ColumnSpec = {
  table: 'waiting list',
  columns: [
    { name: 'nhsNumber', aliases: ['NHS No'], type: 'nhs-number', required: true, personal: true },
    { name: 'referred', aliases: ['Date of referral'], type: 'date', required: true },
    { name: 'birthDate', type: 'date', personal: true },
    { name: 'status', type: 'code:status', expected: 'column' },
    { name: 'note', type: 'text', expected: 'value' },
  ],
  lists: { status: { W: 'waiting', S: 'seen' } },
};
const HEAD = 'NHS number,Referred,Birth date,Status,Note';
const FERN = '999 000 0018,2024-05-01,2010-02-03,W,first';
const MOSS = '9990000026,01/06/2024,,s,second';

const read = (...chunks: (string | Buffer)[]) => collect(readCsv(streamOf(...chunks), spec));
const lines = (...rows: string[]) => `${rows.join('\n')}\n`;
const rowsOf = (items: Awaited<ReturnType<typeof read>>) =>
  items.flatMap((item) => (item.kind === 'row' ? [item] : []));

describe('a row that cannot be read', () => {
  it.each([
    ['a bad date where one is needed', FERN.replace('2024-05-01', '2024-13-01'), 'bad-date', 'Referred'],
    ['a blank where a value is needed', FERN.replace('2024-05-01', ''), 'missing', 'Referred'],
    ['an NHS number with a wrong digit', FERN.replace('0018', '0017'), 'bad-identifier', 'NHS number'],
  ])('with %s is refused with line, field and reason, and the next is read', async (_what, row, code, field) => {
    const items = await read(lines(HEAD, row, MOSS));
    expect(rowsOf(items).map(({ line }) => line)).toEqual([3]);
    expect(problemsOf(items)).toMatchObject([{ line: 2, table: 'waiting list', field, code, severity: 'refused' }]);
  });

  it('is still read when only an optional value is wrong, which is reported', async () => {
    const items = await read(lines(HEAD, '9990000018,2024-05-01,2010-02-31,X,'));
    expect(rowsOf(items)[0]?.values).toEqual({ nhsNumber: '9990000018', referred: '2024-05-01', status: 'X' });
    expect(problemsOf(items).map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'bad-date reported',
      'unknown-code reported',
      'missing reported',
    ]);
    expect(JSON.stringify(problemsOf(items))).not.toMatch(/2010|999/);
  });

  it('with too few or too many values is refused and the others are read', async () => {
    const items = await read(lines(HEAD, '9990000018,2024-05-01', FERN, `${FERN},more`, MOSS));
    expect(rowsOf(items).map(({ line }) => line)).toEqual([3, 5]);
    expect(problemsOf(items)).toMatchObject([
      { line: 2, code: 'malformed', severity: 'refused' },
      { line: 4, code: 'malformed', severity: 'refused' },
    ]);
  });
});

describe('a CSV file that was cut off', () => {
  it('says so when its last row has too few values', async () => {
    const items = await read(`${lines(HEAD, FERN)}9990000026,01/06`);
    expect(rowsOf(items)).toHaveLength(1);
    expect(problemsOf(items)).toMatchObject([{ line: 3, code: 'truncated', severity: 'refused' }]);
  });

  it('says on which line a quotation mark opens that is never closed, and keeps the rows before it', async () => {
    const items = await read(`${lines(HEAD, FERN)}9990000026,01/06/2024,,W,"sec\nond`);
    expect(rowsOf(items)).toHaveLength(1);
    expect(problemsOf(items)).toMatchObject([{ line: 3, code: 'truncated', severity: 'refused', stops: true }]);
  });

  it('does not let a missing quotation mark swallow a long file', async () => {
    const items = await read(
      lines(HEAD, FERN, FERN.replace('first', '"open'), ...Array.from({ length: 9000 }, () => MOSS)),
    );
    expect(rowsOf(items)).toHaveLength(1);
    expect(problemsOf(items)).toMatchObject([{ line: 3, code: 'out-of-range', stops: true }]);
  });

  it('stops at a byte that is not UTF-8, with its line', async () => {
    const items = await read(lines(HEAD, FERN), Buffer.from(FERN.replace('first', 'Zoë'), 'latin1'));
    expect(rowsOf(items)).toHaveLength(1);
    expect(problemsOf(items)).toMatchObject([{ line: 3, code: 'malformed', severity: 'refused', stops: true }]);
  });
});
