// The known snags of @eventstore/db-client 6.2.1, by number: each is shown not to reach anybody who uses the adapter.
import { binaryEvent, EventStoreDBClient } from '@eventstore/db-client';
import { EventStoreDbDouble } from '../../../test/doubles/eventstoredb/double.js';
import { internal, serviceError } from '../../../test/doubles/eventstoredb/faults.js';
import { status } from '@grpc/grpc-js';
import { newId } from '../../kernel/ids.js';
import { asNew, collect, follow, newEvent, newEvents, newStream } from '../contract/samples.js';
import { readConnectionString } from './connection-string.js';
import type { EventStoreDbEventStore } from './eventstoredb-event-store.js';
import { connectionTo, storeOn } from './kit-for-tests.js';

jest.setTimeout(60_000);

describe('the client library', () => {
  let double: EventStoreDbDouble;
  let store: EventStoreDbEventStore;
  beforeEach(async () => {
    double = await EventStoreDbDouble.start();
    store = storeOn(double, { callTimeout: 2000, patience: 20_000 });
  });
  afterEach(async () => {
    double.faults.silent.clear();
    await store.close();
    double.stop();
  });

  it('1: fails the shared appends of every client when one breaks; ours are calls of their own', async () => {
    const elsewhere = await EventStoreDbDouble.start();
    const other = EventStoreDBClient.connectionString(elsewhere.url);
    const release = double.faults.hold('append');
    const ours = [1, 2, 3].map(() => store.append(newStream(), 'no_stream', [newEvent()]));
    elsewhere.faults.fail('batch append', serviceError(status.UNAVAILABLE, 'gone'));
    const theirs = other.appendToStream('s', binaryEvent({ id: newId(), type: 'T', data: Buffer.from('{}') }));
    await expect(theirs).rejects.toMatchObject({ type: 'unavailable' });
    release();
    expect(await Promise.all(ours)).toMatchObject([{ revision: 0 }, { revision: 0 }, { revision: 0 }]);
    expect(double.calls).toMatchObject({ append: 3, batchAppend: 0 });
    await other.dispose();
    elsewhere.stop();
  });

  it('3: has no deadline for reads and subscriptions; a silent server is left after our own time', async () => {
    const hasty = storeOn(double, { callTimeout: 800, patience: 1000, poll: 20 });
    await store.append(newStream(), 'no_stream', [newEvent()]);
    double.faults.silent.add('subscribe');
    // The notifier never answers, the events come all the same.
    expect((await follow(hasty, 1)).events).toHaveLength(1);
    double.faults.silent.add('read');
    await expect(hasty.head()).rejects.toMatchObject({ message: 'EventStoreDB did not answer in time.' });
    await hasty.close();
  });

  it('4: sends deadlines of its own clock with shared appends; ours carry none', async () => {
    double.faults.clockAhead = 60_000;
    const other = EventStoreDBClient.connectionString(double.url);
    const event = binaryEvent({ id: newId(), type: 'T', data: Buffer.from('{}') });
    await expect(other.appendToStream('s', event)).rejects.toMatchObject({ type: 'deadline-exceeded' });
    expect(await store.append(newStream(), 'no_stream', [newEvent()])).toMatchObject({ revision: 0 });
    await other.dispose();
  });

  it('5: remembers the error of its first call for ever; it is replaced, and a silent first call ends', async () => {
    const connection = connectionTo(double, { callTimeout: 1500 });
    double.faults.fail('features', internal());
    await expect(connection.serverVersion()).rejects.toMatchObject({ code: status.INTERNAL });
    expect(await connection.serverVersion()).toBe('23.10.8');
    await connection.renew();
    double.faults.silent.add('features');
    await expect(connection.serverVersion()).rejects.toThrow('no answer in time');
    await connection.close();
  });

  it('6: invents a revision when refused appends do not throw; that setting is not taken, and the real one is told', async () => {
    expect(() => readConnectionString('esdb://localhost:2113?tls=false&throwOnAppendFailure=false')).toThrow(
      /throwOnAppendFailure/,
    );
    const stream = newStream();
    await store.append(stream, 'no_stream', newEvents(4));
    const more = { stream, expected: 9, actual: 3 };
    await expect(store.append(stream, 9, [newEvent()])).rejects.toMatchObject({ parts: { more } });
  });

  it('7: hangs on what cannot be turned into JSON; ours are bytes, JSON or not', async () => {
    const stream = newStream();
    const events = [newEvent({ data: 'no JSON {' }), newEvent({ data: '{"a":1,"a":2}', metadata: 'nor this' })];
    await store.append(stream, 'no_stream', events);
    expect((await collect(store.read(stream))).map(asNew)).toEqual(events);
  });

  it('8, 9: stalls on a checkpoint that throws, and ends subscriptions as if all were read; both only delay the notifier', async () => {
    const quick = storeOn(double, { poll: 60_000 });
    const seen = follow(quick, 3);
    for (let count = 0; count < 3; count++) {
      for (let system = 0; system < 200; system++) double.log.recordSystemEvent();
      await quick.append(newStream(), 'any', [newEvent()]);
      double.endSubscriptions();
    }
    expect((await seen).events).toHaveLength(3);
    await quick.close();
  });

  it('10, 12: never ends a read that is left early, and holds one that is read slowly; ours are pages that end by themselves', async () => {
    const stream = newStream();
    await store.append(stream, 'no_stream', newEvents(100));
    for await (const page of store.read(stream, { pageSize: 10 })) {
      expect(page).toHaveLength(10);
      break;
    }
    for await (const page of store.readAll({ pageSize: 10 })) {
      expect(page).toHaveLength(10);
      break;
    }
    // A page is here in full, so the server holds nothing while it is looked at.
    for await (const _ of store.read(stream, { pageSize: 50 })) expect(double.open.read).toBe(0);
  });

  it('11: lets the 101st stream of a connection wait for ever; 110 subscribers share one, and calls wait their turn', async () => {
    const patient = storeOn(double, { callTimeout: 20_000, poll: 60_000 });
    const subscribers = Array.from({ length: 110 }, () => follow(patient, 1));
    const release = double.faults.hold('read');
    let most = 0;
    const reads = Array.from({ length: 120 }, () => collect(patient.read(newStream())));
    const watching = Promise.all(reads.map((read) => read.then(() => (most = Math.max(most, double.open.read)))));
    release();
    await watching;
    expect(most).toBeLessThanOrEqual(80);
    await patient.append(newStream(), 'no_stream', [newEvent()]);
    for (const { events } of await Promise.all(subscribers)) expect(events).toHaveLength(1);
    expect(double.open.subscribe).toBe(1);
    await patient.close();
  });

  it('13: throws when an answer comes late; ours was given up, sent again, and is there once', async () => {
    const stream = newStream();
    const hasty = storeOn(double, { callTimeout: 800, patience: 20_000 });
    await hasty.append(stream, 'no_stream', [newEvent()]);
    const release = double.faults.hold('append');
    const before = double.calls.append;
    const sent = hasty.append(stream, 0, newEvents(2));
    // The second try shows that the first was given up.
    while (double.calls.append < before + 2) await new Promise((done) => setTimeout(done, 10));
    release();
    expect(await sent).toMatchObject({ revision: 2 });
    expect(await collect(hasty.read(stream))).toHaveLength(3);
    await hasty.close();
  });

  it('14: does not know "not ready" on shared appends; on ours it is passing, and so is any answer that makes no sense', async () => {
    double.faults.fail('append', serviceError(status.UNKNOWN, 'Could not recognize Server Is Not Ready'), internal());
    expect(await store.append(newStream(), 'no_stream', [newEvent()])).toMatchObject({ revision: 0 });
  });
});
