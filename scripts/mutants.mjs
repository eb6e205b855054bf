// Mutation testing by Stryker: changes decisions bit by bit and says which changes no test notices. `npm run mutants -- <folder or file> ...`;
// without an argument it goes over the kernel, the rules, the decisions of each case (`domain/`) and how long records are kept, for hours.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const decides = (folder) => /^src\/(kernel|rules)$|\/(domain|retention)$/.test(folder);
const everything = () =>
  readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .filter(decides);

const asked = process.argv.slice(2).map((path) => path.replace(/\/+$/, ''));
const unknown = asked.filter((path) => !path.startsWith('src/') || !existsSync(path));
if (unknown.length > 0) {
  console.error(`Not a folder or file under src/: ${unknown.join(', ')}`);
  process.exit(1);
}
const parts = asked.length > 0 ? asked : everything();
const isFile = (path) => statSync(path).isFile();
const folderOf = (path) => (isFile(path) ? dirname(path) : path);

/** A file is asked of its own spec where it has one, within minutes. A folder is asked of all its specs, and of a case's `domain/` those right above it, too. */
function testsOf(path) {
  const own = path.replace(/\.ts$/, '.spec.ts');
  if (own !== path && existsSync(own)) return [`/${own.replaceAll('.', '\\.')}$`];
  const folder = folderOf(path);
  const above = basename(folder) === 'domain' ? [`/${dirname(folder)}/(?!.*\\.property)[^/]*\\.spec\\.ts$`] : [];
  return [`/${folder}/(?!.*\\.property).*\\.spec\\.ts$`, ...above];
}

const chosen = {
  mutate: [
    ...parts.map((path) => (isFile(path) ? path : `${path}/**/*.ts`)),
    '!src/**/*.spec.ts',
    '!src/**/*-for-tests.ts',
    '!src/kernel/given-when-then.ts',
  ],
  tests: [...new Set(parts.flatMap(testsOf))],
  // A whole crawl of src/ for every change would cost more than the tests.
  roots: [...new Set(parts.map(folderOf).map((folder) => (basename(folder) === 'domain' ? dirname(folder) : folder)))],
};
const { status } = spawnSync(process.execPath, ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'], {
  stdio: 'inherit',
  env: { ...process.env, ONWARD_MUTANTS: JSON.stringify(chosen) },
});
process.exit(status ?? 1);
