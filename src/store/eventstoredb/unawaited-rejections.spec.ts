// What the client leaves behind when a connection breaks must not end the process; everything else must.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { EventStoreDbDouble } from '../../../test/doubles/eventstoredb/double.js';
import { built } from '../../../test/kit/built.js';
import { isClientRejection } from './unawaited-rejections.js';

const adapter = built('store', 'eventstoredb');

/** Runs a script in a process of its own, with the built adapter; answers how it ended and what it said. */
async function run(script: string, url = '', onLine: (line: string) => void = () => undefined) {
  const head = `
    import { EventStoreDBClient, binaryEvent } from '@eventstore/db-client';
    import { randomUUID } from 'node:crypto';
    import { Connection } from '${adapter}/connection.js';
    import { readConnectionString } from '${adapter}/connection-string.js';
    import { EventStoreDbEventStore } from '${adapter}/eventstoredb-event-store.js';
    import { guardAgainstUnawaitedRejections, unawaitedRejectionsSeen } from '${adapter}/unawaited-rejections.js';
    const url = ${JSON.stringify(url)};
    const big = () => binaryEvent({ id: randomUUID(), type: 'Happened', data: Buffer.alloc(100_000) });
    const openStore = (patience) => new EventStoreDbEventStore(new Connection(readConnectionString(url), { callTimeout: 500, patience }));
    const event = (text) => ({ id: randomUUID(), type: 'Happened', schemaVersion: 1, data: JSON.stringify(text), metadata: '{}' });
    const heard = () => new Promise((done) => process.stdin.once('data', done));
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', head + script], {
    cwd: join(adapter, '..', '..', '..'),
  });
  let said = '';
  const listen = (text: Buffer) => {
    said += text.toString();
    onLine(said);
    if (said.includes('now')) child.stdin.write('go\n');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  return { code, said };
}

describe('rejections that nobody handles', () => {
  let double: EventStoreDbDouble;
  beforeEach(async () => {
    double = await EventStoreDbDouble.start();
  });
  afterEach(() => double.stop());
  const stopWhenAsked = (said: string) => {
    if (said.includes('now')) double.stop();
  };

  it('2: 200 large appends and a server that dies: each is answered, and the process lives', async () => {
    double.faults.silent.add('append');
    const script = `
      const store = openStore(300);
      await store.head();
      const sent = Array.from({ length: 200 }, (_, n) => store.append('s-' + n, 'no_stream', [event('x'.repeat(100_000))]));
      setTimeout(() => console.log('now'), 100);
      const refused = (await Promise.allSettled(sent)).filter(({ reason }) => reason?.type === 'store-unavailable').length;
      console.log('refused ' + refused);
      await store.close();
      process.exit(0);`;
    expect(await run(script, double.url, stopWhenAsked)).toMatchObject({
      code: 0,
      said: expect.stringContaining('refused 200') as string,
    });
  }, 60_000);

  it('2: the shared appends of the client alone leave many behind; the guard lets them pass', async () => {
    double.faults.silent.add('batch append');
    const script = `
      guardAgainstUnawaitedRejections();
      const client = EventStoreDBClient.connectionString(url);
      const sent = Array.from({ length: 200 }, (_, n) => client.appendToStream('s-' + n, big()));
      for (const each of sent) each.catch(() => undefined);
      setTimeout(() => console.log('now'), 1500);
      await heard();
      await Promise.allSettled(sent);
      await new Promise((done) => setTimeout(done, 1000));
      console.log('strays ' + unawaitedRejectionsSeen());
      process.exit(0);`;
    const { code, said } = await run(script, double.url, stopWhenAsked);
    expect(code).toBe(0);
    expect(Number(/strays (\d+)/.exec(said)?.[1])).toBeGreaterThan(0);
  }, 60_000);

  it.each([
    ['an error of ours', "Promise.reject(new TypeError('a defect of ours'));"],
    ['something that is no error', "Promise.reject('a defect of ours');"],
    ['an error thrown outside a promise', "setTimeout(() => { throw new Error('a defect of ours'); }, 10);"],
  ])('%s ends the process', async (_, script) => {
    const { code, said } = await run(
      `guardAgainstUnawaitedRejections(); ${script} setTimeout(() => process.exit(0), 2000);`,
    );
    expect(code).not.toBe(0);
    expect(said).toContain('a defect of ours');
  });

  it('tells the client’s from ours by where they come from', () => {
    const error = new Error('gone');
    expect(isClientRejection(error)).toBe(false);
    error.stack =
      'Error: gone\n    at x (/app/node_modules/@grpc/grpc-js/build/src/call.js:1:1)\n    at node:internal/a:1:1';
    expect(isClientRejection(error)).toBe(true);
    error.stack += '\n    at y (/app/dist/event-store/journal.js:1:1)';
    expect(isClientRejection(error)).toBe(false);
  });
});
