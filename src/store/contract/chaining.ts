// Contract: every event is chained on the one before it in its stream.
import { chainHash, chainStart } from '../chain.js';
import { collect, newEvent, newEvents, newStream, type Current } from './samples.js';

export function chaining(current: Current): void {
  describe('chaining', () => {
    it('chains each event on the one before it, over appends and within them', async () => {
      const { store } = current();
      const stream = newStream();
      await store.append(stream, 'no_stream', newEvents(2));
      await store.append(stream, 1, [newEvent({ data: '{"name":"Zoë"}' })]);
      let previous = chainStart;
      for (const event of await collect(store.read(stream))) {
        expect(event.previousHash).toBe(previous);
        expect(event.hash).toBe(chainHash(previous, stream, event.revision, event));
        previous = event.hash;
      }
      expect(previous).not.toBe(chainStart);
    });

    it('keeps the chain whole when appends race, are refused and are repeated', async () => {
      const { store } = current();
      const stream = newStream();
      const again = newEvents(1);
      await store.append(stream, 'no_stream', again);
      const sent = [1, 2, 3, 4].flatMap(() => [
        store.append(stream, 'any', newEvents(2)),
        store.append(stream, 'no_stream', [newEvent()]),
        store.append(stream, 'no_stream', again),
      ]);
      await Promise.allSettled(sent);
      const events = await collect(store.read(stream));
      expect(events).toHaveLength(9);
      for (const [index, event] of events.entries()) {
        expect(event.previousHash).toBe(events[index - 1]?.hash ?? chainStart);
        expect(event.hash).toBe(chainHash(event.previousHash, stream, index, event));
      }
    });
  });
}
