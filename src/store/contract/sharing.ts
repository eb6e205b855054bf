// Contract: two processes on one store are as good as one. A store that one process has to itself skips this.
import type { EventStore } from '../port.js';
import { verifyStreams } from '../verify-chain.js';
import { collect, follow, newEvent, newEvents, newStream, type Current } from './samples.js';

export function sharing(current: Current): void {
  describe('sharing', () => {
    let others: EventStore[] = [];
    afterEach(async () => {
      for (const other of others) await other.close();
      others = [];
    });
    /** The store of two processes; for one that cannot be shared, twice the same. */
    const two = (): readonly [EventStore, EventStore] => {
      const { store, another } = current();
      if (!another) return [store, store];
      const other = another();
      others.push(other);
      return [store, other];
    };

    it('lets exactly one process win each first append and each change of a revision (trap 1)', async () => {
      const both = two();
      const streams = Array.from({ length: 15 }, () => newStream());
      for (const [expected, length] of [
        ['no_stream', 2],
        [1, 4],
      ] as const) {
        const race = (stream: string) => both.map((store) => store.append(stream, expected, newEvents(2)));
        const pairs = await Promise.all(streams.map((stream) => Promise.allSettled(race(stream))));
        for (const pair of pairs) {
          expect(pair.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
          const lost = pair.find((outcome) => outcome.status === 'rejected');
          expect(lost?.reason).toMatchObject({
            type: 'changed-by-someone-else',
            parts: { more: { expected, actual: length - 1 } },
          });
        }
      }
    });

    it('stores what both processes append with any at the same moment, in one chain (trap 2)', async () => {
      const [a, b] = two();
      const stream = newStream();
      const events = newEvents(40);
      await Promise.all(events.map((event, index) => (index % 2 ? a : b).append(stream, 'any', [event])));
      const stored = await collect(b.read(stream));
      expect(new Set(stored.map(({ id }) => id))).toEqual(new Set(events.map(({ id }) => id)));
      expect(stored).toHaveLength(40);
      expect((await verifyStreams(a)).problems).toEqual([]);
    });

    it('recognises in one process what the other wrote, and other words under its ids (trap 14)', async () => {
      const [a, b] = two();
      const stream = newStream();
      await b.append(stream, 'no_stream', [newEvent()]);
      const events = newEvents(2);
      const first = await a.append(stream, 0, events);
      expect(await b.append(stream, 0, events)).toEqual({ ...first, repeated: true });
      expect(await b.append(stream, 'any', events)).toEqual({ ...first, repeated: true });
      const [event] = newEvents(1);
      if (!event) throw new Error('an event');
      await a.append(stream, 2, [event]);
      const other = { ...event, data: '{"other":true}' };
      for (const expected of [2, 3, 'any', 'stream_exists'] as const)
        await expect(b.append(stream, expected, [other])).rejects.toMatchObject({ type: 'event-id-reused' });
      expect(await collect(a.read(stream))).toHaveLength(4);
    });

    it('gives a subscriber of one process what the other writes, once each, in order', async () => {
      const [a, b] = two();
      const seen = follow(a, 60, await a.head());
      const stream = newStream();
      for (let count = 0; count < 30; count++) await b.append(stream, 'any', newEvents(2));
      expect((await seen).events).toEqual(await collect(b.read(stream)));
      expect(await a.head()).toBe(await b.head());
    });
  });
}
