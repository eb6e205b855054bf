// A copy of a store is the same history, whichever way it goes and however often it is interrupted.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { EventStoreDbDouble } from '../../../../test/doubles/eventstoredb/double.js';
import { collect, newEvent, newEvents } from '../../../store/contract/samples.js';
import { temporaryFolder } from '../../../store/contract/temporary-folder.js';
import type { StoredEvent } from '../../../store/port.js';
import { subjectOf } from '../../../store/prove-history.js';
import { wrap } from '../../../store/keys/wrapping.js';
import { newId } from '../../../kernel/ids.js';
import type { Settings } from '../settings.js';
import { copyHistory, type End } from './copy-history.js';
import { openEnd, type OpenEnd } from './open-ends.js';

const file = temporaryFolder();
const wrappingKey = Buffer.alloc(32, 9);
let double: EventStoreDbDouble;
let open: OpenEnd[] = [];
beforeEach(async () => (double = await EventStoreDbDouble.start()));
afterEach(async () => {
  for (const end of open) await end.close();
  open = [];
  double.stop();
});

const settings = (data = file('data')): Settings => ({
  data,
  eventStoreUrl: double.url,
  port: 0,
  host: '127.0.0.1',
  demo: true,
  key: wrappingKey.toString('base64'),
  log: 'silent',
});
async function ends(from: 'sqlite' | 'eventstoredb', to: 'sqlite' | 'eventstoredb', where = settings()) {
  // As a source it has to be there before; a target of the same kind is what makes it.
  const source = await openEnd(from, where, 'demo');
  const target = await openEnd(to, where, 'demo');
  open.push(source, target);
  return { source, target };
}

const people = [newId(), newId(), newId()] as const;
/** Streams interleaved, two of each person, one with several appends; one person forgotten. */
async function fill({ store, keys }: End): Promise<void> {
  await keys.putLookup(wrap(wrappingKey, 'onward/lookup', randomBytes(32)));
  for (const person of people) await keys.put(person, wrap(wrappingKey, `person/${person}`, randomBytes(32)));
  for (let round = 0; round < 4; round++) {
    for (const person of people) {
      const metadata = JSON.stringify({ commandId: 'c', subjectIds: [person], note: 'ü ☂' });
      for (const kind of ['youngPerson', 'ehcPlan'])
        await store.append(`${kind}-${person}`, 'any', [newEvent({ metadata, data: '{ "spaced" : "é" }' })]);
    }
    await store.append(
      'calendar-1',
      'any',
      newEvents(3).map((event) => ({ ...event, metadata: '{"subjectIds":[]}' })),
    );
  }
  await keys.destroy(people[2]);
}

/** Every event byte for byte, in the order of everything about each person, and about nobody in the order of each stream. */
function histories(events: readonly StoredEvent[]): Record<string, unknown[]> {
  const all: Record<string, unknown[]> = {};
  for (const { position: _, ...event } of events) (all[subjectOf(event) ?? event.stream] ??= []).push(event);
  return all;
}
/** So few at once that a copy takes several turns. */
const few = { inHand: 10, atOnce: 2 };

