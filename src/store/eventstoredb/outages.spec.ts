// The five outages of a server, on one node and on a cluster: each is an outage and never our defect, is waited for, and is over when it is over.
import { ClusterDouble } from '../../../test/doubles/eventstoredb/cluster.js';
import { EventStoreDbDouble } from '../../../test/doubles/eventstoredb/double.js';
import { collect, newEvent, newEvents, newStream } from '../contract/samples.js';
import { verifyStreams } from '../verify-chain.js';
import type { ConnectionOptions } from './connection.js';
import { openServerEnd } from './copy-end.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';
import { FirstWriter } from './first-writer.js';
import { connectionTo } from './kit-for-tests.js';
import { reachEventStoreDb } from './reach.js';

jest.setTimeout(60_000);

const unavailable = { type: 'store-unavailable' };
const hasty = { callTimeout: 800, silence: 800, patience: 800 };

describe('a cluster of three', () => {
  let cluster: ClusterDouble;
  const stores: EventStoreDbEventStore[] = [];
  const open = (options: ConnectionOptions = {}, url = cluster.url) => {
    const connection = connectionTo({ url }, { callTimeout: 5000, silence: 300, patience: 20_000, ...options });
    const store = new EventStoreDbEventStore(connection);
    stores.push(store);
    return { store, streams: new FirstWriter(connection), connection };
  };
  beforeEach(async () => {
    cluster = await ClusterDouble.start();
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    cluster.stop();
  });

  const outages: readonly (readonly [string, () => void])[] = [
    ['has no node left', () => [0, 1, 2].forEach((node) => cluster.kill(node))],
    ['has one node left, which is no quorum', () => [0, 1].forEach((node) => cluster.kill(node))],
    ['has the leader frozen and no other to elect', () => [1, 2, 0].forEach((node) => cluster.freeze(node))],
  ];

  describe.each(outages)('that %s', (_, begin) => {
    it.each([
      ['every host named', () => cluster.url],
      ['one host that tells of the others', () => cluster.discoverUrl],
    ])('is an outage to every call and never our defect, with %s', async (__, url) => {
      const { store, streams, connection } = open(hasty, url());
      const stream = newStream();
      await store.append(stream, 'no_stream', [newEvent()]);
      begin();
      const read = collect(store.read(stream));
      const calls = {
        append: store.append(stream, 0, [newEvent()]),
        read,
        readAll: collect(store.readAll()),
        head: store.head(),
        lookAtKey: streams.read('onward_key-1'),
        makeKey: streams.claim('onward_key-2', 'KeyMade', Buffer.from('x')),
        listKey: streams.add('onward_destroyed_keys', 'KeyDestroyed', Buffer.from('x')),
        destroyKey: streams.destroy('onward_key-3'),
      };
      for (const [name, call] of Object.entries(calls))
        expect([name, await call.catch((error: unknown) => error)]).toMatchObject([name, unavailable]);
      // What asks anew: a start, a copy, the command line.
      await connection.renew();
      const wrappingKey = Buffer.alloc(32, 7);
      const reach = reachEventStoreDb({ ...hasty, url: url(), ifNew: 'live', wrappingKey });
      await expect(reach).rejects.toMatchObject(unavailable);
      await expect(openServerEnd({ ...hasty, url: url() })).rejects.toMatchObject(unavailable);
    });

    it('is waited for: a subscription goes on by itself, and what is sent while it lasts is recorded once it is over', async () => {
      const { store } = open();
      const stream = newStream();
      await store.append(stream, 'no_stream', [newEvent()]);
      const seen: number[] = [];
      const stop = new AbortController();
      const following = (async () => {
        for await (const page of store.subscribe({ signal: stop.signal })) {
          seen.push(...page.map(({ revision }) => revision));
          if (seen.length === 3) stop.abort();
        }
      })();
      begin();
      const sent = store.append(stream, 0, newEvents(2));
      for (const [index, { is }] of cluster.nodes.entries()) {
        if (is === 'up') continue;
        cluster.kill(index);
        await cluster.startAgain(index);
      }
      cluster.elect(1);
      expect(await sent).toMatchObject({ revision: 2 });
      await following;
      expect(seen).toEqual([0, 1, 2]);
    });
  });

  it('whose leader is killed in the middle of many appends goes on with the next: each is there once', async () => {
    const { store } = open();
    const streams = Array.from({ length: 16 }, () => newStream());
    const sent: Promise<unknown>[] = [];
    for (let round = 0; round < 6; round++) {
      sent.push(...streams.map((stream) => store.append(stream, 'any', [newEvent()])));
      await Promise.race(sent.slice(-1));
      if (round !== 2) continue;
      cluster.kill(0);
      cluster.elect(2);
    }
    await Promise.all(sent);
    expect(await verifyStreams(store)).toMatchObject({ events: 96, problems: [] });
  });

  it('whose leader only changed, alive: the next try goes to the new one', async () => {
    const { store } = open();
    const stream = newStream();
    await store.append(stream, 'no_stream', [newEvent()]);
    cluster.elect(1);
    expect(await store.append(stream, 0, [newEvent()])).toMatchObject({ revision: 1, repeated: false });
    expect(cluster.leader.calls.append).toBe(1);
  });

  it('whose leader was frozen, and wakes after another was elected: it leaves, and what it was sent meanwhile is there once', async () => {
    const { store } = open();
    const stream = newStream();
    await store.append(stream, 'no_stream', [newEvent()]);
    cluster.freeze(0);
    const sent = store.append(stream, 0, newEvents(2));
    cluster.elect(1);
    expect(await sent).toMatchObject({ revision: 2, repeated: false });
    cluster.wake(0);
    expect(await store.append(stream, 2, [newEvent()])).toMatchObject({ revision: 3 });
    expect(await verifyStreams(store)).toMatchObject({ events: 4, problems: [] });
  });
});

describe('a node alone', () => {
  it.each([
    ['that is not there', (double: EventStoreDbDouble) => double.stop()],
    [
      'that has no leader',
      (double: EventStoreDbDouble) => void (double.faults.leader = { host: 'localhost', port: 1 }),
    ],
  ])('%s is an outage to every call', async (_, begin) => {
    const double = await EventStoreDbDouble.start();
    const connection = connectionTo(double, hasty);
    const store = new EventStoreDbEventStore(connection);
    const stream = newStream();
    await store.append(stream, 'no_stream', [newEvent()]);
    begin(double);
    await expect(store.append(stream, 0, [newEvent()])).rejects.toMatchObject(unavailable);
    await expect(new FirstWriter(connection).read('onward_key-1')).rejects.toMatchObject(unavailable);
    await store.close();
    double.stop();
  });
});
