// Every setting of Onward, read once from the environment. Nothing else looks at process.env.
import { resolve } from 'node:path';
import { usualLimits, type SessionLimits } from '../../engine/access/sessions.js';
import type { LogLevel } from '../../engine/observing/log.js';
import { invalid, OnwardError } from '../../kernel/errors.js';

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
  /** EVENT_STORE: `sqlite` (default), a file in the data folder, or `eventstoredb`, the server in EVENTSTORE_URL for many users. */
  readonly eventStore?: 'sqlite' | 'eventstoredb';
  /** EVENTSTORE_URL, with the user's password in it: for the adapter only, never for a log. */
  readonly eventStoreUrl?: string | undefined;
  /** ONWARD_LOG: error, warn, info (default) or silent. */
  readonly log: LogLevel;
  /** ONWARD_SESSION_IDLE (minutes, default 60) and ONWARD_SESSION_HOURS (default 12): when a session at a browser ends by itself. */
  readonly sessions?: SessionLimits;
  /** METRICS_TOKEN: the bearer token with which a collector reads `/metrics`. Without it there is no such address. */
  readonly metricsToken?: string | undefined;
  /** OTEL_EXPORTER_OTLP_ENDPOINT: where traces go, over HTTP. Without it nothing is traced. */
  readonly traceTo?: string | undefined;
}

/** Whether a test runs it: what is forgiven for a reader's sake is an error then. */
export const inTests = (env: Readonly<Record<string, string | undefined>> = process.env): boolean =>
  env['NODE_ENV'] === 'test';

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
  const eventStore = env['EVENT_STORE'] ?? 'sqlite';
  if (eventStore !== 'sqlite' && eventStore !== 'eventstoredb') {
    throw new OnwardError('invalid-input', { detail: 'EVENT_STORE must be sqlite or eventstoredb.' });
  }
  if (eventStore === 'eventstoredb' && /esdb|\*/.test(env['DEBUG'] ?? '')) {
    throw new OnwardError('invalid-input', {
      detail: 'DEBUG must not cover esdb: the client would print the password of EVENTSTORE_URL.',
    });
  }
  const metricsToken = env['METRICS_TOKEN'] || undefined;
  if (metricsToken !== undefined && !/^[\x21-\x7e]{16,}$/.test(metricsToken)) {
    throw new OnwardError('invalid-input', {
      detail: 'METRICS_TOKEN must be at least 16 visible characters (openssl rand -hex 32).',
    });
  }
  const traceTo = env['OTEL_EXPORTER_OTLP_ENDPOINT'] || undefined;
  if (traceTo !== undefined && !/^https?:\/\/[^/]/.test(traceTo)) {
    throw new OnwardError('invalid-input', {
      detail: 'OTEL_EXPORTER_OTLP_ENDPOINT must begin with http:// or https://.',
    });
  }
  const demo = env['ONWARD_DEMO'] || 'on';
  if (demo !== 'on' && demo !== 'off')
    throw invalid('ONWARD_DEMO', 'must be on or off; off is a store for real people');
  return {
    sessions: {
      idleMinutes: wholeNumber(env, 'ONWARD_SESSION_IDLE', usualLimits.idleMinutes, 12 * 60),
      hours: wholeNumber(env, 'ONWARD_SESSION_HOURS', usualLimits.hours, 24),
    },
    metricsToken,
    traceTo,
    eventStore,
    eventStoreUrl: env['EVENTSTORE_URL'],
    data: resolve(env['ONWARD_DATA'] ?? 'data'),
    port,
    host: env['HOST'] ?? '127.0.0.1',
    demo: demo !== 'off',
    key: env['ONWARD_KEY'],
    log,
  };
}

/** From 1 to the most. Error: `invalid-input`. */
function wholeNumber(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  otherwise: number,
  most: number,
): number {
  const text = env[name] ?? '';
  if (text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw invalid(name, `must be a whole number from 1 to ${most}`);
  return value;
}
