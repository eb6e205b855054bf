// Each fault of a server, driven in the double: nothing is lost, nothing is there twice, the order stays, the process lives.
import { EventStoreDbDouble } from '../../../test/doubles/eventstoredb/double.js';
import { notReady, serviceError, tooBusy } from '../../../test/doubles/eventstoredb/faults.js';
import { status } from '@grpc/grpc-js';
import { collect, follow, newEvent, newEvents, newStream } from '../contract/samples.js';
import type { EventStore } from '../port.js';
import { verifyStreams } from '../verify-chain.js';
import type { EventStoreDbEventStore } from './eventstoredb-event-store.js';
import { storeOn } from './kit-for-tests.js';

const unavailable = { type: 'store-unavailable' };
const twenty = Array.from({ length: 20 }, (_, index) => index);

jest.setTimeout(60_000);

describe('the EventStoreDB adapter, when the server', () => {
  let double: EventStoreDbDouble;
  const stores: EventStoreDbEventStore[] = [];
  const open = (...[options]: Parameters<typeof storeOn> extends [unknown, ...infer R] ? R : never) => {
    const store = storeOn(double, { callTimeout: 1000, patience: 20_000, ...options });
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    double = await EventStoreDbDouble.start();
  });
  afterEach(async () => {
    double.faults.silent.clear();
    for (const store of stores.splice(0)) await store.close();
    double.stop();
  });

  const expectWhole = async (store: EventStore, events: number) =>
    expect(await verifyStreams(store)).toMatchObject({ events, problems: [] });

  it('is silent: every call ends with an error that says so, and works again afterwards', async () => {
    const store = open({ callTimeout: 800, patience: 1000 });
    const stream = newStream();
    await store.append(stream, 'no_stream', [newEvent()]);
    for (const kind of ['append', 'read'] as const) double.faults.silent.add(kind);
    await expect(store.append(stream, 0, [newEvent()])).rejects.toMatchObject(unavailable);
    await expect(collect(store.read(stream))).rejects.toMatchObject(unavailable);
    await expect(collect(store.readAll())).rejects.toMatchObject(unavailable);
    await expect(store.head()).rejects.toMatchObject(unavailable);
    double.faults.silent.clear();
    await store.append(stream, 0, [newEvent()]);
    await expectWhole(store, 2);
  });

  it('is slow: appends wait for their turn and come in order', async () => {
    const store = open({ callTimeout: 5000 });
    const stream = newStream();
    const release = double.faults.hold('append');
    const events = newEvents(5);
    const sent = events.map((event) => store.append(stream, 'any', [event]));
    release();
    expect((await Promise.all(sent)).map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4]);
    expect((await collect(store.read(stream))).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  });

  it('restarts in the middle of many appends: each is stored once or refused, and none of the stored is missing', async () => {
    const store = open({ patience: 10_000 });
    const streams = twenty.map(() => newStream());
    const seen = follow(store, 200);
    const sent: Promise<unknown>[] = [];
    for (let round = 0; round < 10; round++) {
      sent.push(...streams.map((stream) => store.append(stream, 'any', [newEvent()])));
      await Promise.race(sent.slice(-1));
      if (round === 3 || round === 7) await double.restart();
    }
    await Promise.all(sent);
    await expectWhole(store, 200);
    const { events } = await seen;
    expect(events).toEqual(await collect(store.readAll()));
  });

  it('is no longer the leader: the next try goes to the one that is', async () => {
    const store = open();
    const stream = newStream();
    await store.append(stream, 'no_stream', [newEvent()]);
    const other = await EventStoreDbDouble.start({ log: double.log });
    double.faults.leader = { host: 'localhost', port: other.port };
    expect(await store.append(stream, 0, [newEvent()])).toMatchObject({ revision: 1, repeated: false });
    expect(other.calls.append).toBe(1);
    await expectWhole(store, 2);
    await store.close();
    other.stop();
  });

  it('ends reads too early without an error: no history is cut, of a stream or of everything, either way', async () => {
    const store = open();
    const stream = newStream();
    await store.append(stream, 'no_stream', newEvents(50));
    double.faults.endsReadsAfter = 7;
    expect(await collect(store.read(stream))).toHaveLength(50);
    expect(await collect(store.read(stream, { backwards: true }))).toHaveLength(50);
    expect(await collect(store.readAll())).toHaveLength(50);
    expect(await collect(store.readAll({ backwards: true }))).toHaveLength(50);
    double.faults.endsReadsAfter = 0;
    await expect(collect(store.read(stream))).rejects.toMatchObject(unavailable);
    await expect(collect(store.readAll({ backwards: true }))).rejects.toMatchObject(unavailable);
  });

  it.each([0, 1])('answers with %s events what comes after a page: that is not taken for the end', async (events) => {
    const store = open();
    const stream = newStream();
    await store.append(stream, 'no_stream', newEvents(20));
    const [first, , last] = [
      ...(await collect(store.readAll({ limit: 2 }))),
      ...(await collect(store.readAll())).slice(-1),
    ];
    double.faults.endsReadsAfter = events;
    await expect(collect(store.readAll({ after: first?.position }))).rejects.toMatchObject(unavailable);
    double.faults.endsReadsAfter = undefined;
    expect(await collect(store.readAll({ after: first?.position }))).toHaveLength(19);
    expect(await collect(store.readAll({ after: last?.position }))).toEqual([]);
  });

  it.each<[string, () => void | Promise<void>]>([
    ['ends', () => double.endSubscriptions()],
    ['drops', () => double.dropSubscriptions(serviceError(status.ABORTED, 'Consumer too slow'))],
    ['breaks', () => double.restart()],
  ])('%s a subscription: it goes on after the last event, once each and in order', async (_, fault) => {
    const store = open({ poll: 60_000, patience: 10_000 });
    double.faults.repeats = 5;
    const stream = newStream();
    const seen = follow(store, 30);
    for (let count = 0; count < 30; count++) {
      if (count % 10 === 5) {
        await fault();
      }
      await store.append(stream, 'any', [newEvent()]);
    }
    const { events } = await seen;
    expect(events.map(({ revision }) => revision)).toEqual(Array.from({ length: 30 }, (__, revision) => revision));
  });

  it('hears of what others wrote through the notifier alone, also after it was dropped', async () => {
    const reading = open({ poll: 60_000 });
    const writing = open();
    const seen = follow(reading, 2);
    await writing.append(newStream(), 'no_stream', [newEvent()]);
    double.endSubscriptions();
    await writing.append(newStream(), 'no_stream', [newEvent()]);
    expect((await seen).events).toHaveLength(2);
  });

  it('rings: a subscriber reads what is new and that there is no more, each with its end confirmed, and looks no third time', async () => {
    const [reading, writing] = [open({ poll: 60_000 }), open()];
    const stop = new AbortController();
    let caughtUp: () => void = () => undefined;
    const following = (async () => {
      for await (const page of reading.subscribe({ signal: stop.signal })) if (page.length === 0) caughtUp();
    })();
    const before = double.calls.read;
    for (let bell = 0; bell < 6; bell++) {
      const again = new Promise<void>((done) => (caughtUp = done));
      if (bell > 0) await writing.append(newStream(), 'no_stream', [newEvent()]);
      await again;
    }
    const reads = double.calls.read - before;
    stop.abort();
    await following;
    // The start, and what the notifier rings once it is there, are two looks more.
    expect(reads).toBeLessThanOrEqual(5 * 4 + 2 * 3);
  });

  it.each([notReady, tooBusy])('says that it is not ready or too busy: the same is sent again (%p)', async (error) => {
    const store = open();
    double.faults.fail('append', error(), error());
    double.faults.fail('read', error(), error());
    expect(await store.append(newStream(), 'no_stream', [newEvent()])).toMatchObject({ revision: 0 });
    await expectWhole(store, 1);
  });

  it.each(['breaks', 'says nothing'] as const)(
    'commits and then %s: the identical events are sent again, at the same revision, and are there once',
    async (how) => {
      const store = open();
      const stream = newStream();
      await store.append(stream, 'no_stream', [newEvent()]);
      for (const expected of [0, 'any', 'stream_exists'] as const) {
        double.faults.losesAnswers = { left: 2, how };
        await store.append(stream, expected, newEvents(2));
        double.log.restart();
      }
      expect(await collect(store.read(stream))).toHaveLength(7);
      await expectWhole(store, 7);
    },
  );

  it('commits, answers nobody, and stays away: the error says that it is not known, and the same again finds it', async () => {
    const store = open({ callTimeout: 800, patience: 1000 });
    const stream = newStream();
    const events = newEvents(2);
    double.faults.unreplicated = true;
    const refused = store.append(stream, 'no_stream', events);
    await expect(refused).rejects.toMatchObject({ message: expect.stringContaining('not known') as string });
    double.faults.unreplicated = false;
    expect(await store.append(stream, 'no_stream', events)).toMatchObject({ revision: 1, repeated: true });
    expect(await collect(store.read(stream))).toHaveLength(2);
  });

  it('let others in while an answer was lost: with any the events go behind theirs, once', async () => {
    const [store, other] = [open(), open()];
    const stream = newStream();
    await store.append(stream, 'no_stream', [newEvent()]);
    double.faults.fail('append', serviceError(status.UNAVAILABLE, 'Connection dropped'));
    const [, late] = await Promise.all([
      other.append(stream, 'any', newEvents(2)),
      store.append(stream, 'any', newEvents(2)),
    ]);
    expect(late.repeated).toBe(false);
    await expectWhole(store, 5);
  });

  it('has a clock that is hours off: appends do not mind', async () => {
    const store = open();
    for (const hours of [-5, 5]) {
      double.faults.clockAhead = hours * 3_600_000;
      await store.append(newStream(), 'no_stream', [newEvent()]);
    }
    await expectWhole(store, 2);
  });

  it('takes no more than 1 MiB: what is larger is refused before it is sent, whole', async () => {
    const store = open();
    const stream = newStream();
    const large = newEvents(3).map((event) => ({ ...event, data: JSON.stringify('x'.repeat(400_000)) }));
    const sent = double.calls.append;
    await expect(store.append(stream, 'any', large)).rejects.toMatchObject({
      type: 'invalid-input',
      message: expect.stringMatching(/at most 1048576.*Nothing was recorded/) as string,
    });
    expect(double.calls.append).toBe(sent);
    expect(await collect(store.read(stream))).toEqual([]);
  });

  it('was made to take less than that, and says so itself', async () => {
    double.stop();
    double = await EventStoreDbDouble.start({ maxAppendSize: 1000 });
    const store = open();
    const refused = store.append(newStream(), 'any', [newEvent({ data: JSON.stringify('x'.repeat(2000)) })]);
    await expect(refused).rejects.toMatchObject({ type: 'invalid-input' });
  });

  it('lost a stream or its beginning: it says that history is damaged instead of beginning anew', async () => {
    const store = open();
    const stream = newStream();
    await store.append(stream, 'no_stream', newEvents(2));
    double.log.softDelete(stream);
    const damaged = { type: 'damaged-history' };
    await expect(open().append(stream, 'no_stream', [newEvent()])).rejects.toMatchObject(damaged);
    await expect(collect(open().read(stream))).rejects.toMatchObject(damaged);
    const gone = newStream();
    double.log.tombstone(gone, 'any');
    await expect(collect(store.read(gone))).rejects.toMatchObject(damaged);
    await expect(store.append(gone, 'no_stream', [newEvent()])).rejects.toMatchObject(damaged);
  });

  it('holds what others wrote: it is passed over in everything, and refused inside a stream of ours', async () => {
    const store = open();
    const stream = newStream();
    await store.append(stream, 'no_stream', [newEvent()]);
    const foreign = (id: string) => ({
      id,
      type: 'Foreign',
      contentType: 'application/json',
      data: Buffer.from('{}'),
      metadata: Buffer.from('{"onward":1}'),
    });
    for (const index of twenty) double.log.append('other-app', 'any', [foreign(`f${index}`)]);
    for (const index of twenty) double.log.recordSystemEvent(`$stats-${index}`);
    const { position } = await store.append(stream, 0, [newEvent()]);
    for (let count = 0; count < 100; count++) double.log.recordSystemEvent();
    expect(await store.head()).toBe(position);
    expect(await open().head()).toBe(position);
    expect(await collect(store.readAll({ pageSize: 1 }))).toHaveLength(2);
    expect(await collect(store.readAll({ backwards: true, limit: 1 }))).toMatchObject([{ position }]);
    double.log.append(stream, 'any', [foreign('intruder')]);
    await expect(collect(store.read(stream))).rejects.toMatchObject({ type: 'damaged-history' });
  });

  it('writes statistics for weeks while nobody records anything: they are looked through once', async () => {
    const store = open();
    const { position } = await store.append(newStream(), 'no_stream', [newEvent()]);
    for (let count = 0; count < 500; count++) double.log.recordSystemEvent();
    await store.head();
    const before = double.calls.read;
    for (const _ of twenty) {
      expect(await store.head()).toBe(position);
      expect(await collect(store.readAll({ after: position }))).toEqual([]);
      double.log.recordSystemEvent();
    }
    expect(double.calls.read - before).toBeLessThan(20 * 5);
    const { position: next } = await store.append(newStream(), 'no_stream', [newEvent()]);
    expect(await collect(store.readAll({ after: position }))).toMatchObject([{ position: next }]);
    expect(await store.head()).toBe(next);
  });
});
