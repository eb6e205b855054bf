// One case that cannot be projected is set aside by itself: named, with the rows that it had; every other case goes on, and it comes back when it can.
import { civilDate } from '../../kernel/calendar/index.js';
import type { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import { caseProjection } from './case-projection.js';
import { checkpoints } from './checkpoints.js';
import { aCommand, aWorkshop, counter, counterEvents, counterTable, type Counter } from './kit-for-tests.js';
import type { Projection } from './projection.js';
import { Projector } from './projector.js';
import { openForProjecting, openForReading } from './read-models.js';
import { rebuild } from './rebuild.js';
import { casesSetAside, tryAgain } from './set-aside.js';

/** Of a total from 13 on no rows can be made, a count of 99 cannot be folded, and a total of 1000 makes a value that fits no column. */
const fragile = (mended = false): Projection =>
  caseProjection(
    {
      ...counter,
      evolve(state: Counter, event: Parameters<typeof counter.evolve>[1]) {
        if (event.data.by === 99 && !mended) throw new TypeError('cannot be folded');
        return counter.evolve(state, event);
      },
    },
    {
      name: 'counter',
      version: 1,
      tables: { counter: counterTable },
      rows(id, { total, order }) {
        if (total >= 13 && total < 99 && !mended) throw new RangeError('cannot be shown');
        return { counter: [{ id, total: total > 1000 ? total + 0.5 : total, order_seen: order.join(' ') }] };
      },
    },
  );

const rows = (db: { all(sql: string): unknown[] }) => db.all('SELECT id, total FROM counter ORDER BY id');

async function given_counts(...counts: readonly (readonly [string, number])[]) {
  const workshop = aWorkshop([fragile()]);
  for (const [id, by] of counts) await workshop.count(id, by);
  const db = openForProjecting(workshop.files.create(workshop.parts.projections, 'test'));
  const projector = new Projector({ ...workshop.parts, db });
  await projector.catchUp();
  return { workshop, db, projector };
}

describe('following', () => {
  it('shows every other case to the head, and the poisoned one as it was before', async () => {
    const { db, workshop } = await given_counts(['a', 1], ['b', 2], ['a', 12], ['b', 3], ['c', 4]);
    expect(rows(db)).toEqual([
      expect.objectContaining({ id: 'a', total: 1 }),
      expect.objectContaining({ id: 'b', total: 5 }),
      expect.objectContaining({ id: 'c', total: 4 }),
    ]);
    expect(checkpoints(db)[0]).toMatchObject({ pausedAt: null, position: await workshop.store.head() });
  });

  it('names the case, the event and the kind of error, and nothing personal', async () => {
    const { db } = await given_counts(['a', 1], ['a', 12]);
    expect(casesSetAside(db)).toEqual([
      expect.objectContaining({
        projection: 'counter',
        stream: 'counter-a',
        revision: 1,
        type: 'Counted',
        since: '2026-06-01T09:00:00.000Z',
        reason: 'RangeError while handling Counted',
      }),
    ]);
  });

  it('goes on from there: the event that sets it right brings the case back', async () => {
    const { db, workshop, projector } = await given_counts(['a', 1], ['a', 12], ['a', 1]);
    expect(casesSetAside(db)).toEqual([expect.objectContaining({ revision: 1 })]);
    await workshop.count('a', -10);
    await projector.catchUp();
    expect([casesSetAside(db), rows(db)]).toEqual([[], [expect.objectContaining({ id: 'a', total: 4 })]]);
    await workshop.count('a', 1);
    await projector.catchUp();
    expect(rows(db)).toEqual([expect.objectContaining({ id: 'a', total: 5 })]);
  });

  it('so does a process that takes over from another', async () => {
    const { db, workshop } = await given_counts(['a', 1], ['a', 12]);
    await workshop.count('a', -10);
    await new Projector({ ...workshop.parts, projections: [fragile()], db }).catchUp();
    expect([casesSetAside(db), rows(db)]).toEqual([[], [expect.objectContaining({ total: 3 })]]);
  });

  it('a case that does not fold stands still until it is tried again with what mends it', async () => {
    const { db, workshop } = await given_counts(['a', 1], ['a', 99], ['a', 2], ['b', 7]);
    expect(rows(db)).toEqual([
      expect.objectContaining({ id: 'a', total: 1 }),
      expect.objectContaining({ id: 'b', total: 7 }),
    ]);
    const mended = new Projector({ ...workshop.parts, projections: [fragile(true)], db });
    await mended.catchUp();
    expect(casesSetAside(db)).toHaveLength(1);
    tryAgain(db, 'counter');
    await mended.catchUp();
    expect([casesSetAside(db), rows(db)]).toEqual([
      [],
      [expect.objectContaining({ id: 'a', total: 102 }), expect.objectContaining({ id: 'b', total: 7 })],
    ]);
  });

  it('tried again without being mended it is set aside as before, and asked no more', async () => {
    const { db, projector } = await given_counts(['a', 1], ['a', 12]);
    const before = casesSetAside(db);
    tryAgain(db, 'counter');
    await projector.catchUp();
    await projector.catchUp();
    expect([casesSetAside(db), rows(db)]).toEqual([before, [expect.objectContaining({ id: 'a', total: 1 })]]);
  });

  it('a value that fits no column is the case’s fault, too, and leaves nothing half written', async () => {
    const { db } = await given_counts(['a', 1], ['a', 1000], ['b', 2]);
    expect(rows(db)).toEqual([
      expect.objectContaining({ id: 'a', total: 1 }),
      expect.objectContaining({ id: 'b', total: 2 }),
    ]);
    expect(casesSetAside(db)).toHaveLength(1);
  });

  it('a file that cannot be written sets nobody aside', async () => {
    const { db, workshop, projector } = await given_counts(['a', 1]);
    const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
    const run = jest.spyOn(db, 'run').mockImplementation(() => {
      throw full;
    });
    await workshop.count('a', 1);
    await projector.catchUp().catch(() => undefined);
    run.mockRestore();
    expect(casesSetAside(db)).toEqual([]);
  });
});

describe.each([
  ['case by case', true],
  ['in the order of the store', false],
])('a rebuild %s', (_, byStream) => {
  const histories: readonly (readonly (readonly [string, number])[])[] = [
    [
      ['a', 1],
      ['b', 2],
      ['a', 12],
      ['b', 3],
    ],
    [
      ['a', 13],
      ['b', 2],
    ],
    [
      ['a', 1],
      ['a', 99],
      ['a', 2],
      ['b', 7],
    ],
    [
      ['a', 1],
      ['a', 12],
      ['a', -10],
      ['a', 20],
      ['a', 1],
      ['b', 7],
    ],
  ];

  it.each(histories.map((history) => [JSON.stringify(history), history] as const))(
    'of %s sets aside what following does, with the same rows',
    async (_name, history) => {
      const { db, workshop } = await given_counts(...history);
      const { store } = workshop.parts;
      const parts = { ...workshop.parts, store: byStream ? inStreams(store as MemoryEventStore) : store };
      const { file } = await rebuild(workshop.files, parts, 'again');
      const anew = openForReading(file);
      expect([casesSetAside(anew), rows(anew)]).toEqual([casesSetAside(db), rows(db)]);
      expect(anew.all('SELECT id, state, state_revision FROM set_aside')).toEqual(
        db.all('SELECT id, state, state_revision FROM set_aside'),
      );
      // And it follows from there as the other does.
      await workshop.journal.append(
        'counter-a',
        'any',
        [counterEvents.counted.fact(civilDate('2026-06-01'), { by: -30 })],
        {
          ...aCommand('later'),
          subject: 'someone',
        },
      );
      for (const one of [db, openForProjecting(file)]) await new Projector({ ...workshop.parts, db: one }).catchUp();
      expect([casesSetAside(anew), rows(anew)]).toEqual([casesSetAside(db), rows(db)]);
    },
  );
});

/** The memory store, giving whole streams as the SQLite store does. */
const inStreams = (store: MemoryEventStore) =>
  Object.assign(Object.create(store) as MemoryEventStore, {
    byStream: {
      categories: () => Promise.resolve(['counter']),
      async *ofCategory() {
        for (const id of ['a', 'b', 'c']) for await (const page of store.read(`counter-${id}`)) yield page;
      },
    },
  });
