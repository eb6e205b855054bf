// Traps 4, 5 and 6: what goes wrong when lists are made from events, tried over both of our stores (docs/traps.md).
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue, projections } from '../../src/apps/cases.js';
import type { ByStream, EventStore, ReadAllOptions, StoredEvent } from '../../src/store/port.js';
import { civilDate as day } from '../../src/kernel/calendar/index.js';
import { checkpoints } from '../../src/engine/processing/checkpoints.js';
import { aWorkshop, counterProjection } from '../../src/engine/processing/kit-for-tests.js';
import { lagOf } from '../../src/engine/processing/lag.js';
import { ManagerPlaces } from '../../src/engine/processing/process-managers/places.js';
import { projectContinuously, type Progress } from '../../src/engine/processing/project-continuously.js';
import type { Projection } from '../../src/engine/processing/projection.js';
import { Projector } from '../../src/engine/processing/projector.js';
import { openForProjecting, openForReading, ReadModelFiles } from '../../src/engine/processing/read-models.js';
import { rebuild } from '../../src/engine/processing/rebuild.js';
import { aDesk } from '../../src/engine/tasks/kit-for-tests.js';
import { keepingOf } from '../../src/engine/tasks/order-to-command.js';
import { transitionEvents as events } from '../../src/cases/camhs-transition/domain/events.js';
import { opened } from '../../src/cases/camhs-transition/domain/transitions-for-tests.js';
import { storeKinds, trapped, type Trapped } from './stores.js';

jest.setTimeout(300_000);

const totalIn = (file: string): number | undefined => {
  const db = openForReading(file);
  const row = db.get<{ total: number }>('SELECT total FROM counter');
  db.database.close();
  return row?.total;
};

/** The store, in which something happens after the first page of whatever a rebuild reads. */
function meanwhile(store: EventStore, happens: () => Promise<unknown>): EventStore {
  let first = true;
  async function* interrupted(pages: AsyncIterable<readonly StoredEvent[]>) {
    for await (const page of pages) {
      yield page;
      if (first) await happens();
      first = false;
    }
  }
  const { byStream } = store;
  return Object.assign(Object.create(store) as EventStore, {
    head: () => store.head(),
    readAll: (options?: ReadAllOptions) => {
      first = true;
      return interrupted(store.readAll(options));
    },
    byStream: byStream && {
      categories: () => byStream.categories(),
      ofCategory: (...asked: Parameters<ByStream['ofCategory']>) => interrupted(byStream.ofCategory(...asked)),
    },
  });
}

/** A late referral whose first adult appointment was missed: two managers have something to do. */
const late = opened('a', { referredOn: '2026-06-01', late: true });
const booked = events.appointmentBooked.fact(day('2026-06-01'), { appointmentId: 'a1', bookedFor: day('2026-06-10') });
const missed = events.appointmentMissed.fact(day('2026-06-10'), { appointmentId: 'a1' });

