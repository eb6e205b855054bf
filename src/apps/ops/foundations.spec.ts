// What is opened for everybody, and what only for whoever shows people.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../store/contract/temporary-folder.js';
import { FixedClock } from '../../kernel/clock.js';
import { openFoundations } from './foundations.js';
import { openWhenReached } from './open-when-reached.js';
import type { Settings } from './settings.js';

const file = temporaryFolder();
const clock = new FixedClock('2026-06-01T09:00:00.000Z');
const settings = (): Settings => ({
  data: file('data'),
  port: 0,
  host: '127.0.0.1',
  demo: true,
  key: Buffer.alloc(32, 5).toString('base64'),
  log: 'silent',
});
const look = {
  actor: { id: 'asha.caseworker', role: 'send-caseworker', organisation: 'southend-send' },
  query: 'GetYoungPerson',
  shown: ['p1'],
  correlationId: undefined,
} as const;

describe('the record of reading', () => {
  it('is not opened for a command of the command line, which shows nobody and works without it', async () => {
    const into = settings();
    const views = join(into.data, 'views.sqlite');
    await openFoundations(into, clock).close();
    expect(existsSync(views)).toBe(false);
    writeFileSync(views, 'this is no database, and long enough to be looked at as one'.repeat(20));
    const opened = openFoundations(into, clock);
    expect(await opened.stores.store.head()).toBeUndefined();
    await opened.close();
  });

  it('is there before a server answers anybody, and a server that cannot keep it does not start', async () => {
    const into = settings();
    await (await openWhenReached(into)).close();
    const views = join(into.data, 'views.sqlite');
    expect(existsSync(views)).toBe(true);
    const damaged = settings();
    await openFoundations(damaged, clock).close();
    writeFileSync(join(damaged.data, 'views.sqlite'), 'no database'.repeat(200));
    await expect(openWhenReached(damaged)).rejects.toMatchObject({ type: 'store-unavailable' });
  });

  it('is opened by the first look, where nobody opened it before', async () => {
    const into = settings();
    const opened = openFoundations(into, clock);
    const { views } = opened.foundations;
    views.note(look);
    expect(views.of(['p1'], 10)).toMatchObject([{ actor: 'asha.caseworker', query: 'GetYoungPerson', shown: 1 }]);
    await opened.close();
    expect(existsSync(join(into.data, 'views.sqlite'))).toBe(true);
  });
});
