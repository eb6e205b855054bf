// Two writers on one file: a load beside a running server.
import { Worker } from 'node:worker_threads';
import { chainHash, chainStart } from '../chain.js';
import { collect, follow, newEvent, newEvents, newStream } from '../contract/samples.js';
import { temporaryFolder } from '../contract/temporary-folder.js';
import { verifyStreams } from '../verify-chain.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const file = temporaryFolder();

/** Begins a write, says so, and commits when the shared number changes. Plain JavaScript: nothing compiles it for a thread. */
const slowWriter = `
const { parentPort, workerData } = require('node:worker_threads');
const { DatabaseSync } = process.getBuiltinModule?.('node:sqlite') ?? require('@photostructure/sqlite');
const { path, row, hold } = workerData;
const database = new DatabaseSync(path);
database.exec('BEGIN IMMEDIATE');
database.prepare('INSERT INTO events (stream, revision, id, type, schema_version, data, metadata, previous_hash, hash) VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?)').run(...row);
parentPort.postMessage('began');
Atomics.wait(hold, 0, 0);
database.exec('COMMIT');
database.close();
`;

describe('two writers on one SQLite file', () => {
  it('lets exactly one of two stores win each first append, and loses none', async () => {
    const path = file();
    const stores = [new SqliteEventStore(path), new SqliteEventStore(path)];
    const [a, b] = stores;
    if (!a || !b) throw new Error('two stores');
    const streams = Array.from({ length: 30 }, () => newStream());
    const outcomes = await Promise.all(
      streams.map((stream) =>
        Promise.allSettled(stores.map((store) => store.append(stream, 'no_stream', newEvents(2)))),
      ),
    );
    for (const pair of outcomes) expect(pair.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const more = streams.flatMap((stream) => stores.map((store) => store.append(stream, 'any', [newEvent()])));
    await Promise.all(more);
    expect(await verifyStreams(b)).toEqual({ events: 120, streams: 30, problems: [] });
    await Promise.all(stores.map((store) => store.close()));
  });

  it('recognises an append that the other store wrote', async () => {
    const path = file();
    const [a, b] = [new SqliteEventStore(path), new SqliteEventStore(path)];
    const stream = newStream();
    const events = newEvents(2);
    const first = await a.append(stream, 'no_stream', events);
    expect(await b.append(stream, 'no_stream', events)).toEqual({ ...first, repeated: true });
    await Promise.all([a.close(), b.close()]);
  });

  it('gives a subscriber what another process wrote', async () => {
    const path = file();
    const [server, load] = [new SqliteEventStore(path, { poll: 5 }), new SqliteEventStore(path)];
    const seen = follow(server, 40);
    for (let index = 0; index < 20; index++) await load.append(newStream(), 'no_stream', newEvents(2));
    expect((await seen).events).toEqual(await collect(load.readAll()));
    await Promise.all([server.close(), load.close()]);
  });

  it('never skips a slow transaction that has a lower position than a fast one (trap 3)', async () => {
    const path = file();
    const store = new SqliteEventStore(path, { poll: 5 });
    await store.append(newStream(), 'no_stream', [newEvent()]);
    const seen = follow(store, 3);
    const [stream, event] = [newStream('slow'), newEvent()];
    const { id, type, schemaVersion, data, metadata } = event;
    const row = [stream, id, type, schemaVersion, data, metadata, chainStart, chainHash(chainStart, stream, 0, event)];
    const hold = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(slowWriter, { eval: true, workerData: { path, row, hold } });
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));

    const fast = store.append(newStream('fast'), 'no_stream', [newEvent()]);
    // The store still answers readers while it waits for the other writer.
    expect(await collect(store.readAll())).toHaveLength(1);
    Atomics.store(hold, 0, 1);
    Atomics.notify(hold, 0);
    await Promise.all([fast, ended]);

    const { events } = await seen;
    expect(events.map(({ stream: of }) => of.split('-')[0])).toEqual(['sample', 'slow', 'fast']);
    expect(await verifyStreams(store)).toMatchObject({ events: 3, problems: [] });
    await store.close();
  });
});
