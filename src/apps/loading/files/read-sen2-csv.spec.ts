// A Blade export: its tables joined, and what is said when tables or rows do not fit together.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect, headersOf, personsOf, problemsOf } from '../../../../test/fixtures/sen2-files.js';
import { readSen2Csv } from './read-sen2-csv.js';

// The year is before every column's first, so that a small table need not have all columns. No table is sorted by what it hangs from.
const SMALL: Record<string, string[]> = {
  sen2: ['sen2tableid,NativeId,collection,year,referencedate,lea', '1,1,SEN2,2022,2025-Jan-16 00:00:00,882'],
  person: [
    'persontableid,NativeId,personorderseqcolumn,sourceid,sen2tableid,surname,forename,personbirthdate',
    '10,P1,1,S1,1,Fern,Test,2010-Feb-03 00:00:00',
    '20,P2,2,S1,1,Moss,Test,03/02/2011',
  ],
  requests: ['requeststableid,persontableid,receiveddate,rya', '7,20,2024-01-02,Yes', '5,10,02/01/2024,0', '6,10,,'],
  assessment: ['assessmenttableid,requeststableid,week20', '1,5,1', '2,7,false'],
  namedplan: ['namedplantableid,assessmenttableid,startdate', '2,2,2024-Sep-28 00:00:00'],
  plandetail: ['plandetailtableid,namedplantableid,urn', '3,2,115113', '4,2,115114'],
  activeplans: ['activeplanstableid,requeststableid,reviewmeeting', '9,7,2024-Sep-28 00:00:00', '8,5,'],
  placementdetail: ['placementdetailtableid,activeplanstableid,urn', '1,9,115113'],
  senneed: ['senneedtableid,activeplanstableid,sentype,sentyperank', '2,9,ASD,1', '1,9,slcn,2'],
};

