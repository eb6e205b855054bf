// Whether this store holds made-up people or real ones: decided when the store is made, never mixed (REC-31).
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OnwardError } from '../kernel/errors.js';

/** `demo` accepts only NHS numbers of the test range, `live` refuses them. */
export abstract class StoreKind {
  abstract readonly kind: 'demo' | 'live';
}

/** Reads the kind of the store in the data folder; a new store takes the one given. */
export function storeKind(dataFolder: string, ifNew: StoreKind['kind']): StoreKind & { readonly isNew: boolean } {
  const file = join(dataFolder, 'store.json');
  if (existsSync(file)) {
    const { kind } = JSON.parse(readFileSync(file, 'utf8')) as { kind?: unknown };
    if (kind === 'demo' || kind === 'live') return { kind, isNew: false };
    throw new OnwardError('store-unavailable', {
      detail: 'store.json in the data folder is damaged.',
      help: 'Restore it from a backup.',
    });
  }
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify({ format: 1, kind: ifNew }), { mode: 0o600 });
  return { kind: ifNew, isNew: true };
}
