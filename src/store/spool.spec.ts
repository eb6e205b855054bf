// Whole streams from a store that has events in order of position only.
import { MemoryEventStore } from './memory/memory-event-store.js';
import type { Position, StoredEvent } from './port.js';
import { spool } from './spool.js';
import { collect } from './contract/samples.js';
import { temporaryFolder } from './contract/temporary-folder.js';

async function given(...streams: readonly string[]) {
  const store = new MemoryEventStore();
  for (const [nth, stream] of streams.entries()) {
    const event = { id: `e${nth}`, type: 'Happened', schemaVersion: 2, data: `{"clear":{"n":${nth}}}`, metadata: '{}' };
    await store.append(stream, 'any', [event]);
  }
  return store;
}

const file = temporaryFolder();

const names = (events: readonly StoredEvent[]) => events.map(({ stream, revision }) => `${stream} ${revision}`);

it('gives each stream of a kind whole and in order, however they lie among each other, with the bytes of each event', async () => {
  const store = await given('wait-b', 'ehcPlan-a', 'wait-a', 'wait-b', 'waiting-a', 'wait-a');
  const head = (await store.head())!;
  const streams = await spool(store, file(), head);
  expect(await streams.categories()).toEqual(['ehcPlan', 'wait', 'waiting']);
  for (const pageSize of [1, 2, 100]) {
    const found = await collect(streams.ofCategory('wait', head, pageSize));
    expect(names(found)).toEqual(['wait-a 0', 'wait-a 1', 'wait-b 0', 'wait-b 1']);
    const [first] = await collect(store.read('wait-a'));
    expect({ ...found[0] }).toEqual({ ...first, hash: '', previousHash: '' });
  }
  streams.close();
});

it('ends at the position asked for', async () => {
  const store = await given('wait-a', 'wait-a', 'wait-b', 'wait-a');
  const upTo = '0000000000000003' as Position;
  const streams = await spool(store, file(), upTo);
  expect(names(await collect(streams.ofCategory('wait', upTo)))).toEqual(['wait-a 0', 'wait-a 1', 'wait-b 0']);
  streams.close();
});

it('shares every stream to one of those who share', async () => {
  const store = await given(...['1', '2', '3', '4', 'a', 'b'].map((one) => `wait-${one}`));
  const head = (await store.head())!;
  const streams = await spool(store, file(), head);
  const halves = [0, 1].map((nth) => collect(streams.ofCategory('wait', head, 2, { nth, of: 2 })));
  const [one = [], other = []] = (await Promise.all(halves)).map(names);
  expect([...one, ...other].sort()).toEqual(['1', '2', '3', '4', 'a', 'b'].map((id) => `wait-${id} 0`));
  expect([one.length > 0, other.length > 0]).toEqual([true, true]);
  streams.close();
});
