// A whole Onward in this process: temporary folder, real SQLite, fixed clock, lists brought up to date after every change.
import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startWatching } from '../../src/engine/observing/watching.js';
import { FixedClock } from '../../src/kernel/clock.js';
import { openFoundations, type Opened } from '../../src/apps/ops/foundations.js';
import type { Slice } from '../../src/engine/processing/slice.js';
import { reach } from '../../src/apps/ops/reach.js';
import { createServer } from '../../src/apps/ops/server.js';
import type { Settings } from '../../src/apps/ops/settings.js';

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: T;
}

export interface Asking {
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestOnward {
  readonly app: NestFastifyApplication;
  readonly opened: Opened;
  readonly clock: FixedClock;
  readonly settings: Settings;
  post<T = Record<string, unknown>>(url: string, body: object, asking?: Asking): Promise<Answer<T>>;
  get<T = Record<string, unknown>>(url: string, asking?: Asking): Promise<Answer<T>>;
  close(): Promise<void>;
}

export const settingsFor = (data: string, more: Partial<Settings> = {}): Settings => ({
  data,
  port: 0,
  host: '127.0.0.1',
  demo: true,
  key: undefined,
  log: 'silent',
  ...more,
});

export const temporaryData = (): string => mkdtempSync(join(tmpdir(), 'onward-'));

/** `now` is the instant at which the clock stands. Actors are the demo ones, by id; `asha.caseworker` unless said otherwise. */
export async function startOnward(
  now = '2026-06-01T09:00:00.000Z',
  data = temporaryData(),
  more: Partial<Settings> = {},
  plugged: readonly Slice[] = [],
): Promise<TestOnward> {
  const clock = new FixedClock(now);
  const settings = settingsFor(data, more);
  const opened = openFoundations(settings, clock, await reach(settings), await startWatching(settings), plugged);
  await opened.projecting.catchUp();
  const app = await createServer(opened.foundations);
  const send = async <T>(
    method: 'GET' | 'POST',
    url: string,
    { as = 'asha.caseworker', headers = {} }: Asking,
    body?: object,
  ): Promise<Answer<T>> => {
    const response = await app.inject({
      method,
      url,
      headers: { authorization: `Bearer demo-${as}`, ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    if (method === 'POST') await opened.projecting.catchUp();
    const isJson = String(response.headers['content-type']).includes('json');
    return {
      status: response.statusCode,
      headers: response.headers,
      body: (isJson ? response.json() : response.body) as T,
    };
  };
  return {
    app,
    opened,
    clock,
    settings,
    post: (url, body, asking = {}) => send('POST', url, asking, body),
    get: (url, asking = {}) => send('GET', url, asking),
    async close() {
      await app.close();
      await opened.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
