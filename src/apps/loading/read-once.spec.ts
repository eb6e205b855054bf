// Rows read each stream once, and still see what was recorded before them.
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import type { StoredEvent } from '../../store/port.js';
import { readOnce } from './read-once.js';
import { openTestStore, sample } from './store-for-tests.js';

const event = (id: string) => ({ id, type: 'Noted', schemaVersion: 1, data: '{}', metadata: '{}' });
const folded = { hashes: 'not needed' } as const;

async function ids(pages: AsyncIterable<readonly StoredEvent[]>): Promise<string[]> {
  const all: string[] = [];
  for await (const page of pages) all.push(...page.map(({ id }) => id));
  return all;
}

function aStore() {
  const real = new MemoryEventStore();
  const reads = jest.spyOn(real, 'read');
  return { real, reads, ...readOnce(real, 4) };
}

it('reads a stream once for what asks it again and again, also one that is not there', async () => {
  const { real, reads, store } = aStore();
  await real.append('person-a', 'no_stream', [event('1')]);
  for (let time = 0; time < 3; time++) {
    expect(await ids(store.read('person-a', folded))).toEqual(['1']);
    expect(await ids(store.read('person-b', folded))).toEqual([]);
  }
  expect(reads).toHaveBeenCalledTimes(2);
});

it('sees what was recorded through it at once, and what others recorded when an append meets it', async () => {
  const { real, store } = aStore();
  await ids(store.read('person-a', folded));
  await store.append('person-a', 'no_stream', [event('1')]);
  expect(await ids(store.read('person-a', folded))).toEqual(['1']);
  await real.append('person-a', 0, [event('2')]);
  await expect(store.append('person-a', 0, [event('3')])).rejects.toMatchObject({ type: 'changed-by-someone-else' });
  expect(await ids(store.read('person-a', folded))).toEqual(['1', '2']);
});

it('reads anew once the row that read can no longer be in hand', async () => {
  const { real, store, rowBegins } = aStore();
  expect(await ids(store.read('person-a', folded))).toEqual([]);
  await real.append('person-a', 'no_stream', [event('1')]);
  for (let row = 0; row < 4; row++) rowBegins();
  expect(await ids(store.read('person-a', folded))).toEqual([]);
  for (let row = 0; row < 4; row++) rowBegins();
  expect(await ids(store.read('person-a', folded))).toEqual(['1']);
});

it('does not remember a read that failed, nor one of a part', async () => {
  const { real, reads, store } = aStore();
  await real.append('person-a', 'no_stream', [event('1'), event('2')]);
  reads.mockImplementationOnce(() => {
    throw new Error('away');
  });
  await expect(ids(store.read('person-a', folded))).rejects.toThrow('away');
  expect(await ids(store.read('person-a', { ...folded, limit: 1 }))).toEqual(['1']);
  expect(await ids(store.read('person-a', folded))).toEqual(['1', '2']);
});

it('reads no history twice for rows of whom all is known', async () => {
  const test = openTestStore();
  await test.load('waiting', sample('waiting-list.csv'));
  const reads = jest.spyOn(test.opened.stores.store, 'read');
  const { counts } = await test.load('waiting', sample('waiting-list.csv'));
  const streams = reads.mock.calls.map(([stream]) => stream).filter((stream) => !stream.startsWith('load-'));
  expect(counts).toMatchObject({ loaded: 0, changed: 0 });
  expect(streams.length).toBeGreaterThan(2 * counts.unchanged);
  expect(streams.filter((stream, index) => streams.indexOf(stream) !== index)).toEqual([]);
  await test.close();
});
