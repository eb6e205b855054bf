// Compiles src/ to dist/ and copies the data files beside the code that reads them. `--if-needed` skips when dist/ is newer than src/.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { removeLeftovers } from './lib/leftovers.mjs';

const stamp = 'dist/.built';
const dataFile = /\.(json|njk|css|csv|svg|js)$/;

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

function upToDate() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return [...walk('src'), 'package.json', 'tsconfig.json', 'tsconfig.build.json'].every(
    (path) => statSync(path).mtimeMs <= built,
  );
}

/** One builds at a time; whoever comes meanwhile waits. A lock of SQLite's goes with its process, however that ends. */
function oneAtATime(work) {
  mkdirSync('dist', { recursive: true });
  const lock = new DatabaseSync('dist/.building', { timeout: 600_000 });
  lock.exec('BEGIN EXCLUSIVE');
  work();
  lock.close();
}

function build() {
  const started = new Date();
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  for (const path of walk('src')) if (dataFile.test(path)) cpSync(path, join('dist', path.slice('src/'.length)));
  removeLeftovers('src', 'dist');
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}

const ifNeeded = process.argv.includes('--if-needed');
if (!ifNeeded || !upToDate()) {
  oneAtATime(() => {
    // Whoever was waited for has perhaps done it.
    if (!ifNeeded || !upToDate()) build();
  });
}
