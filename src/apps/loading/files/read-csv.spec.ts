// Any CSV of a described table: which rows are read, and what is said about the rest.
import { byteByByte, collect, problemsOf, streamOf } from '../../../../test/fixtures/sen2-files.js';
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

describe('a CSV file', () => {
  it('gives typed rows with their line', async () => {
    expect(await read(lines(HEAD, FERN, MOSS))).toEqual([
      {
        kind: 'row',
        line: 2,
        values: {
          nhsNumber: '9990000018',
          referred: '2024-05-01',
          birthDate: '2010-02-03',
          status: 'W',
          note: 'first',
        },
      },
      {
        kind: 'row',
        line: 3,
        values: { nhsNumber: '9990000026', referred: '2024-06-01', status: 'S', note: 'second' },
      },
    ]);
  });

  it.each([
    ['a byte order mark', `\uFEFF${lines(HEAD, FERN, MOSS)}`],
    ['CRLF line ends', lines(HEAD, FERN, MOSS).replaceAll('\n', '\r\n')],
    ['mixed line ends', `${HEAD}\r\n${FERN}\n${MOSS}\r`],
    ['no line end at the last row', lines(HEAD, FERN, MOSS).trimEnd()],
    ['headings by other names', lines('nhs_no,DATE OF REFERRAL,BirthDate,status,note', FERN, MOSS)],
    ['everything in quotation marks', lines(HEAD, FERN, MOSS).replaceAll(/[^,\n]+/g, '"$&"')],
    ['commas to spare at the end of a row', lines(HEAD, `${FERN},,`, MOSS)],
  ])('reads the same with %s', async (_what, text) => {
    const plain = await read(lines(HEAD, FERN, MOSS));
    expect(await read(text)).toEqual(plain);
    expect(await collect(readCsv(byteByByte(text), spec))).toEqual(plain);
  });

  it('passes over blank rows and keeps the physical line of the others', async () => {
    const items = await read(lines(HEAD, '', ',,,,', FERN, '  ', MOSS));
    expect(items.map((item) => item.kind === 'row' && item.line)).toEqual([4, 6]);
  });

  it('counts the lines within a quoted value', async () => {
    const items = await read(lines(HEAD, FERN.replace('first', '"one\r\ntwo\nthree"'), MOSS));
    expect(rowsOf(items).map(({ line }) => line)).toEqual([2, 5]);
  });

  it('takes a quotation mark inside a value as it stands', async () => {
    const items = await read(
      lines(HEAD, FERN.replace('first', 'the "old" list'), FERN.replace('first', '"the "old" list"'), MOSS),
    );
    expect(rowsOf(items)).toHaveLength(3);
    expect(rowsOf(items)[0]?.values.note).toBe('the "old" list');
  });

  it('passes over the heading row where it stands again, and says so', async () => {
    const items = await read(lines(HEAD, FERN, HEAD, MOSS));
    expect(rowsOf(items)).toHaveLength(2);
    expect(problemsOf(items)).toMatchObject([{ line: 3, code: 'duplicate-row', severity: 'reported' }]);
  });

  it('reports an unknown column once with how many values were left unread', async () => {
    const items = await read(lines(`${HEAD},Mood,`, `${FERN},good,x`, `${MOSS},,`, `${MOSS},bad,`));
    expect(rowsOf(items)).toHaveLength(3);
    expect(
      problemsOf(items).map(({ line, field, code, message }) => [line, field, code, /\d values? /.exec(message)?.[0]]),
    ).toEqual([
      [1, 'Mood', 'unknown-column', '2 values '],
      [2, 'column 7, without a heading', 'unknown-column', '1 value '],
    ]);
  });

  it('reports an expected column that is missing once, and reads the rows without it', async () => {
    const items = await read(lines('NHS number,Referred,Note', '9990000018,2024-05-01,x', '9990000026,2024-05-01,y'));
    expect(rowsOf(items)).toHaveLength(2);
    expect(problemsOf(items)).toMatchObject([{ field: 'status', code: 'missing', severity: 'reported' }]);
  });

  it('refuses the file when a required column is missing', async () => {
    const items = await read(lines('NHS number,Status,Note', '9990000018,W,x'));
    expect(items).toHaveLength(1);
    expect(problemsOf(items)).toMatchObject([
      { line: 1, field: 'referred', code: 'missing', severity: 'refused', stops: true },
    ]);
  });

  it('refuses a file without a heading row and repeats nothing of its first row', async () => {
    const optional = { ...spec, columns: spec.columns.map((column) => ({ ...column, required: undefined })) };
    const problems = problemsOf(await collect(readCsv(streamOf(lines(FERN, MOSS)), optional)));
    expect(problems.at(-1)).toMatchObject({ line: 1, code: 'malformed', severity: 'refused', stops: true });
    expect(JSON.stringify(problems)).not.toMatch(/999|2010|2024/);
  });

  it('refuses an empty file', async () => {
    expect(problemsOf(await read(''))).toMatchObject([{ code: 'malformed', severity: 'refused', stops: true }]);
  });
});
