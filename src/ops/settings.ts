// Every setting of Onward, read once from the environment. Nothing else looks at process.env.
import { resolve } from 'node:path';
import { OnwardError } from '../kernel/errors.js';

export interface Settings {
  /** Folder of the store, the keys and the read models (ONWARD_DATA, default `data`). */
  readonly data: string;
  /** PORT, default 3000. */
  readonly port: number;
  /** HOST, default 127.0.0.1: behind a proxy, or inside a container, say otherwise. */
  readonly host: string;
  /** ONWARD_DEMO=off: a new store starts empty and live; otherwise it becomes a demo store and is filled with a made-up area. */
  readonly demo: boolean;
  /** ONWARD_KEY: base64 of 32 bytes that wrap every person's key. Without it a development key is made in the data folder. */
  readonly key: string | undefined;
  /** ONWARD_LOG: error, warn, info (default) or silent. */
  readonly log: 'error' | 'warn' | 'info' | 'silent';
}

export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const port = Number(env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new OnwardError('invalid-input', {
      detail: 'PORT must be a whole number from 0 to 65535.',
      fields: [{ field: 'PORT', problem: 'not a port' }],
    });
  }
  const log = env['ONWARD_LOG'] ?? 'info';
  if (log !== 'error' && log !== 'warn' && log !== 'info' && log !== 'silent') {
    throw new OnwardError('invalid-input', { detail: 'ONWARD_LOG must be error, warn, info or silent.' });
  }
  return {
    data: resolve(env['ONWARD_DATA'] ?? 'data'),
    port,
    host: env['HOST'] ?? '127.0.0.1',
    demo: env['ONWARD_DEMO'] !== 'off',
    key: env['ONWARD_KEY'],
    log,
  };
}
