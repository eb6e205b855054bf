// Compiles src/ to dist/ and copies the data files beside the code that reads them. `--if-needed` skips when dist/ is newer than src/.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

if (!process.argv.includes('--if-needed') || !upToDate()) {
  const started = new Date();
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  for (const path of walk('src')) if (dataFile.test(path)) cpSync(path, join('dist', path.slice('src/'.length)));
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
}
