// Where things are, and a folder for a run that lies on a real disk: the folder for temporary files may be in memory.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const results = join(root, 'bench/results');
/** ONWARD_DIST: measures another build (an older commit, say) with the same harness. */
export const dist = process.env['ONWARD_DIST'] ?? join(root, 'dist');

/** A module of the build: `built('store/journal.js')`. */
export const built = (path) => import(pathToFileURL(join(dist, path)).href);

export function freshFolder(name) {
  mkdirSync(results, { recursive: true });
  const path = mkdtempSync(join(results, `data-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
