// A figure as a file: the table's numbers, read back by other programs' readers; nothing in it is a formula.
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { civilDate } from '../../../kernel/calendar/index.js';
import { toCsv } from './csv.js';
import type { Figure } from './figure.js';
import { gatesFigure } from './transitions.js';
import { toXlsx } from './xlsx.js';

const figure: Figure = {
  ...gatesFigure([{ gate: '18', cases: 3 }], civilDate('2026-11-25')),
  rows: [
    [{ value: '=2+3' }, { value: 3, href: '/x' }],
    [{ value: 'a "b", c' }, { value: 0 }],
  ],
};

test('CSV: heads, the numbers of the table, and on every row the figure, the day, the rules and the use', () => {
  const [heads, ...rows] = parse(toCsv(figure), { bom: true });
  expect(heads).toEqual([
    'Next gate',
    'Open to CAMHS',
    'Figure',
    'As of',
    'Rules',
    'Use',
    'Settings',
    'Published',
    'Forgotten since',
    'Forecast',
  ]);
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ["'=2+3", '3', 'Gates ahead', '2026-11-25'],
    ['a "b", c', '0', 'Gates ahead', '2026-11-25'],
  ]);
  expect(rows.every((row) => row[5]?.startsWith('INTERNAL'))).toBe(true);
});

test('XLSX: numbers are numbers, a text that begins with = is a text', async () => {
  const files = unzipSync(new Uint8Array(await toXlsx(figure)));
  const names = Object.keys(files);
  const textOf = (name: string) =>
    strFromU8(files[names.find((each) => each.endsWith(name)) ?? ''] ?? new Uint8Array());
  const sheet = textOf('sheet1.xml');
  expect(sheet).not.toContain('<f>');
  expect(sheet).toMatch(/<c r="B2"[^>]*><v>3<\/v>/);
  expect(sheet + textOf('sharedStrings.xml')).toContain('=2+3');
});
