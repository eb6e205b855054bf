// A copy of a store is the same history, whichever way it goes and however often it is interrupted.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { EventStoreDbDouble } from '../../../../test/doubles/eventstoredb/double.js';
import { collect, newEvent, newEvents } from '../../../store/contract/samples.js';
import { temporaryFolder } from '../../../store/contract/temporary-folder.js';
import type { StoredEvent } from '../../../store/port.js';
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
/** Streams interleaved, one with several appends, one person forgotten. */
async function fill({ store, keys }: End): Promise<void> {
  await keys.putLookup(wrap(wrappingKey, 'onward/lookup', randomBytes(32)));
  for (const person of people) await keys.put(person, wrap(wrappingKey, `person/${person}`, randomBytes(32)));
  for (let round = 0; round < 4; round++) {
    for (const person of people) {
      const metadata = JSON.stringify({ commandId: 'c', subjectIds: [person], note: 'ü ☂' });
      await store.append(`youngPerson-${person}`, 'any', [newEvent({ metadata, data: '{ "spaced" : "é" }' })]);
    }
    await store.append(
      'calendar-1',
      'any',
      newEvents(3).map((event) => ({ ...event, metadata: '{"subjectIds":[]}' })),
    );
  }
  await keys.destroy(people[2]);
}

const bytes = (events: readonly StoredEvent[]) => events.map(({ position: _, ...event }) => event);

describe.each([
  ['sqlite', 'eventstoredb'],
  ['eventstoredb', 'sqlite'],
] as const)('a copy from %s to %s', (from, to) => {
  it('has every event byte for byte in the same order, and every key, destroyed ones too', async () => {
    const { source, target } = await ends(from, to);
    await fill(source);
    const { copied, proof } = await copyHistory(source, target, wrappingKey);
    expect([copied, proof.events, proof.streams, proof.problems]).toEqual([24, 24, 4, []]);
    expect(bytes(await collect(target.store.readAll()))).toEqual(bytes(await collect(source.store.readAll())));
    for (const person of people) {
      const [there, here] = [await target.keys.key(person), await source.keys.key(person)];
      expect(there === 'destroyed' ? there : Buffer.from(there ?? [])).toEqual(
        here === 'destroyed' ? here : Buffer.from(here ?? []),
      );
    }
    expect(await target.keys.key(people[2])).toBe('destroyed');
  });

  it.each([1, 7, 15])('goes on after an interruption at append %i and doubles nothing', async (at) => {
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
    await expect(copyHistory(source, { store, keys: target.keys }, wrappingKey)).rejects.toThrow('cut off');
    const there = (await collect(target.store.readAll())).length;
    const { copied } = await copyHistory(source, target, wrappingKey);
    expect([there > 0, there + copied]).toEqual([true, 24]);
    expect(bytes(await collect(target.store.readAll()))).toEqual(bytes(await collect(source.store.readAll())));
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
