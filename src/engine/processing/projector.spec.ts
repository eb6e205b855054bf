import { checkpoints, resume } from './checkpoints.js';
import { aWorkshop, counterProjection } from './kit-for-tests.js';
import type { Projection } from './projection.js';
import { Projector } from './projector.js';
import { openForProjecting } from './read-models.js';

const open = (workshop: ReturnType<typeof aWorkshop>) =>
  openForProjecting(workshop.files.create(workshop.parts.projections, 'test'));

describe('a projector', () => {
  it('brings rows and checkpoint to the head of the store', async () => {
    const workshop = aWorkshop();
    await workshop.count('a', 1);
    await workshop.count('a', 2);
    const last = await workshop.count('b', 5);
    const db = open(workshop);
    await new Projector({ ...workshop.parts, db }).catchUp();
    expect(db.all('SELECT id, total FROM counter ORDER BY id')).toEqual([
      expect.objectContaining({ id: 'a', total: 3 }),
      expect.objectContaining({ id: 'b', total: 5 }),
    ]);
    expect(checkpoints(db)[0]).toMatchObject({ projection: 'counter', position: last.position, events: 3 });
  });

  it('hands events over in the order of the store, however small the pages (trap 7)', async () => {
    const workshop = aWorkshop();
    for (let by = 1; by <= 50; by++) await workshop.count('a', by);
    const db = open(workshop);
    await new Projector({ ...workshop.parts, db, pageSize: 7 }).catchUp();
    expect(db.get('SELECT order_seen FROM counter')).toMatchObject({
      order_seen: Array.from({ length: 50 }, (_, i) => i + 1).join(' '),
    });
  });

  it('goes on from the checkpoint after a restart and counts nothing twice', async () => {
    const workshop = aWorkshop();
    await workshop.count('a', 1);
    const db = open(workshop);
    await new Projector({ ...workshop.parts, db }).catchUp();
    await workshop.count('a', 10);
    await new Projector({ ...workshop.parts, db }).catchUp();
    expect(db.get('SELECT total FROM counter')).toMatchObject({ total: 11 });
  });

  it('lets two projectors feed one file: the rows are those of one', async () => {
    const workshop = aWorkshop();
    for (let by = 1; by <= 40; by++) await workshop.count('a', by);
    const file = workshop.files.create(workshop.parts.projections, 'test');
    const [one, two] = [openForProjecting(file), openForProjecting(file)];
    const first = new Projector({ ...workshop.parts, db: one, pageSize: 3 });
    const second = new Projector({ ...workshop.parts, db: two, pageSize: 5 });
    for (let turn = 0; turn < 40; turn++) {
      await first.step();
      await second.step();
    }
    expect(one.get('SELECT total FROM counter')).toMatchObject({ total: 820 });
    expect(checkpoints(two)[0]).toMatchObject({ events: 40 });
  });
});

describe('two processes that project into one file', () => {
  it('see what the other one made of a case: nothing is folded onto a state that is no longer the latest', async () => {
    const workshop = aWorkshop();
    const file = workshop.files.create(workshop.parts.projections, 'test');
    // Each process has projections of its own, and what they remember.
    const [first, second] = [1, 2].map(
      () => new Projector({ ...workshop.parts, projections: [counterProjection()], db: openForProjecting(file) }),
    );
    await workshop.count('a', 1);
    await first?.catchUp();
    await workshop.count('a', 10);
    await second?.catchUp();
    await workshop.count('a', 100);
    await first?.catchUp();
    expect(openForProjecting(file).get('SELECT total, order_seen FROM counter')).toMatchObject({
      total: 111,
      order_seen: '1 10 100',
    });
  });
});

describe('a projection that fails', () => {
  const failing = (fails: () => boolean): Projection => ({
    name: 'fragile',
    version: 1,
    tables: [{ name: 'seen', create: 'CREATE TABLE seen (id TEXT PRIMARY KEY) STRICT;', indexes: [] }],
    apply(events, db) {
      for (const event of events) {
        if (event.data['by'] === 13 && fails()) throw new TypeError('a defect');
        db.run('INSERT INTO seen (id) VALUES (?)', event.id);
      }
    },
  });

  it('pauses at the bad event, names it, handles nothing after it, and lets the others go on (trap 6)', async () => {
    const told: string[] = [];
    const workshop = aWorkshop([failing(() => true), counterProjection()]);
    for (const by of [1, 2, 13, 4]) await workshop.count('a', by);
    const db = open(workshop);
    await new Projector({ ...workshop.parts, db, onPaused: (_, words) => told.push(words) }).catchUp();
    const [whole, paused] = checkpoints(db);
    expect(paused).toMatchObject({
      projection: 'fragile',
      position: '0000000000000002',
      pausedStream: 'counter-a',
      pausedRevision: 2,
    });
    expect(paused?.reason).toBe('TypeError while handling Counted');
    expect(told.join()).toMatch(/TypeError: a … at .*projector\.spec\.ts:\d+:\d+\)?\. Nothing is lost/);
    expect(db.get('SELECT count(*) AS n FROM seen')).toMatchObject({ n: 2 });
    expect(whole).toMatchObject({ projection: 'counter', events: 4, pausedAt: null });
    expect(told).toEqual([expect.stringContaining('npx onward projections resume fragile')]);
  });

  it('goes on where it stopped once it is mended and resumed', async () => {
    let broken = true;
    const workshop = aWorkshop([failing(() => broken)]);
    for (const by of [1, 13, 4]) await workshop.count('a', by);
    const db = open(workshop);
    const projector = new Projector({ ...workshop.parts, db });
    await projector.catchUp();
    broken = false;
    resume(db, 'fragile');
    await projector.catchUp();
    expect(db.get('SELECT count(*) AS n FROM seen')).toMatchObject({ n: 3 });
    expect(checkpoints(db)[0]).toMatchObject({ pausedAt: null, events: 3 });
  });

  it('is tried again first: a passing fault pauses nothing', async () => {
    let faults = 1;
    const workshop = aWorkshop([failing(() => faults-- > 0)]);
    for (const by of [1, 13, 4]) await workshop.count('a', by);
    const db = open(workshop);
    await new Projector({ ...workshop.parts, db }).catchUp();
    expect(checkpoints(db)[0]).toMatchObject({ pausedAt: null, events: 3 });
  });

  it('forgets what it learnt from a page that was rolled back', async () => {
    let faults = 1;
    const counting = counterProjection();
    const applyOnce: Projection = {
      ...counting,
      apply(events, db) {
        counting.apply(events, db);
        if (faults-- > 0) throw new Error('after the rows were written');
      },
    };
    const workshop = aWorkshop([applyOnce]);
    await workshop.count('a', 1);
    await workshop.count('a', 2);
    const db = open(workshop);
    await new Projector({ ...workshop.parts, db }).catchUp();
    expect(db.get('SELECT total FROM counter')).toMatchObject({ total: 3 });
  });

  it('pauses at an event that cannot be read, after everything before it', async () => {
    const workshop = aWorkshop();
    await workshop.count('a', 1);
    await workshop.store.append('counter-a', 'any', [
      { id: 'odd', type: 'NotKnownHere', schemaVersion: 1, data: '{"clear":{}}', metadata: '{}' },
    ]);
    await workshop.count('a', 2);
    const db = open(workshop);
    await new Projector({ ...workshop.parts, db }).catchUp();
    expect(checkpoints(db)[0]).toMatchObject({ events: 1, pausedEvent: 'odd', pausedRevision: 1 });
    expect(db.get('SELECT total FROM counter')).toMatchObject({ total: 1 });
  });
});
