import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { collect, newEvent, newEvents } from '../contract/samples.js';
import type { ByStream, Position, StoredEvent } from '../port.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const bare = ({ hash: _, previousHash: __, ...event }: StoredEvent) => event;

describe('reading stream by stream', () => {
  let folder: string;
  let store: SqliteEventStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onward-by-stream-'));
    store = new SqliteEventStore(join(folder, 'events.sqlite'));
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const everything = async (from: ByStream, upTo: Position, pageSize?: number): Promise<StoredEvent[]> => {
    const found: StoredEvent[] = [];
    for (const category of await from.categories())
      found.push(...(await collect(from.ofCategory(category, upTo, pageSize))));
    return found;
  };

  it('gives each event once, each stream whole and in order, whatever the names and however small the page', async () => {
    const name = fc.constantFrom(
      'wait-1',
      'wait-2',
      'wait-',
      'waiting-1',
      'wait_1-1',
      'wait.1-1',
      'Wait-1',
      'alone',
      'ehcPlan-é-💛',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(name, { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), async (names, pageSize) => {
        for (const stream of names) await store.append(stream, 'any', [newEvent()]);
        const head = await store.head();
        if (head === undefined) return;
        const all = await collect(store.readAll());
        const byStream = await everything(store.byStream, head, pageSize);
        const streams = byStream.map(({ stream }) => stream).filter((stream, at, list) => stream !== list[at - 1]);
        expect(new Set(streams).size).toBe(streams.length);
        for (const stream of streams)
          expect(byStream.filter((event) => event.stream === stream).map(bare)).toEqual(
            all.filter((event) => event.stream === stream).map(bare),
          );
        expect(byStream.length).toBe(all.length);
      }),
      { numRuns: 25 },
    );
  });

  it('gives each stream to just one of two shares, whole', async () => {
    const names = ['wait-1', 'wait-2', 'wait-a', 'wait-b', 'wait-', 'wait-é', 'wait-💛', 'wait'];
    for (const name of names) await store.append(name, 'no_stream', newEvents(3));
    const head = (await store.head()) as Position;
    const shares = await Promise.all(
      [0, 1].map((nth) => collect(store.byStream.ofCategory('wait', head, 2, { nth, of: 2 }))),
    );
    const streams = shares.map((events) => [...new Set(events.map(({ stream }) => stream))]);
    expect(streams.flat().sort()).toEqual([...names].sort());
    expect(shares.flat().length).toBe(3 * names.length);
    expect(streams.map(({ length }) => length > 0)).toEqual([true, true]);
  });

  it('leaves out what was appended after the position, also while it reads', async () => {
    await store.append('wait-1', 'no_stream', newEvents(3));
    const upTo = (await store.head()) as Position;
    await store.append('wait-0', 'no_stream', newEvents(2));
    const found: StoredEvent[] = [];
    for await (const page of store.byStream.ofCategory('wait', upTo, 1)) {
      found.push(...page);
      await store.append('wait-1', 'any', [newEvent()]);
    }
    expect(found.map(({ stream, revision }) => `${stream} ${revision}`)).toEqual(['wait-1 0', 'wait-1 1', 'wait-1 2']);
  });

  it('knows no kinds in an empty store, and gives no page of a kind that is not there', async () => {
    expect(await store.byStream.categories()).toEqual([]);
    await store.append('wait-1', 'no_stream', [newEvent()]);
    expect(await collect(store.byStream.ofCategory('ehcPlan', (await store.head()) as Position))).toEqual([]);
  });
});
