// Contract: the same append again is the same answer and one set of events (trap 14); other words under old ids are refused.
import type { ExpectedRevision } from '../port.js';
import { collect, newEvent, newEvents, newStream, type Current } from './samples.js';

const reused = { type: 'event-id-reused' };

export function repeating(current: Current): void {
  describe('repeating', () => {
    it.each<[ExpectedRevision, number]>([
      ['no_stream', 0],
      [1, 2],
      ['any', 2],
      ['stream_exists', 2],
    ])(
      'answers an append with %p again, later events notwithstanding, and writes nothing',
      async (expected, before) => {
        const { store } = current();
        const stream = newStream();
        const events = newEvents(3);
        if (before > 0) await store.append(stream, 'no_stream', newEvents(before));
        const first = await store.append(stream, expected, events);
        const atOnce = await store.append(stream, expected, events);
        await store.append(stream, 'stream_exists', [newEvent()]);
        const later = await store.append(
          stream,
          expected,
          events.map((event) => ({ ...event })),
        );
        expect(atOnce).toEqual({ ...first, repeated: true });
        expect(later).toEqual({ ...first, repeated: true });
        expect(await collect(store.read(stream))).toHaveLength(before + 4);
      },
    );

    it.each(['type', 'schemaVersion', 'data', 'metadata'] as const)(
      'refuses known ids with another %s',
      async (part) => {
        const { store } = current();
        const stream = newStream();
        const event = newEvent();
        await store.append(stream, 'no_stream', [event]);
        const other = { ...event, [part]: part === 'schemaVersion' ? 2 : '{"other":true}' };
        await expect(store.append(stream, 'no_stream', [other])).rejects.toMatchObject(reused);
        await expect(store.append(stream, 'any', [other])).rejects.toMatchObject(reused);
        expect(await collect(store.read(stream))).toMatchObject([event]);
      },
    );

    it('refuses an append of which only some events are known', async () => {
      const { store } = current();
      const stream = newStream();
      const [a, b, c] = newEvents(3);
      if (!a || !b || !c) throw new Error('three events');
      await store.append(stream, 'no_stream', [a, b]);
      await expect(store.append(stream, 'no_stream', [a, b, c])).rejects.toMatchObject(reused);
      await expect(store.append(stream, 'no_stream', [c, b])).rejects.toMatchObject(reused);
      await expect(store.append(stream, 'any', [a, b, c])).rejects.toMatchObject(reused);
      await expect(store.append(stream, 'any', [c, a])).rejects.toMatchObject(reused);
      expect(await collect(store.read(stream))).toHaveLength(2);
    });

    it('refuses known ids at another revision or in another order', async () => {
      const { store } = current();
      const stream = newStream();
      const [a, b] = newEvents(2);
      if (!a || !b) throw new Error('two events');
      await store.append(stream, 'no_stream', [newEvent(), a, b]);
      await expect(store.append(stream, 'no_stream', [a, b])).rejects.toMatchObject(reused);
      await expect(store.append(stream, 2, [a, b])).rejects.toMatchObject(reused);
      await expect(store.append(stream, 0, [b, a])).rejects.toMatchObject(reused);
      expect(await store.append(stream, 0, [a])).toMatchObject({ revision: 1, repeated: true });
    });

    it('refuses one id twice in an append', async () => {
      const { store } = current();
      const stream = newStream();
      const event = newEvent();
      await expect(store.append(stream, 'any', [event, event])).rejects.toMatchObject(reused);
      expect(await collect(store.read(stream))).toEqual([]);
    });

    it('refuses an id of another stream, or keeps both for what they are where ids are unique in their stream only', async () => {
      const { store, idsAreUniqueEverywhere = true } = current();
      const event = newEvent();
      await store.append(newStream(), 'no_stream', [event]);
      const other = newStream();
      if (idsAreUniqueEverywhere) {
        for (const expected of ['no_stream', 'any', 3, 'stream_exists'] as const)
          await expect(store.append(newStream(), expected, [event])).rejects.toMatchObject(reused);
        expect(await collect(store.read(other))).toEqual([]);
        return;
      }
      const different = { ...event, data: '{"other":true}' };
      expect(await store.append(other, 'any', [different])).toMatchObject({ revision: 0, repeated: false });
      expect(await collect(store.read(other))).toMatchObject([different]);
    });

    it('answers the same append sent twice at the same moment twice with one set of events', async () => {
      const { store } = current();
      const stream = newStream();
      const events = newEvents(2);
      const answers = await Promise.all([1, 2, 3].map(() => store.append(stream, 'no_stream', events)));
      expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
      expect(await collect(store.read(stream))).toHaveLength(2);
    });
  });
}
