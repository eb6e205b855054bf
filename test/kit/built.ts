// What `npm start` runs, built before the first test that needs it. All other tests run without a build.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
let upToDate = false;

/** The path of a file of `dist/`. Two who come at the same moment build once (scripts/build.mjs). */
export function built(...path: readonly string[]): string {
  if (!upToDate) execFileSync(process.execPath, ['scripts/build.mjs', '--if-needed'], { cwd: root, stdio: 'pipe' });
  upToDate = true;
  return join(root, 'dist', ...path);
}
