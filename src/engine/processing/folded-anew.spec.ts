// A correction folds its case anew: the rows are the same however the events come, one at a time, in pages, or in a rebuild (REC-24).
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { civilDate } from '../../kernel/calendar/index.js';
import { correctionFacts } from '../../kernel/corrections.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import type { EventStore } from '../../store/port.js';
import { SqliteEventStore } from '../../store/sqlite/sqlite-event-store.js';
import { checkpoints } from './checkpoints.js';
import { aCommand, aWorkshop } from './kit-for-tests.js';
import { Projector } from './projector.js';
import { openForProjecting, openForReading } from './read-models.js';
import { rebuild } from './rebuild.js';

type Workshop = ReturnType<typeof aWorkshop>;

const on = civilDate('2026-06-01');
let commands = 0;

async function withdraw({ journal }: Workshop, id: string, correctsEventId: string): Promise<string> {
  const fact = correctionFacts.withdrawn.fact(on, { correctsEventId, reason: 'another child' });
  const context = { ...aCommand(`w${++commands}`), subject: 'someone' };
  return (await journal.append(`counter-${id}`, 'any', [fact], context)).eventIds[0]!;
}

const inSqlite = (): EventStore => new SqliteEventStore(join(mkdtempSync(join(tmpdir(), 'onward-')), 'events.db'));

const stores: readonly (readonly [string, () => EventStore])[] = [
  ['in memory', () => new MemoryEventStore()],
  ['in SQLite', inSqlite],
];

/** Two of three counts of one case are taken back, one of them between two counts; the other case is left alone. */
async function given_corrections(store: EventStore): Promise<Workshop> {
  const workshop = aWorkshop(undefined, store);
  const first = await workshop.count('a', 1);
  await workshop.count('b', 7);
  const second = await workshop.count('a', 2);
  await withdraw(workshop, 'a', first.eventIds[0]!);
  await workshop.count('a', 4);
  const taken = await withdraw(workshop, 'a', second.eventIds[0]!);
  await withdraw(workshop, 'a', taken);
  await workshop.count('b', 8);
  return workshop;
}

const rowsOf = (db: { all(sql: string): unknown[] }) =>
  db.all('SELECT c.id, total, order_seen, revision FROM counter c JOIN counter_state s USING (id) ORDER BY c.id');

const expected = [
  expect.objectContaining({ id: 'a', total: 4, order_seen: '4', revision: 5 }),
  expect.objectContaining({ id: 'b', total: 15, order_seen: '7 8', revision: 1 }),
];

describe.each(stores)('a case that is corrected, from a store %s', (_, store) => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 1000])('has the rows of what stands, with pages of %i', async (pageSize) => {
    const workshop = await given_corrections(store());
    const db = openForProjecting(workshop.files.create(workshop.parts.projections, 'test'));
    await new Projector({ ...workshop.parts, db, pageSize }).catchUp();
    expect(rowsOf(db)).toEqual(expected);
  });

  it('has the same rows after a rebuild, and goes on from them', async () => {
    const workshop = await given_corrections(store());
    const { file } = await rebuild(workshop.files, workshop.parts, 'one');
    expect(rowsOf(openForReading(file))).toEqual(expected);
    const fourth = await workshop.count('a', 16);
    const db = openForProjecting(file);
    const projector = new Projector({ ...workshop.parts, db });
    await projector.catchUp();
    await withdraw(workshop, 'a', fourth.eventIds[0]!);
    await projector.catchUp();
    expect(rowsOf(db)[0]).toMatchObject({ total: 4, order_seen: '4', revision: 7 });
  });
});

test('a page that was tried again and again hands the same history in, and no case is set aside for want of it', async () => {
  const workshop = await given_corrections(new MemoryEventStore());
  const db = openForProjecting(workshop.files.create(workshop.parts.projections, 'test'));
  const [counter] = workshop.parts.projections;
  let left = 2;
  const failing = {
    ...counter!,
    apply: (...given: Parameters<NonNullable<typeof counter>['apply']>) => {
      if (left-- > 0) throw new Error('not now');
      counter!.apply(...given);
    },
  };
  await new Projector({ ...workshop.parts, projections: [failing], db, retries: [1] }).catchUp();
  expect(rowsOf(db)).toEqual(expected);
  expect(db.all('SELECT id FROM set_aside')).toEqual([]);
  expect(checkpoints(db)[0]).toMatchObject({ events: 8, pausedAt: null });
});
