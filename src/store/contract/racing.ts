// Contract: what is sent at the same moment is either stored or refused, never lost.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StoredEvent } from '../port.js';
import { collect, newEvent, newEvents, newStream, type Current } from './samples.js';

const twenty = Array.from({ length: 20 }, (_, index) => index);

export function racing(current: Current): void {
  describe('racing', () => {
    it('lets exactly one of twenty first appends win; nineteen are told what they expected and what is there (trap 1)', async () => {
      const { store } = current();
      const stream = newStream();
      const outcomes = await Promise.allSettled(twenty.map(() => store.append(stream, 'no_stream', newEvents(2))));
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(lost).toHaveLength(19);
      for (const { reason } of lost) {
        const parts = { more: { stream, expected: 'no_stream', actual: 1 } };
        expect(reason).toMatchObject({ type: 'changed-by-someone-else', parts });
      }
      expect(await collect(store.read(stream))).toHaveLength(2);
    });

    it('lets exactly one of twenty changes of the same revision win', async () => {
      const { store } = current();
      const stream = newStream();
      await store.append(stream, 'no_stream', newEvents(3));
      const outcomes = await Promise.allSettled(twenty.map(() => store.append(stream, 2, [newEvent()])));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await collect(store.read(stream))).toHaveLength(4);
    });

    it('stores twenty parallel appends with any (trap 2)', async () => {
      const { store } = current();
      const stream = newStream();
      const events = newEvents(20);
      const answers = await Promise.all(events.map((event) => store.append(stream, 'any', [event])));
      expect(answers.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual(twenty);
      const ids = (await collect(store.read(stream))).map(({ id }) => id);
      expect(new Set(ids)).toEqual(new Set(events.map(({ id }) => id)));
    });

    it('lets an append that is refused spoil none that is sent at the same moment', async () => {
      const { store } = current();
      const streams = twenty.map(() => newStream());
      await Promise.all(
        streams.filter((_, index) => index % 2 === 0).map((stream) => store.append(stream, 'any', [newEvent()])),
      );
      const known = newEvent();
      await store.append(newStream(), 'any', [known]);
      const outcomes = await Promise.allSettled(
        streams.map((stream) => store.append(stream, 'no_stream', [newEvent(), newEvent()])),
      );
      expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(twenty.map((index) => index % 2 === 1));
      for (const [index, stream] of streams.entries())
        expect(await collect(store.read(stream))).toHaveLength(index % 2 === 0 ? 1 : 2);
    });

    it('never shows a later event before an earlier one, to whoever reads on from where they were (trap 3)', async () => {
      const { store } = current();
      const start = await store.head();
      const seen: StoredEvent[] = [];
      let writing = true;
      const readOn = async () => {
        for (let last = false; !last;) {
          last = !writing;
          seen.push(...(await collect(store.readAll({ after: seen.at(-1)?.position ?? start, pageSize: 7 }))));
          // A store that answers at once would else leave those who write no turn.
          await nextTurn();
        }
      };
      const reading = readOn();
      for (let round = 0; round < 10; round++)
        await Promise.all(twenty.map((each) => store.append(newStream(), 'no_stream', newEvents(1 + (each % 3)))));
      writing = false;
      await reading;
      expect(seen).toEqual(await collect(store.readAll({ after: start })));
      expect(seen.map(({ position }) => position)).toEqual(seen.map(({ position }) => position).sort());
    });

    it('gives a position that is already readable when it answers', async () => {
      const { store } = current();
      const start = await store.head();
      await Promise.all(
        newEvents(50).map(async (event) => {
          const { position } = await store.append(newStream(), 'no_stream', [event]);
          const seen = await collect(store.readAll({ after: start }));
          expect(seen.some((stored) => stored.id === event.id && stored.position === position)).toBe(true);
        }),
      );
    });

    it('gives the position of the last event of several, as reads give it, whether the stream is new or not', async () => {
      const { store } = current();
      const stream = newStream();
      for (const count of [3, 1, 2]) {
        const appended = await store.append(stream, 'any', newEvents(count));
        const last = (await collect(store.read(stream))).at(-1);
        expect(appended).toEqual({ revision: last?.revision, position: last?.position, repeated: false });
      }
    });
  });
}
