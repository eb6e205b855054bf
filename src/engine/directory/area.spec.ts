// The crisis line of an area: from its file, made up in a demo store, and never made up for real people.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areaFile, readArea } from './area.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onward-area-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const given = (text: string) => writeFileSync(join(folder, areaFile), text);

test('TRN-01a: a live area without the file has no crisis line; a demo store has one that is made up', () => {
  expect(readArea(folder, 'live').crisisLine).toBeUndefined();
  expect(readArea(folder, 'demo').crisisLine?.name).toContain('made up');
});

test('the file of the area says it, in a demo store too', () => {
  given('{ "crisisLine": { "name": "First response", "phone": "0800 000 0000" } }');
  for (const kind of ['live', 'demo'] as const)
    expect(readArea(folder, kind).crisisLine).toEqual({ name: 'First response', phone: '0800 000 0000' });
});

test.each([
  ['', 'is empty'],
  ['[', 'not JSON'],
  ['null', 'not a JSON object'],
  ['[]', 'not a JSON object'],
  ['{ "crisis": { "name": "Line", "phone": "111" } }', 'no field called crisis'],
  ['{ "crisisLine": null }', '"name"'],
  ['{ "crisisLine": { "name": " ", "phone": "111" } }', '"name"'],
  ['{ "crisisLine": { "name": "Line" } }', '"phone"'],
  ['{ "crisisLine": { "name": "Line", "phone": "see the web" } }', '"phone"'],
])('a file with %j is refused with the file and what is wrong', (text, problem) => {
  given(text);
  expect(() => readArea(folder, 'live')).toThrow(problem);
  expect(() => readArea(folder, 'live')).toThrow(areaFile);
});
