// The two sample files are read by their column specs as their pages say.
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parseNhsNumber } from '../../kernel/identifiers/index.js';
import camhs from './camhs-columns.json' with { type: 'json' };
import { readCsv, type ColumnSpec, type CsvItem } from './files/index.js';
import readiness from './readiness-columns.json' with { type: 'json' };
import waiting from './waiting-columns.json' with { type: 'json' };

async function read(file: string, spec: ColumnSpec) {
  const items: CsvItem[] = [];
  for await (const item of readCsv(createReadStream(join(process.cwd(), 'samples', file)), spec)) items.push(item);
  const rows = items.flatMap((item) => (item.kind === 'row' ? [item.values] : []));
  const problems = items.flatMap((item) => (item.kind === 'problem' ? [item.problem.message] : []));
  return { rows, problems };
}

const inTestRange = (value: unknown): boolean => typeof value === 'string' && parseNhsNumber(value).range === 'test';

test('the sample caseload is read without a problem, and REC-31: nobody in it is real', async () => {
  const { rows, problems } = await read('camhs-caseload.csv', camhs as ColumnSpec);
  expect(problems).toEqual([]);
  expect(rows).toHaveLength(40);
  expect(rows.filter(({ nhs_number }) => !inTestRange(nhs_number))).toEqual([]);
  expect(rows.map(({ birth_date }) => birth_date)).toContain('2008-02-29');
});

test('the sample waiting list is read; its one blank NHS number is reported', async () => {
  const { rows, problems } = await read('waiting-list.csv', waiting as ColumnSpec);
  expect(problems).toEqual(['NHS Number is blank.']);
  expect(rows).toHaveLength(60);
  expect(rows.filter(({ nhs_number }) => nhs_number !== undefined && !inTestRange(nhs_number))).toEqual([]);
});

test('the sample list of a clinic is read without a problem, and REC-31: nobody in it is real', async () => {
  const { rows, problems } = await read('readiness.csv', readiness as ColumnSpec);
  expect(problems).toEqual([]);
  expect(rows).toHaveLength(44);
  expect(rows.filter(({ nhs_number }) => !inTestRange(nhs_number))).toEqual([]);
});

test.each([
  ['camhs', camhs as ColumnSpec],
  ['waiting', waiting as ColumnSpec],
  ['readiness', readiness as ColumnSpec],
])('every spelling in the code lists of %s is one that reading can find', (_, { lists = {} }) => {
  for (const list of Object.values(lists))
    expect(Object.keys(list).filter((key) => key !== key.toUpperCase())).toEqual([]);
});

test('WAIT-43: every code that a list gives is one that the events know', async () => {
  const { removalReasons, urgencies, pathways } = await import('../../cases/waiting/domain/codes.js');
  const { lists } = waiting;
  expect(removalReasons).toEqual(expect.arrayContaining([...new Set(Object.values(lists['removal-reason']))]));
  expect(urgencies).toEqual(expect.arrayContaining([...new Set(Object.values(lists.urgency))]));
  expect(pathways).toEqual(expect.arrayContaining([...new Set(Object.values(lists.pathway))]));
});
