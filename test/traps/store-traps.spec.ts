// Traps 1-3, 7-9, 11 and 13: what goes wrong in stores of events, tried on both of ours (docs/traps.md).
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { asNew, collect, newEvent, newEvents, newStream } from '../../src/store/contract/samples.js';
import type { Position, StoredEvent } from '../../src/store/port.js';
import { storeKinds, trapped, type Trapped } from './stores.js';

jest.setTimeout(300_000);

const twenty = Array.from({ length: 20 }, (_, index) => index);

describe.each(storeKinds)('on %s', (kind) => {
  let trap: Trapped;
  beforeEach(async () => void (trap = await trapped(kind)));
  afterEach(() => trap.close());

  it('trap 1: of twenty first appends from two processes one wins, and nineteen are told of a conflict', async () => {
    const both = [trap.open(), trap.open()] as const;
    const stream = newStream();
    const sent = twenty.map((each) => both[each % 2 === 0 ? 0 : 1].append(stream, 'no_stream', [newEvent()]));
    const lost = (await Promise.allSettled(sent)).filter((outcome) => outcome.status === 'rejected');
    expect(lost).toHaveLength(19);
    for (const { reason } of lost) expect(reason).toMatchObject({ type: 'changed-by-someone-else' });
    expect(await collect(both[0].read(stream))).toHaveLength(1);
  });

  it('trap 2: twenty appends with any at the same moment are all stored', async () => {
    const both = [trap.open(), trap.open()] as const;
    const stream = newStream();
    const events = newEvents(20);
    await Promise.all(events.map((event, each) => both[each % 2 === 0 ? 0 : 1].append(stream, 'any', [event])));
    const ids = (await collect(both[0].read(stream))).map(({ id }) => id);
    expect(ids.sort()).toEqual(events.map(({ id }) => id).sort());
  });

  it('trap 3: whoever reads on while two processes write skips nothing', async () => {
    const [one, two, reader] = [trap.open(), trap.open(), trap.open()] as const;
    const seen: StoredEvent[] = [];
    let writing = true;
    const reading = (async () => {
      for (let last = false; !last;) {
        last = !writing;
        seen.push(...(await collect(reader.readAll({ after: seen.at(-1)?.position, pageSize: 7 }))));
        await nextTurn();
      }
    })();
    for (let round = 0; round < 8; round++)
      await Promise.all(
        twenty.map((each) => (each % 2 ? one : two).append(newStream(), 'no_stream', newEvents(1 + (each % 3)))),
      );
    writing = false;
    await reading;
    expect(seen).toEqual(await collect(reader.readAll()));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  });

  it('trap 7: a handler that takes now more, now fewer turns is given events one after the other, in order', async () => {
    const store = trap.open();
    const ended = new AbortController();
    const begun: number[] = [];
    const done: number[] = [];
    const stream = newStream();
    const handle = async ({ revision }: StoredEvent) => {
      begun.push(revision);
      for (let turn = 0; turn < (revision * 7) % 5; turn++) await nextTurn();
      done.push(revision);
      expect(done).toEqual(begun);
    };
    const handling = (async () => {
      for await (const page of store.subscribe({ pageSize: 3, signal: ended.signal })) {
        for (const event of page) await handle(event);
        if (done.length === 40) ended.abort();
      }
    })();
    for (const event of newEvents(40)) await store.append(stream, 'any', [event]);
    await handling;
    expect(done).toEqual(Array.from({ length: 40 }, (_, revision) => revision));
  });

  it('trap 8: over broken connections and new subscriptions each event arrives once in effect', async () => {
    const writer = trap.open();
    const stream = newStream();
    const seen: StoredEvent[] = [];
    for (let turn = 0; turn < 6; turn++) {
      const due = (turn + 1) * 5;
      const ended = new AbortController();
      const after: Position | undefined = seen.at(-1)?.position;
      const reading = (async () => {
        for await (const page of trap.open().subscribe({ after, pageSize: 2, signal: ended.signal })) {
          seen.push(...page);
          if (seen.length >= due) ended.abort();
        }
      })();
      for (const event of newEvents(5)) await writer.append(stream, 'any', [event]);
      if (turn % 2 === 0) await trap.breakConnections();
      await reading;
    }
    expect(seen.map(({ revision }) => revision)).toEqual(Array.from({ length: 30 }, (_, revision) => revision));
  });

  it('traps 9 and 13: ten thousand events of one case stream with flat memory, and none is missing', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const store = trap.open();
    const stream = newStream();
    for (let round = 0; round < 100; round++)
      await store.append(
        stream,
        'any',
        newEvents(100).map((event) => ({ ...event, data: JSON.stringify('x'.repeat(2000)) })),
      );
    const used: number[] = [];
    let count = 0;
    let inOrder = true;
    for await (const page of store.read(stream, { pageSize: 100 })) {
      inOrder &&= page.every(({ revision }) => revision === count++);
      if (count % 1000 !== 0) continue;
      collectGarbage();
      used.push(process.memoryUsage().heapUsed);
    }
    expect([inOrder, count]).toEqual([true, 10_000]);
    // All of it would be 20 MB. Only growth counts: what earlier tests left behind may be collected in between.
    const growth = used.map((bytes, at) => bytes - Math.min(...used.slice(0, at + 1)));
    expect(Math.max(...growth)).toBeLessThan(8_000_000);
  });

  it('trap 11: back-dated facts and a clock that went back change nothing in the order of history', async () => {
    const store = trap.open();
    const stream = newStream();
    const events = ['2026-03-01', '2024-01-01', '2025-06-30'].map((date) =>
      newEvent({ metadata: JSON.stringify({ occurredOn: date, recordedAt: `${date}T00:00:00.000Z` }) }),
    );
    for (const event of events) await store.append(stream, 'any', [event]);
    expect((await collect(store.read(stream))).map(asNew)).toEqual(events);
    expect((await collect(store.readAll())).map(asNew)).toEqual(events);
  });

  it('trap 13: a server that ends reads too early cuts no history, of a case or of everything', async () => {
    const store = trap.open();
    const stream = newStream();
    await store.append(stream, 'no_stream', newEvents(100));
    trap.endReadsAfter(7);
    expect(await collect(store.read(stream))).toHaveLength(100);
    expect(await collect(store.readAll())).toHaveLength(100);
  });
});
