// The keys of people on many machines: one each, everywhere the same, and gone everywhere once destroyed.
import { EventStoreDbDouble } from '../../../test/doubles/eventstoredb/double.js';
import { collect, newEvent, newStream } from '../contract/samples.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';
import { FirstWriter } from './first-writer.js';
import { KeysBeforePages } from './keys-before-pages.js';
import { connectionTo, storeOn } from './kit-for-tests.js';
import { EventStoreDbSubjectKeys } from './subject-keys.js';

jest.setTimeout(30_000);

const wrappingKey = Buffer.alloc(32, 7);
const about = (subject: string) => newEvent({ metadata: JSON.stringify({ commandId: 'c', subjectIds: [subject] }) });
const gone = { type: 'personal-data-destroyed' };

describe('keys in EventStoreDB', () => {
  let double: EventStoreDbDouble;
  const closers: (() => Promise<void>)[] = [];
  const open = () => {
    const connection = connectionTo(double, { patience: 20_000 });
    closers.push(() => connection.close());
    return EventStoreDbSubjectKeys.open(new FirstWriter(connection), wrappingKey, 0);
  };
  beforeEach(async () => {
    double = await EventStoreDbDouble.start();
  });
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
    double.stop();
  });

  it('are made once, whoever asks first, and are the same on every machine', async () => {
    const [a, b] = await Promise.all([open(), open()]);
    expect(a.lookupKey()).toEqual(b.lookupKey());
    const all = await Promise.all([a.keyFor('p1'), b.keyFor('p1'), a.keyFor('p1'), b.keysFor(['p1', 'p2', 'p2'])]);
    const [key] = all;
    expect(key).toHaveLength(32);
    expect([all[1], all[2], all[3].get('p1')]).toEqual([key, key, key]);
    expect(await a.keyFor('p2')).toEqual(all[3].get('p2'));
    expect(await a.keyFor('p2')).not.toEqual(key);
  });

  it('lie on the server only wrapped, and in no file', async () => {
    const keys = await open();
    const key = await keys.keyFor('p1');
    const stored = double.log.all.map(({ data }) => Buffer.from(data).toString('hex')).join(' ');
    expect(stored).not.toContain(key.toString('hex'));
    expect(stored).not.toContain(keys.lookupKey().toString('hex'));
  });

  it('are made once though the answer is lost', async () => {
    const keys = await open();
    double.faults.losesAnswers = { left: 1, how: 'breaks' };
    const key = await keys.keyFor('p1');
    expect(await (await open()).keyFor('p1')).toEqual(key);
  });

  it('are here before the page that needs them', async () => {
    const [writing, reading] = [await open(), await open()];
    const store = storeOn(double);
    closers.push(() => store.close());
    const stream = newStream();
    const key = await writing.keyFor('p1');
    await store.append(stream, 'no_stream', [about('p1'), about('nobody')]);
    expect(() => reading.existing('p1')).toThrow('was not fetched');
    await collect(new KeysBeforePages(store, reading).read(stream));
    expect(reading.existing('p1')).toEqual(key);
    expect(reading.existing('nobody')).toBeUndefined();
    await writing.keyFor('nobody');
    await collect(new KeysBeforePages(store, reading).readAll());
    expect(reading.existing('nobody')).toBeInstanceOf(Buffer);
  });

  it('are taken on the way through everything without a call for each, and a destroyed one is not', async () => {
    const [writing, reading] = [await open(), await open()];
    const connection = connectionTo(double);
    closers.push(() => connection.close());
    const key = await writing.keyFor('p1');
    await writing.keyFor('p2');
    const store = new EventStoreDbEventStore(connection, { onOther: (event) => reading.meet(event) });
    await store.append(newStream(), 'no_stream', [about('p1'), about('p2')]);
    await writing.destroy('p2');
    const before = double.calls.read;
    await collect(new KeysBeforePages(store, reading).readAll());
    // A page, its end confirmed, and whether somebody was destroyed.
    expect(double.calls.read - before).toBeLessThanOrEqual(4);
    expect(reading.existing('p1')).toEqual(key);
    expect(reading.existing('p2')).toBe('destroyed');
  });

  it("destroyed on one machine are gone on every other, for ever, and nobody else's is touched (trap 10)", async () => {
    const [a, b] = [await open(), await open()];
    const other = await a.keyFor('p2');
    for (const keys of [a, b]) await keys.keyFor('p1');
    await a.destroy('p1');
    await a.destroy('p1');
    const store = storeOn(double);
    closers.push(() => store.close());
    await store.append(newStream(), 'no_stream', [about('p1'), about('p2')]);
    for (const keys of [a, b, await open()]) {
      await collect(new KeysBeforePages(store, keys).readAll());
      expect(keys.existing('p1')).toBe('destroyed');
      await expect(keys.keyFor('p1')).rejects.toMatchObject(gone);
      await expect(keys.keysFor(['p3', 'p1'])).rejects.toMatchObject(gone);
      expect(keys.existing('p2')).toEqual(other);
    }
  });

  it('are never made for a person whose key was destroyed before there was one', async () => {
    await (await open()).destroy('p9');
    await expect((await open()).keyFor('p9')).rejects.toMatchObject(gone);
  });

  it('count as destroyed from the first step on, and destroying again finishes what was interrupted', async () => {
    const [a, b] = [await open(), await open()];
    await a.keyFor('p1');
    double.faults.silent.add('tombstone');
    void a.destroy('p1').catch(() => undefined);
    while (!double.log.all.some(({ stream }) => stream === 'onward_destroyed_keys')) await new Promise(setImmediate);
    await expect(b.keyFor('p1')).rejects.toMatchObject(gone);
    double.faults.silent.clear();
    await b.destroy('p1');
    expect(double.log.visible('onward_key-p1')).toBe('deleted');
  });

  it('leave no byte on a server that was scavenged', async () => {
    const keys = await open();
    await keys.keyFor('p1');
    const [wrapped] = double.log.all.filter(({ stream }) => stream === 'onward_key-p1').map(({ data }) => data);
    const traces = () => double.log.all.some(({ data }) => Buffer.from(data).equals(wrapped ?? Buffer.alloc(1)));
    await keys.destroy('p1');
    expect(traces()).toBe(true);
    double.log.scavenge();
    expect(traces()).toBe(false);
    await expect((await open()).keyFor('p1')).rejects.toMatchObject(gone);
  });
});
