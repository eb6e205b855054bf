// Whatever becomes of the tries of an append, in whatever order: the answer is true of what the server holds in the end.
import fc from 'fast-check';
import { EventStoreDbDouble } from '../../../test/doubles/eventstoredb/double.js';
import type { Fate } from '../../../test/doubles/eventstoredb/faults.js';
import { newId } from '../../kernel/ids.js';
import { chainStart } from '../chain.js';
import { newEvent, newEvents, newStream } from '../contract/samples.js';
import type { EventStoreDbEventStore } from './eventstoredb-event-store.js';
import { storeOn } from './kit-for-tests.js';
import { outgoing } from './wire-format.js';

jest.setTimeout(120_000);

interface Carried {
  readonly id: string;
  readonly hash: string;
}

const carried = (metadata: Uint8Array) => JSON.parse(Buffer.from(metadata).toString('utf8')) as Carried;

describe('an append', () => {
  let double: EventStoreDbDouble;
  let store: EventStoreDbEventStore;
  beforeEach(async () => {
    double = await EventStoreDbDouble.start();
    store = storeOn(double, { callTimeout: 150, silence: 80, patience: 600 });
  });
  afterEach(async () => {
    await store.close();
    double.stop();
  });

  /** As another instance writes, whatever this one does meanwhile. */
  const theyWrite = (stream: string) => {
    const seen = double.log.visible(stream);
    const last = seen === 'deleted' ? undefined : seen?.[seen.length - 1];
    const end = last
      ? { revision: Number(last.revision), hash: carried(last.metadata).hash }
      : { revision: -1, hash: chainStart };
    for (const { id, type, data, metadata } of outgoing(stream, end, [newEvent()], newId()))
      double.log.append(stream, 'any', [
        { id, type, data, contentType: 'application/octet-stream', metadata: Buffer.from(JSON.stringify(metadata)) },
      ]);
  };

  const timesThere = (id: string) =>
    double.log.all.filter(({ stream, metadata }) => stream.startsWith('sample') && carried(metadata).id === id).length;

  const fates: readonly Fate[] = [
    'written',
    'written, and the connection breaks',
    'written, and nothing is said',
    'nothing is said, and it arrives late',
    'not ready',
    'not the leader',
    'denied',
    'refused for what will be truncated',
  ];
  const fate = fc.constantFrom(...fates);

  it('says that it was recorded only where it was, that it was not only where it was not, and is never there twice', async () => {
    const said = { recorded: 0, not: 0, unknown: 0 };
    const tries = fc.array(fc.record({ fate, theyWrite: fc.boolean(), lateOnes: fc.boolean() }), { maxLength: 5 });
    const lasting = fc.constantFrom<Fate>('written', 'not ready', 'denied', 'refused for what will be truncated');
    const expecting = fc.constantFrom('no_stream' as const, 0, 'any' as const);
    await fc.assert(
      fc.asyncProperty(
        tries,
        lasting,
        expecting,
        fc.integer({ min: 1, max: 3 }),
        async (fated, after, expected, count) => {
          const stream = newStream();
          if (expected !== 'no_stream') theyWrite(stream);
          const events = newEvents(count);
          double.faults.fate = after;
          double.faults.fates.splice(
            0,
            Infinity,
            ...fated.map((each) => ({
              fate: each.fate,
              before: () => {
                if (each.lateOnes) double.faults.arriveLate();
                if (each.theyWrite) theyWrite(stream);
              },
            })),
          );
          const outcome = await store.append(stream, expected, events).catch((error: unknown) => error as Error);
          double.faults.arriveLate();
          const there = new Set(events.map(({ id }) => timesThere(id)));
          expect([...there]).toEqual([expect.any(Number)]);
          const [times] = there;
          expect(times).toBeLessThanOrEqual(1);
          if (!(outcome instanceof Error)) {
            said.recorded++;
            expect(times).toBe(1);
            const last = double.log.all.findLast(
              ({ stream: of, metadata }) => of === stream && carried(metadata).id === events[count - 1]?.id,
            );
            expect(outcome).toEqual({
              revision: Number(last?.revision),
              position: `${String(last?.position).padStart(20, '0')}-${String(last?.position).padStart(20, '0')}`,
              repeated: false,
            });
          } else if (outcome.message.includes('not known')) said.unknown++;
          else {
            said.not++;
            expect([outcome.message, times]).toEqual([outcome.message, 0]);
          }
          // The same again tells, once the server is well.
          double.faults.fates.splice(0);
          double.faults.fate = 'written';
          const again = await store.append(stream, expected, events).catch(() => undefined);
          expect([again?.repeated, ...new Set(events.map(({ id }) => timesThere(id)))]).toEqual(
            again ? [times === 1, 1] : [undefined, 0],
          );
        },
      ),
      { numRuns: 120, interruptAfterTimeLimit: 60_000 },
    );
    // Every kind of answer was asked about.
    expect(Math.min(...Object.values(said))).toBeGreaterThan(5);
  });

  it.each<[string, Fate]>([
    ['the user may not write any more', 'denied'],
    ['no node is ready', 'not ready'],
    ['it is not the leader that is reached', 'not the leader'],
  ])('that was sent, and not answered, is not called unrecorded when %s afterwards', async (_, then) => {
    double.faults.fates.push({ fate: 'written, and the connection breaks' });
    double.faults.fate = then;
    const stream = newStream();
    const events = newEvents(2);
    await expect(store.append(stream, 'no_stream', events)).rejects.toMatchObject({
      type: 'store-unavailable',
      message: 'EventStoreDB did not answer, so it is not known whether this was recorded.',
    });
    expect(timesThere(events[1]?.id ?? '')).toBe(1);
  });

  it('that was sent, and not answered, is looked for before somebody else is said to have been quicker', async () => {
    double.faults.fates.push({ fate: 'written, and the connection breaks' });
    double.faults.fate = 'refused for what will be truncated';
    const sent = store.append(newStream(), 'no_stream', newEvents(2));
    expect(await sent).toMatchObject({ revision: 1, repeated: false });
  });

  it('that never reached a node that may write says that it was not recorded', async () => {
    double.faults.fate = 'not the leader';
    const refused = store.append(newStream(), 'no_stream', [newEvent()]);
    await expect(refused).rejects.toMatchObject({ message: expect.stringContaining('It was not recorded.') as string });
    double.stop();
    const unreached = store.append(newStream(), 'no_stream', [newEvent()]);
    await expect(unreached).rejects.toMatchObject({
      message: expect.stringContaining('It was not recorded.') as string,
    });
  });

  it('that was not answered, and then others were found in its place, is a conflict: it can arrive no more', async () => {
    const stream = newStream();
    double.faults.fates.push(
      { fate: 'nothing is said, and it arrives late' },
      { fate: 'written', before: () => theyWrite(stream) },
    );
    const refused = store.append(stream, 'no_stream', [newEvent()]);
    await expect(refused).rejects.toMatchObject({ type: 'changed-by-someone-else' });
    double.faults.arriveLate();
    expect(double.log.visible(stream)).toHaveLength(1);
  });
});
