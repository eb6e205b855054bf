// The order of test files: the list of the longest names files that there are, and the longest come first.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import LongestFirst from './longest-first.mjs';

const root = join(__dirname, '..', '..');
const specs = ['src', 'test']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
  .filter((name) => name.endsWith('.spec.ts'))
  .map((name) => basename(name));

it('knows no test file that is not there any more', () => {
  const longest = JSON.parse(readFileSync(join(__dirname, 'longest.json'), 'utf8')) as Record<string, number>;
  expect(Object.keys(longest).filter((name) => !specs.includes(name))).toEqual([]);
});

it('puts the longest first where nothing was measured yet, however small its file; then the larger ones', () => {
  const context = { config: { cache: false }, hasteFS: { getSize: (path: string) => path.length } };
  const paths = ['/a.spec.ts', '/much/larger.spec.ts', '/store-commands.spec.ts', '/running-service.spec.ts'];
  const sorted = new LongestFirst().sort(paths.map((path) => ({ path, context })));
  expect(sorted.map(({ path }) => path)).toEqual([
    '/running-service.spec.ts',
    '/store-commands.spec.ts',
    '/much/larger.spec.ts',
    '/a.spec.ts',
  ]);
});
