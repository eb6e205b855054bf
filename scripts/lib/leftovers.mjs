// What src/ no longer has, dist/ does not keep: an access table that moved would be there twice, and the service refuse to start.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Hidden files are the build's own notes. Folders that became empty stay: nobody reads them. */
export function removeLeftovers(source, built) {
  for (const entry of readdirSync(built, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const [from, to] = [join(source, entry.name), join(built, entry.name)];
    if (entry.isDirectory()) removeLeftovers(from, to);
    else if (!existsSync(from) && !existsSync(from.replace(/\.js(\.map)?$/, '.ts'))) rmSync(to);
  }
}
