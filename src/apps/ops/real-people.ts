// What a store for real people asks for, and what it never is: unknown is closed, with the remedy.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OnwardError } from '../../kernel/errors.js';
import type { Settings } from './settings.js';
import type { StoreKind } from '../../store/store-kind.js';

/** Error: `invalid-input` for a live store without ONWARD_KEY, and for a demo store that is asked to be a live one. */
export function requireFitFor(
  kind: StoreKind['kind'],
  { demo, key, data }: Pick<Settings, 'demo' | 'key' | 'data'>,
): void {
  if (kind === 'demo' && !demo)
    throw refused(
      'ONWARD_DEMO',
      'ONWARD_DEMO=off asks for a store for real people, but this is a demo store: everybody in it is made up, and its sign-ins are public.',
      'Set ONWARD_DATA to a new folder (EVENTSTORE_URL to a new server) for real people, or start this one without ONWARD_DEMO=off.',
    );
  if (kind === 'demo' || (key !== undefined && key !== '')) return;
  throw refused(
    'ONWARD_KEY',
    'A store for real people needs ONWARD_KEY: without it the key that opens everybody’s record would lie beside the records.',
    existsSync(join(data, 'dev.key'))
      ? 'This store was begun with the development key: set ONWARD_KEY to what stands in dev.key, keep it elsewhere, and then delete dev.key.'
      : 'Make one with `openssl rand -base64 32`, keep it elsewhere than the data and its backups, and set ONWARD_KEY to it.',
  );
}

const refused = (field: string, detail: string, help: string): OnwardError =>
  new OnwardError('invalid-input', { detail, help, fields: [{ field, problem: detail }] });