describe.each([
  ['sqlite', 'eventstoredb'],
  ['eventstoredb', 'sqlite'],
] as const)('a copy from %s to %s', (from, to) => {
  it('has every event byte for byte, about each person in the same order, and every key, destroyed ones too', async () => {
    const { source, target } = await ends(from, to);
    await fill(source);
    const { copied, proof } = await copyHistory(source, target, wrappingKey);
    expect([copied, proof.events, proof.streams, proof.problems]).toEqual([36, 36, 7, []]);
    expect(histories(await collect(target.store.readAll()))).toEqual(histories(await collect(source.store.readAll())));
    for (const person of people) {
      const [there, here] = [await target.keys.key(person), await source.keys.key(person)];
      expect(there === 'destroyed' ? there : Buffer.from(there ?? [])).toEqual(
        here === 'destroyed' ? here : Buffer.from(here ?? []),
      );
    }
    expect(await target.keys.key(people[2])).toBe('destroyed');
  });

  it.each([1, 7, 15, 22])('goes on after an interruption at append %i and doubles nothing', async (at) => {
    const { source, target } = await ends(from, to);
    await fill(source);
    let appends = 0;
    // The answer of the last append is lost, as when the process is killed just after it.
    const store = Object.assign(Object.create(target.store) as typeof target.store, {
      async append(...all: Parameters<typeof target.store.append>) {
        const done = await target.store.append(...all);
        if (++appends === at) throw new Error('cut off');
        return done;
      },
    });
    const quiet = () => undefined;
    const broken = copyHistory(source, { store, keys: target.keys }, wrappingKey, quiet, few);
    await expect(broken).rejects.toThrow('cut off');
    const there = (await collect(target.store.readAll())).length;
    const { copied } = await copyHistory(source, target, wrappingKey, quiet, few);
    expect([there > 0, there + copied]).toEqual([true, 36]);
    expect(histories(await collect(target.store.readAll()))).toEqual(histories(await collect(source.store.readAll())));
    expect((await copyHistory(source, target, wrappingKey)).copied).toBe(0);
  });

  it('takes along what was recorded in the source since', async () => {
    const { source, target } = await ends(from, to);
    await fill(source);
    await copyHistory(source, target, wrappingKey);
    await source.store.append('calendar-1', 'any', [newEvent({ metadata: '{}' })]);
    expect((await copyHistory(source, target, wrappingKey)).copied).toBe(1);
  });

  it('refuses a target that holds other events, and adds nothing', async () => {
    const { source, target } = await ends(from, to);
    await fill(source);
    await target.store.append('calendar-2', 'any', [newEvent()]);
    await expect(copyHistory(source, target, wrappingKey)).rejects.toThrow('holds other events');
    expect(await collect(target.store.readAll())).toHaveLength(1);
    expect(await target.keys.lookup()).toBeUndefined();
  });

  it('refuses a target with keys of its own', async () => {
    const { source, target } = await ends(from, to);
    await fill(source);
    await target.keys.putLookup(wrap(wrappingKey, 'onward/lookup', randomBytes(32)));
    await expect(copyHistory(source, target, wrappingKey)).rejects.toThrow('keys of its own');
  });
});

it('refuses another ONWARD_KEY, a live target for a demo source, and an empty source', async () => {
  const where = settings();
  const { source, target } = await ends('sqlite', 'eventstoredb', where);
  await fill(source);
  await expect(copyHistory(source, target, Buffer.alloc(32, 1))).rejects.toThrow('do not open');
  await expect(openEnd('eventstoredb', where, 'live')).rejects.toThrow('REC-31');
  await expect(openEnd('sqlite', settings(join(where.data, 'none')))).rejects.toThrow('holds no events');
});

it('takes no store without events as a source, so that nothing of it gets to where the right history is to go', async () => {
  const where = settings();
  const { source, target } = await ends('sqlite', 'eventstoredb', where);
  await source.keys.putLookup(wrap(wrappingKey, 'onward/lookup', randomBytes(32)));
  await target.keys.putLookup(wrap(wrappingKey, 'onward/lookup', randomBytes(32)));
  await expect(openEnd('sqlite', where)).rejects.toThrow('Nothing was written');
  await expect(openEnd('eventstoredb', where)).rejects.toThrow('Nothing was written');
});

/** Counts what is under way at once, of everything that the copy asks of the target. */
function counting({ store, keys }: End) {
  const seen = { now: 0, most: 0 };
  const counted =
    <A extends unknown[], R>(work: (...all: A) => Promise<R>) =>
    async (...all: A): Promise<R> => {
      seen.most = Math.max(seen.most, ++seen.now);
      try {
        return await work(...all);
      } finally {
        seen.now--;
      }
    };
  const end: End = {
    store: Object.assign(Object.create(store) as typeof store, { append: counted(store.append.bind(store)) }),
    keys: Object.assign(Object.create(keys) as typeof keys, { put: counted(keys.put.bind(keys)) }),
  };
  return { seen, end };
}

it('copies many people at once, no more than asked, and asks the server once for a key and once for a run of a stream', async () => {
  const { source, target } = await ends('sqlite', 'eventstoredb');
  await source.keys.putLookup(wrap(wrappingKey, 'onward/lookup', randomBytes(32)));
  for (let person = 0; person < 30; person++) {
    const id = newId();
    await source.keys.put(id, wrap(wrappingKey, `person/${id}`, randomBytes(32)));
    const metadata = JSON.stringify({ subjectIds: [id] });
    const run = newEvents(5).map((event) => ({ ...event, metadata }));
    await source.store.append(`youngPerson-${id}`, 'no_stream', run);
  }
  const { seen, end } = counting(target);
  const before = { ...double.calls };
  const { copied } = await copyHistory(source, end, wrappingKey, undefined, { inHand: 75, atOnce: 12 });
  expect([copied, seen.most]).toEqual([150, 12]);
  // The key for digests, thirty keys, thirty runs; reads are of whole pages, however many people there are.
  expect(double.calls.append - before.append).toBe(61);
  expect(double.calls.read - before.read).toBeLessThan(15);
});