describe('a Blade export', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'onward-blade-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (tables: Record<string, string[]>, label = '16-01-2025', end = '\n') => {
    for (const [table, rows] of Object.entries(tables))
      writeFileSync(join(folder, label ? `Blade-Export_${label}_${table}.csv` : `${table}.csv`), rows.join(end) + end);
  };
  const read = async (changes: Record<string, string[]> = {}, without: string[] = []) => {
    const tables = { ...SMALL, ...changes };
    for (const table of without) delete tables[table];
    write(tables);
    return collect(readSen2Csv(folder));
  };
  const plus = (table: string, ...rows: string[]) => ({ [table]: [...(SMALL[table] ?? []), ...rows] });

  it('gives the persons in the order of their table with everything that hangs from them', async () => {
    const items = await read();
    expect(problemsOf(items)).toEqual([]);
    expect(headersOf(items)).toMatchObject([{ line: 2, year: 2022, referenceDate: '2025-01-16', lea: '882' }]);
    expect(personsOf(items)).toEqual([
      {
        line: 2,
        surname: 'Fern',
        forename: 'Test',
        personBirthDate: '2010-02-03',
        requests: [
          {
            line: 3,
            receivedDate: '2024-01-02',
            rya: false,
            assessment: { line: 2, week20: true },
            activePlan: { line: 3, placements: [], needs: [] },
          },
          { line: 4 },
        ],
      },
      {
        line: 3,
        surname: 'Moss',
        forename: 'Test',
        personBirthDate: '2011-02-03',
        requests: [
          {
            line: 2,
            receivedDate: '2024-01-02',
            rya: true,
            assessment: {
              line: 3,
              week20: false,
              namedPlan: {
                line: 2,
                startDate: '2024-09-28',
                planDetails: [
                  { line: 2, urn: '115113' },
                  { line: 3, urn: '115114' },
                ],
              },
            },
            activePlan: {
              line: 2,
              reviewMeeting: '2024-09-28',
              placements: [{ line: 2, urn: '115113' }],
              needs: [
                { line: 2, senType: 'ASD', senTypeRank: 1 },
                { line: 3, senType: 'SLCN', senTypeRank: 2 },
              ],
            },
          },
        ],
      },
    ]);
  });

  it('is the same with a byte order mark, CRLF, and capital file names without a date', async () => {
    const expected = await read();
    rmSync(folder, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'onward-blade-'));
    const other = Object.entries(SMALL).map(([table, [head = '', ...rows]]) => [
      table.toUpperCase(),
      [`\uFEFF${head}`, ...rows],
    ]);
    write(Object.fromEntries(other) as Record<string, string[]>, '', '\r\n');
    expect(await collect(readSen2Csv(folder))).toEqual(expected);
  });

  it.each(['sen2', 'person', 'requests'])('reads nothing without the table %s, and names it', async (table) => {
    const items = await read({}, [table]);
    expect(items).toHaveLength(1);
    expect(problemsOf(items)).toMatchObject([{ table, code: 'missing', severity: 'refused', stops: true }]);
  });

  it('says what is lost without another table, once, and reads the rest', async () => {
    const items = await read({}, ['namedplan']);
    expect(personsOf(items)).toHaveLength(2);
    const [lost, below] = problemsOf(items);
    expect(lost).toMatchObject({ table: 'namedplan', code: 'missing', severity: 'reported' });
    expect(lost?.message).toContain('when each plan began and ended');
    expect(below).toMatchObject({ table: 'plandetail', code: 'orphan-row' });
    expect(below?.message).toContain('2 rows');
  });

  it('reports each row whose parent is not in the export, with its line', async () => {
    const items = await read(plus('activeplans', '30,999,'));
    expect(problemsOf(items)).toMatchObject([
      { line: 4, table: 'activeplans', code: 'orphan-row', severity: 'refused' },
    ]);
  });

  it('reads only the first of two rows with the same table id', async () => {
    const items = await read(plus('person', '20,P3,3,S1,1,Reed,Test,2012-01-01'));
    expect(personsOf(items).map(({ surname }) => surname)).toEqual(['Fern', 'Moss']);
    expect(problemsOf(items)).toMatchObject([{ line: 4, table: 'person', code: 'duplicate-row', severity: 'refused' }]);
  });

  it('keeps only the first of two active plans of one request', async () => {
    const items = await read(plus('activeplans', '30,7,2020-01-01'));
    expect(personsOf(items)[1]?.requests[0]?.activePlan?.reviewMeeting).toBe('2024-09-28');
    expect(problemsOf(items)).toMatchObject([
      { line: 4, table: 'activeplans', code: 'duplicate-row', severity: 'refused' },
    ]);
  });

  it('says where a table was cut off and how much hung from the rest of it', async () => {
    const items = await read({
      activeplans: ['activeplanstableid,requeststableid,reviewmeeting', '8,5,', '9,7,"2024'],
    });
    expect(personsOf(items)).toHaveLength(2);
    expect(problemsOf(items)).toMatchObject([
      { line: 3, table: 'activeplans', code: 'truncated', stops: true },
      { table: 'placementdetail', code: 'orphan-row', line: 2 },
      { table: 'senneed', code: 'orphan-row', line: 2 },
    ]);
  });

  it('refuses a last row with too few values as cut off', async () => {
    const items = await read(plus('senneed', '3,9'));
    expect(problemsOf(items)).toMatchObject([{ line: 4, table: 'senneed', code: 'truncated', severity: 'refused' }]);
  });

  it('reports an unknown column once and a column of that year that is missing', async () => {
    const sen2 = SMALL.sen2?.map((row) => row.replace('2022', '2025')) ?? [];
    const items = await read({ sen2, senneed: ['senneedtableid,activeplanstableid,sentype,mood', '2,9,ASD,good'] });
    expect(problemsOf(items).filter(({ table }) => table === 'senneed')).toMatchObject([
      { code: 'missing', field: 'senTypeRank', severity: 'reported' },
      { code: 'unknown-column', field: 'mood', severity: 'reported' },
    ]);
    expect(problemsOf(items).map(({ field }) => field)).not.toContain('reviewDraft');
  });

  it('reports a table it does not know', async () => {
    const items = await read({ newtable: ['a', '1'] });
    expect(personsOf(items)).toHaveLength(2);
    expect(problemsOf(items)).toMatchObject([{ table: 'newtable', code: 'unknown-element', severity: 'reported' }]);
  });

  it('refuses a folder with two exports and lists them', async () => {
    write({ person: SMALL.person ?? [] }, '17-01-2025');
    const items = await read();
    expect(items).toHaveLength(1);
    expect(problemsOf(items)[0]?.message).toContain('16-01-2025 (9 files), 17-01-2025 (1 files)');
  });

  it.each([
    ['an empty table sen2', ['sen2tableid,collection,year,referencedate,lea'], 'has no row'],
    [
      'a reference date that is no date',
      ['sen2tableid,collection,year,referencedate,lea', '1,SEN2,2025,soon,882'],
      'no ReferenceDate',
    ],
    [
      'another collection',
      ['sen2tableid,collection,year,referencedate,lea', '1,SC,2025,2025-01-16,882'],
      'another collection',
    ],
  ])('refuses an export with %s', async (_what, sen2, says) => {
    const items = await read({ sen2 });
    expect(personsOf(items)).toEqual([]);
    expect(problemsOf(items).at(-1)).toMatchObject({ severity: 'refused', stops: true });
    expect(problemsOf(items).at(-1)?.message).toContain(says);
  });
});
