// Reads the access tables: each slice keeps its own `access.json`, so that a slice goes with its rows.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { AccessTable } from './policy.js';

export function loadAccessTables(root = fileURLToPath(new URL('..', import.meta.url))): AccessTable {
  const rows: Record<string, AccessTable[string]> = {};
  for (const slice of readdirSync(root)) {
    const file = join(root, slice, 'access.json');
    if (!existsSync(file)) continue;
    const table = JSON.parse(readFileSync(file, 'utf8')) as { readonly actions: AccessTable };
    for (const [action, row] of Object.entries(table.actions)) {
      if (rows[action]) throw new Error(`Two access tables have a row for ${action}`);
      rows[action] = row;
    }
  }
  return rows;
}
