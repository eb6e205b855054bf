// What is built is what src/ holds: a file that moved or went leaves nothing behind that is read as if it were there.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { removeLeftovers } from '../scripts/lib/leftovers.mjs';

const folder = mkdtempSync(join(tmpdir(), 'onward-build-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (...paths: string[]) =>
  paths.forEach((path) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  });

it('keeps what has a source and the notes of the build, and takes away what has none any more', () => {
  write('src/cases/plan.ts', 'src/cases/access.json', 'src/web/onward.js');
  write('dist/cases/plan.js', 'dist/cases/plan.js.map', 'dist/cases/access.json', 'dist/web/onward.js', 'dist/.built');
  write('dist/ehc/access.json', 'dist/ehc/plan.js', 'dist/cases/gone.js');
  removeLeftovers(join(folder, 'src'), join(folder, 'dist'));
  const left = readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true });
  expect(
    left
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['.built', 'access.json', 'onward.js', 'plan.js', 'plan.js.map']);
});