describe.each(storeKinds)('on %s', (kind) => {
  let trap: Trapped;
  beforeEach(async () => void (trap = await trapped(kind)));
  afterEach(() => trap.close());

  it('trap 4: what is appended while lists are built anew is in them at the switch, and what follows is in them after it', async () => {
    const { files, parts, count, store } = aWorkshop([counterProjection()], trap.open());
    await count('a', 1);
    const { file: before } = await rebuild(files, parts, 'before');
    const stopped = new AbortController();
    const seen: Progress[] = [];
    let look: () => void = () => undefined;
    const live = projectContinuously(files, parts, stopped.signal, (progress) => {
      seen.push(progress);
      look();
    });
    const during = [100, 100];
    const busy = meanwhile(store, async () => {
      const by = during.pop();
      if (by !== undefined) await count('a', by);
    });
    const use = files.use.bind(files);
    let atSwitch: number | undefined;
    jest.spyOn(files, 'use').mockImplementation((file) => {
      atSwitch = totalIn(file);
      use(file);
    });
    const { file: after } = await rebuild(files, { ...parts, store: busy }, 'again');
    await count('a', 1000);
    const head = await store.head();
    // Whoever projected into the old file goes on in the new one.
    const reached = () => seen.some(({ file, places }) => file === after && places[0]?.position === head);
    if (!reached()) await new Promise<void>((there) => (look = () => void (reached() && there())));
    stopped.abort();
    await live;
    expect(after).not.toBe(before);
    expect([during.length, atSwitch, totalIn(after)]).toEqual([0, 201, 1201]);
  });

  it('trap 5: building lists anew, or going through everything once more, tells nobody again', async () => {
    const store = trap.open();
    const desk = aDesk(store);
    const places = new ManagerPlaces();
    let orders = 0;
    const carryOut: Parameters<typeof desk.managing>[0] = {
      carryOut: (order) => (orders++, desk.send(keepingOf(order, desk.clock.today()))),
    };
    const managers = desk.managing({ places, ...carryOut });
    await managers.introduce();
    await desk.record('transition-t1', late, booked);
    await desk.record('transition-t1', missed);
    await managers.catchUp();
    const told = await desk.tasks();
    const head = await store.head();
    expect([told.length, orders]).toEqual([4, 4]);

    const files = new ReadModelFiles(mkdtempSync(join(tmpdir(), 'onward-')));
    const parts = { store, keys: desk.keys, catalogue, clock: desk.clock, projections };
    const { file } = await rebuild(files, parts, 'again');
    await managers.catchUp();
    const rows = openForReading(file).get<{ n: number }>('SELECT count(*) AS n FROM task');
    expect([orders, rows?.n, await store.head()]).toEqual([4, 4, head]);

    // Their places are lost with the folder: they find everything done.
    const anew = desk.managing({ places: new ManagerPlaces(), ...carryOut });
    await anew.introduce();
    await anew.catchUp();
    expect(orders).toBe(8);
    expect([await desk.tasks(), await store.head()]).toEqual([told, head]);
  });

  it('trap 6: a list that throws stays where it is, takes nothing later, is told of, and its lag grows; the others go on', async () => {
    const taken: number[] = [];
    const fragile: Projection = {
      name: 'fragile',
      version: 1,
      tables: [{ name: 'taken', create: 'CREATE TABLE taken (by_how_much INTEGER NOT NULL) STRICT;', indexes: [] }],
      apply(page, db) {
        for (const { data } of page) {
          if (data['by'] === 13) throw new TypeError('cannot');
          db.run('INSERT INTO taken VALUES (?)', data['by'] as number);
          taken.push(data['by'] as number);
        }
      },
    };
    const { files, parts, count, store, clock } = aWorkshop([counterProjection(), fragile], trap.open());
    const db = openForProjecting(files.create(parts.projections, 'live'));
    const told: string[] = [];
    const projector = new Projector({ ...parts, db, onPaused: (name) => told.push(name) });
    const good = await count('a', 4);
    for (const by of [13, 5, 6]) await count('a', by);
    await projector.catchUp();
    await count('a', 7);
    await projector.catchUp();
    const [whole, paused] = checkpoints(db);
    expect(paused).toMatchObject({ projection: 'fragile', position: good.position, pausedRevision: 1 });
    expect(whole).toMatchObject({ projection: 'counter', position: await store.head(), pausedAt: null });
    expect(db.all('SELECT by_how_much AS by FROM taken')).toEqual([{ by: 4 }]);
    expect([told, taken.includes(5)]).toEqual([['fragile'], false]);
    clock.set('2026-06-01T09:10:00.000Z');
    expect(await lagOf(store, good.position, clock.now())).toMatchObject({ events: 4, seconds: 600 });
    db.database.close();
  });

  it('trap 6: a process manager that throws stays before its event, and what it did not do is done once it is resumed', async () => {
    const desk = aDesk(trap.open());
    const places = new ManagerPlaces();
    let broken = true;
    const told: string[] = [];
    const managers = desk.managing({
      places,
      onPaused: (name) => told.push(name),
      carryOut: async (order) => {
        if (broken && order.change.wanted.kind.startsWith('missed')) throw new TypeError('cannot');
        await desk.send(keepingOf(order, desk.clock.today()));
      },
    });
    await managers.introduce();
    await desk.record('transition-t1', late, booked);
    const [eventId] = await desk.record('transition-t1', missed);
    await desk.record('transition-t2', opened('a', { referredOn: '2026-06-01' }), booked, missed);
    await managers.catchUp();
    const place = () => managers.places().find(({ projection }) => projection === 'missed-first-appointment');
    expect([told, place()?.pausedEvent]).toEqual([['missed-first-appointment'], eventId]);
    expect((await desk.tasks()).map(({ kind }) => kind)).not.toContain('missed-first-appointment-adult');
    broken = false;
    places.resume('missed-first-appointment');
    await managers.catchUp();
    const followed = (await desk.tasks()).filter(({ kind }) => kind === 'missed-first-appointment-adult');
    expect(followed.map(({ caseId }) => caseId).sort()).toEqual(['t1', 't2']);
  });
});
