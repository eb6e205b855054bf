// Contract: pages of one stream and of everything, forwards and backwards.
import type { StoredEvent } from '../port.js';
import { collect, newEvent, newEvents, newStream, type Current } from './samples.js';

const revisions = (events: readonly { revision: number }[]) => events.map(({ revision }) => revision);

export function reading(current: Current): void {
  describe('reading', () => {
    it('gives no page for a stream that does not exist', async () => {
      const { store } = current();
      const pages = [];
      for await (const page of store.read(newStream())) pages.push(page);
      expect(pages).toEqual([]);
    });

    it('does not take a stream for another one whose name begins or is spelt alike', async () => {
      const { store } = current();
      const stream = newStream();
      for (const name of [stream, `${stream}0`, `${stream}%`, stream.toUpperCase()])
        await store.append(name, 'no_stream', [newEvent()]);
      expect((await collect(store.read(stream))).map((event) => event.stream)).toEqual([stream]);
    });

    it('reads a stream from a revision, to a limit, in pages, both ways', async () => {
      const { store } = current();
      const stream = newStream();
      await store.append(stream, 'no_stream', newEvents(10));
      const read = async (options: Parameters<typeof store.read>[1]) =>
        revisions(await collect(store.read(stream, options)));
      expect(await read({ pageSize: 3 })).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(await read({ from: 7 })).toEqual([7, 8, 9]);
      expect(await read({ from: 10 })).toEqual([]);
      expect(await read({ from: 2, limit: 4, pageSize: 3 })).toEqual([2, 3, 4, 5]);
      expect(await read({ backwards: true, pageSize: 4 })).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
      expect(await read({ backwards: true, from: 3 })).toEqual([3, 2, 1, 0]);
      expect(await read({ backwards: true, from: 99, limit: 1 })).toEqual([9]);
      expect(await read({ limit: 0 })).toEqual([]);
    });

    it('tells how many events lie between two positions, where it offers to, as reading counts them', async () => {
      const { store } = current();
      const { position: first } = await store.append(newStream(), 'no_stream', newEvents(2));
      await store.append(newStream(), 'no_stream', newEvents(3));
      const { position: last } = await store.append(newStream(), 'no_stream', [newEvent()]);
      for (const after of [undefined, first, last]) {
        const { length } = await collect(store.readAll({ after }));
        expect([length, undefined]).toContain(store.countBetween?.(after, last));
      }
    });

    it('gives the same events to whoever does without hashes, and hashes to whoever does not', async () => {
      const { store } = current();
      const stream = newStream();
      await store.append(stream, 'no_stream', newEvents(4));
      const bare = ({ hash: _, previousHash: __, ...event }: StoredEvent) => event;
      for (const backwards of [false, true]) {
        const whole = await collect(store.read(stream, { backwards }));
        const lean = await collect(store.read(stream, { backwards, hashes: 'not needed' }));
        const ofAll = await collect(store.readAll({ backwards, limit: 4, hashes: 'not needed' }));
        expect(whole.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
        expect(lean.map(bare)).toEqual(whole.map(bare));
        if (backwards) expect(ofAll.map(bare)).toEqual(whole.map(bare));
      }
    });

    it('reads everything in order of position, both ways, after or before a position', async () => {
      const { store } = current();
      const start = await store.head();
      const streams = Array.from({ length: 40 }, () => newStream());
      const answers = [];
      for (const stream of streams) answers.push(await store.append(stream, 'no_stream', [newEvent()]));
      const forwards = await collect(store.readAll({ after: start, pageSize: 7 }));
      expect(forwards.map(({ stream }) => stream)).toEqual(streams);
      expect(forwards.map(({ position }) => position)).toEqual([...forwards.map(({ position }) => position)].sort());
      const rest = await collect(store.readAll({ after: answers[29]?.position, limit: 5 }));
      expect(rest.map(({ stream }) => stream)).toEqual(streams.slice(30, 35));
      const last = await collect(store.readAll({ backwards: true, limit: 3, pageSize: 2 }));
      expect(last.map(({ stream }) => stream)).toEqual(streams.slice(-3).reverse());
      const before = await collect(store.readAll({ backwards: true, after: answers[2]?.position, limit: 2 }));
      expect(before.map(({ stream }) => stream)).toEqual([streams[1], streams[0]]);
      expect(await collect(store.readAll({ after: await store.head() }))).toEqual([]);
    });

    it('streams ten thousand events in pages, and never cuts history silently (traps 9 and 13)', async () => {
      const { store } = current();
      const stream = newStream();
      for (let written = 0; written < 10_000; written += 500) {
        await store.append(stream, written === 0 ? 'no_stream' : written - 1, newEvents(500));
      }
      let count = 0;
      let largest = 0;
      for await (const page of store.read(stream, { pageSize: 100 })) {
        for (const { revision } of page)
          if (revision !== count++) throw new Error(`revision ${revision} came as number ${count}`);
        largest = Math.max(largest, page.length);
      }
      expect([count, largest]).toEqual([10_000, 100]);
      expect(await collect(store.read(stream))).toHaveLength(10_000);
    }, 90_000);
  });
}
