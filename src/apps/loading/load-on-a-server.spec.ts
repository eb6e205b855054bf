// A load into EventStoreDB asks little of it for each row, and for many rows at once. Counted, not timed: the double says nothing about rates.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EventStoreDbDouble } from '../../../test/doubles/eventstoredb/double.js';
import { firstPersonsOf, unpackSouthend } from '../../../test/fixtures/unpack.js';
import { FixedClock } from '../../kernel/clock.js';
import { rebuild } from '../../engine/processing/rebuild.js';
import { temporaryFolder } from '../../store/contract/temporary-folder.js';
import { Connection } from '../../store/eventstoredb/connection.js';
import { verifyStreams } from '../../store/verify-chain.js';
import { openFoundations, type Opened } from '../ops/foundations.js';
import { reach } from '../ops/reach.js';
import type { Settings } from '../ops/settings.js';
import { loadFile } from './load-file.js';
import { rowsInHand } from './run-load.js';

jest.setTimeout(60_000);

const file = temporaryFolder();
const rows = 100;
let double: EventStoreDbDouble;
beforeAll(async () => {
  double = await EventStoreDbDouble.start();
  // Server and client share a processor here: a connection that was given up for its silence would send, and count, everything under way again.
  jest.spyOn(Connection.prototype as unknown as { left(): number }, 'left').mockReturnValue(30_000);
});
afterAll(() => {
  jest.restoreAllMocks();
  double.stop();
});

/** A process of its own, with a data folder of its own. */
async function onServer<T>(name: string, work: (opened: Opened) => Promise<T>): Promise<T> {
  const settings: Settings = {
    data: file(name),
    eventStore: 'eventstoredb',
    eventStoreUrl: double.url,
    port: 0,
    host: '',
    demo: true,
    key: Buffer.alloc(32, 7).toString('base64'),
    log: 'silent',
  };
  const opened = openFoundations(settings, new FixedClock('2026-06-15T09:00:00.000Z'), await reach(settings));
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** What a piece of work asks of the server: how often, and of how much at once. */
async function asked(work: () => Promise<unknown>) {
  const before = { ...double.calls };
  const inFlight = { now: 0, most: 0 };
  const real = Connection.prototype.call;
  const spy = jest.spyOn(Connection.prototype, 'call').mockImplementation(async function (this: Connection, call) {
    inFlight.most = Math.max(inFlight.most, ++inFlight.now);
    try {
      return await real.call(this, call);
    } finally {
      inFlight.now--;
    }
  });
  await work();
  spy.mockRestore();
  return {
    appends: double.calls.append - before.append,
    reads: double.calls.read - before.read,
    atOnce: inFlight.most,
  };
}

it('asks little for each row and of many rows at once, and of the lists and the proof nothing for each person', async () => {
  const files = unpackSouthend();
  const path = file('return.xml');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, firstPersonsOf(readFileSync(files.xml, 'utf8'), rows));
  files.remove();
  await onServer('one', async (opened) => {
    const load = () => loadFile(opened, { kind: 'sen2', path, dryRun: false });
    await opened.projecting.catchUp();
    const first = await asked(load);
    // A claim, a person, a plan and a key; each history read once, and the person's anew after they were registered.
    expect(first.appends).toBeLessThanOrEqual(4 * rows + 5);
    expect(first.reads).toBeLessThanOrEqual(6.5 * rows);
    expect(first.atOnce).toBe(rowsInHand);
    const again = await asked(load);
    expect(again.appends).toBe(2);
    expect(again.reads).toBeLessThanOrEqual(3 * rows + 30);
  });
  await onServer('two', async ({ files: lists, stores, foundations }) => {
    const parts = { ...stores, clock: foundations.clock, projections: foundations.whole.projections };
    const built = await asked(() => rebuild(lists, parts, 'anew'));
    expect(built.reads).toBeLessThanOrEqual(10);
    const proved = await asked(() => verifyStreams(stores.store));
    expect(proved.reads).toBeLessThanOrEqual(4);
  });
});
