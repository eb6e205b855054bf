// Contract: a subscription gives everything once and in order, says when it has caught up, and ends when told to.
import type { StoredEvent } from '../port.js';
import { collect, follow, newEvent, newEvents, newStream, type Current } from './samples.js';

export function subscribing(current: Current): void {
  describe('subscribing', () => {
    it('gives what was there, says that it caught up, then gives what follows', async () => {
      const { store } = current();
      const after = await store.head();
      const stream = newStream();
      await store.append(stream, 'no_stream', newEvents(3));
      const ended = new AbortController();
      const sizes: number[] = [];
      for await (const page of store.subscribe({ after, pageSize: 2, signal: ended.signal })) {
        sizes.push(page.length);
        if (sizes.length === 3) await store.append(stream, 2, [newEvent()]);
        if (sizes.length === 5) ended.abort();
      }
      expect(sizes).toEqual([2, 1, 0, 1, 0]);
    });

    it('gives every event of many writers once, in order of position, however slow the reader is', async () => {
      const { store } = current();
      const after = await store.head();
      const streams = Array.from({ length: 10 }, () => newStream());
      const seen = follow(store, 400, after);
      for (let round = 0; round < 20; round++)
        await Promise.all(streams.map((stream) => store.append(stream, 'any', newEvents(2))));
      const { events } = await seen;
      const written = await collect(store.readAll({ after }));
      expect(events).toEqual(written);
      expect(new Set(events.map(({ id }) => id)).size).toBe(400);
    });

    it('goes on where a page left off', async () => {
      const { store } = current();
      const stream = newStream();
      const { position } = await store.append(stream, 'no_stream', newEvents(5));
      await store.append(stream, 4, newEvents(2));
      const { events } = await follow(store, 2, position);
      expect(events.map(({ revision }) => revision)).toEqual([5, 6]);
    });

    it('ends when the signal aborts: before it began, while it waits, and in the middle of a page', async () => {
      const { store } = current();
      const pages = [];
      for await (const page of store.subscribe({ signal: AbortSignal.abort() })) pages.push(page);
      expect(pages).toEqual([]);

      const waiting = new AbortController();
      for await (const page of store.subscribe({ after: await store.head(), signal: waiting.signal })) {
        expect(page).toEqual([]);
        setImmediate(() => waiting.abort());
      }

      const start = await store.head();
      await store.append(newStream(), 'no_stream', newEvents(4));
      const stopped = new AbortController();
      const seen: StoredEvent[] = [];
      for await (const page of store.subscribe({ after: start, pageSize: 2, signal: stopped.signal })) {
        seen.push(...page);
        stopped.abort();
      }
      expect(seen).toHaveLength(2);
    });

    it('serves many subscribers at once', async () => {
      const { store } = current();
      const after = await store.head();
      const followers = Array.from({ length: 10 }, () => follow(store, 3, after));
      const stream = newStream();
      for (const event of newEvents(3)) await store.append(stream, 'any', [event]);
      for (const { events } of await Promise.all(followers))
        expect(events.map(({ stream: of }) => of)).toEqual([stream, stream, stream]);
    });
  });
}
