// Reads the access tables: each folder keeps its own `access.json`, so that a case type goes with its rows.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { basename, join } from 'node:path';
import type { AccessTable } from './policy.js';

export function loadAccessTables(root = fileURLToPath(new URL('../..', import.meta.url))): AccessTable {
  const rows: Record<string, AccessTable[string]> = {};
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => basename(file) === 'access.json',
  );
  for (const file of files.sort()) {
    const table = JSON.parse(readFileSync(join(root, file), 'utf8')) as { readonly actions: AccessTable };
    for (const [action, row] of Object.entries(table.actions)) {
      if (rows[action]) throw new Error(`Two access tables have a row for ${action}`);
      rows[action] = row;
    }
  }
  return rows;
}
