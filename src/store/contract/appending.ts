// Contract: what an append with each expected revision does.
import type { ExpectedRevision } from '../port.js';
import { asNew, collect, newEvent, newEvents, newStream, type Current } from './samples.js';

const unexpected = (expected: ExpectedRevision, actual: number | 'no_stream') => ({
  type: 'changed-by-someone-else',
  parts: { more: { expected, actual } },
});

export function appending(current: Current): void {
  describe('appending', () => {
    it('starts a stream with no_stream at revision 0 and goes on by exact revisions', async () => {
      const { store } = current();
      const stream = newStream();
      const first = await store.append(stream, 'no_stream', [newEvent()]);
      const second = await store.append(stream, 0, newEvents(3));
      expect(first).toMatchObject({ revision: 0, repeated: false });
      expect(second).toMatchObject({ revision: 3, repeated: false });
      expect(second.position > first.position).toBe(true);
      expect(await store.head()).toBe(second.position);
    });

    it('takes any for a new and for an old stream, stream_exists for an old one', async () => {
      const { store } = current();
      const stream = newStream();
      expect((await store.append(stream, 'any', [newEvent()])).revision).toBe(0);
      expect((await store.append(stream, 'any', [newEvent()])).revision).toBe(1);
      expect((await store.append(stream, 'stream_exists', [newEvent()])).revision).toBe(2);
    });

    it.each<[ExpectedRevision, number]>([
      ['no_stream', 2],
      [0, 2],
      [5, 2],
      ['stream_exists', 0],
      [0, 0],
    ])('refuses %p in a stream of %i events, and says what it found', async (expected, length) => {
      const { store } = current();
      const stream = newStream();
      if (length > 0) await store.append(stream, 'no_stream', newEvents(length));
      const refused = store.append(stream, expected, [newEvent()]);
      await expect(refused).rejects.toMatchObject(unexpected(expected, length > 0 ? length - 1 : 'no_stream'));
      expect(await collect(store.read(stream))).toHaveLength(length);
    });

    it('writes all events of an append or none', async () => {
      const { store } = current();
      const stream = newStream();
      const known = newEvent();
      await store.append(stream, 'no_stream', [known]);
      await expect(store.append(stream, 0, [newEvent(), known])).rejects.toMatchObject({ type: 'event-id-reused' });
      expect(await collect(store.read(stream))).toHaveLength(1);
      expect((await store.append(stream, 0, [newEvent()])).revision).toBe(1);
    });

    it('refuses an append without events and one that it could not keep byte for byte', async () => {
      const { store } = current();
      const invalid = { type: 'invalid-input' };
      await expect(store.append(newStream(), 'any', [])).rejects.toMatchObject(invalid);
      await expect(store.append('', 'any', [newEvent()])).rejects.toMatchObject(invalid);
      await expect(store.append(newStream(), -1, [newEvent()])).rejects.toMatchObject(invalid);
      await expect(store.append(newStream(), 'any', [newEvent({ schemaVersion: 0 })])).rejects.toMatchObject(invalid);
      await expect(store.append(newStream(), 'any', [newEvent({ data: '"a\0b"' })])).rejects.toMatchObject(invalid);
      await expect(store.append(newStream(), 'any', [newEvent({ data: '"\ud800"' })])).rejects.toMatchObject(invalid);
    });

    it('keeps every byte of long and of unusual text', async () => {
      const { store } = current();
      const stream = newStream();
      const long = JSON.stringify({ text: 'Zoë Ó Dálaigh 👩‍👧 שלום \u2028 "\\' + 'x'.repeat(900_000) });
      const events = [
        newEvent({ data: long, metadata: '{ "spaced" : 1.0 }' }),
        newEvent({ data: '{}', schemaVersion: 7 }),
      ];
      await store.append(stream, 'no_stream', events);
      expect((await collect(store.read(stream))).map(asNew)).toEqual(events);
    });

    it('keeps a large append whole, or refuses it whole and says what it may have', async () => {
      const { store, largestAppend } = current();
      const stream = newStream();
      const large = newEvents(3).map((event) => ({ ...event, data: JSON.stringify('x'.repeat(500_000)) }));
      const sent = store.append(stream, 'no_stream', large);
      if (largestAppend === undefined) await sent;
      else
        await expect(sent).rejects.toMatchObject({
          type: 'invalid-input',
          parts: { detail: expect.stringMatching(/in one append/) as string },
        });
      expect(await collect(store.read(stream))).toHaveLength(largestAppend === undefined ? 3 : 0);
    });

    it('does not let back-dated facts change the order of history (trap 11)', async () => {
      const { store } = current();
      const stream = newStream();
      const dates = ['2026-03-01', '2024-01-01', '2025-06-30'];
      const events = dates.map((date) =>
        newEvent({ metadata: JSON.stringify({ occurredOn: date, recordedAt: `${date}T00:00:00Z` }) }),
      );
      for (const event of events) await store.append(stream, 'any', [event]);
      expect((await collect(store.read(stream))).map(asNew)).toEqual(events);
    });
  });
}
