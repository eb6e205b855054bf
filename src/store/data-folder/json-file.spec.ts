// The small files of the data folder: whole, or refused by name with what to do.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { temporaryFolder } from '../contract/temporary-folder.js';
import { readJsonFile, writeJsonFile } from './json-file.js';

const file = temporaryFolder();
const wanted = {
  fits: (value: unknown): value is { kind: string } => typeof (value as { kind?: unknown } | null)?.kind === 'string',
  remedy: 'Restore it from a backup.',
};

it('what was written is read, for its owner alone, and nothing is left beside it', () => {
  const path = file('store.json');
  expect(readJsonFile(path, wanted)).toBeUndefined();
  writeJsonFile(path, { kind: 'live' });
  expect(readJsonFile(path, wanted)).toEqual({ kind: 'live' });
  expect(readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)))).toEqual([basename(path)]);
});

it.each([
  ['', 'is empty'],
  ['  \n', 'is empty'],
  ['{"kind": "li', 'is damaged: it is not JSON'],
  ['null', 'is damaged: it does not hold what it should'],
  ['{"kind": 3}', 'is damaged: it does not hold what it should'],
])('%j is refused by the name of the file with what to do', (text, problem) => {
  const path = file('store.json');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  expect(() => readJsonFile(path, wanted)).toThrow(
    expect.objectContaining({
      type: 'store-unavailable',
      parts: { detail: `${basename(path)} in the data folder ${problem}.`, help: 'Restore it from a backup.' },
    }) as Error,
  );
});
