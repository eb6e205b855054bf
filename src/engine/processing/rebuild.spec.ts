import { existsSync } from 'node:fs';
import { demoDirectory, useDirectory } from '../../rules/directory/current.js';
import { isOnwardError } from '../../kernel/errors.js';
import { openDatabase } from '../../store/sqlite-files/open-database.js';
import { aWorkshop, counterProjection } from './kit-for-tests.js';
import type { Projection } from './projection.js';
import { Projector } from './projector.js';
import { openForProjecting, openForReading } from './read-models.js';
import { rebuild, rebuildIfReadOtherwise } from './rebuild.js';

const total = (file: string | undefined) =>
  openForReading(file ?? '').get<{ total: number }>('SELECT total FROM counter')?.total;

describe('a rebuild', () => {
  it('fills a new file beside the one in use and switches to it', async () => {
    const workshop = aWorkshop();
    await workshop.count('a', 1);
    const first = await rebuild(workshop.files, workshop.parts, 'one');
    await workshop.count('a', 2);
    const second = await rebuild(workshop.files, workshop.parts, 'two');
    expect(second.file).not.toBe(first.file);
    expect(workshop.files.current()).toBe(second.file);
    expect(total(second.file)).toBe(3);
    expect(existsSync(first.file)).toBe(true); // still open, perhaps, in a process that has not noticed
    await rebuild(workshop.files, workshop.parts, 'three');
    expect(existsSync(first.file)).toBe(false);
  });

  it('is made once when the lists of the area read old texts otherwise, and not for what changes no reading', async () => {
    const { files, parts, count } = aWorkshop();
    const troubles: unknown[] = [];
    const look = async (label: string) => {
      await rebuildIfReadOtherwise(files, parts, label, (error) => troubles.push(error));
      return files.current();
    };
    const teams = (team: object) => ({
      ...demoDirectory,
      teams: [...demoDirectory.teams, { code: 'new', name: 'New', ...team }],
    });
    try {
      await count('a', 1);
      expect(await look('none')).toBeUndefined();
      const { file: first } = await rebuild(files, parts, 'one');
      expect(await look('same')).toBe(first);
      // Somebody who got an account stands among the workers, and not in the lists.
      const accounts = { ...demoDirectory, workers: [...demoDirectory.workers, { code: 'a.b', name: 'A B' }] };
      useDirectory(accounts, undefined, demoDirectory);
      expect(await look('account')).toBe(first);
      useDirectory(teams({}));
      const second = await look('listed');
      expect([second === first, total(second)]).toEqual([false, 1]);
      useDirectory(teams({ to: '2026-04-01', receives: ['ADULT_LD'] }));
      expect(await look('ended')).toBe(second);
      useDirectory(teams({ also: ['Newer'] }));
      expect(await look('also')).not.toBe(second);
      expect(troubles).toEqual([]);
    } finally {
      useDirectory(demoDirectory);
    }
  });

  it('that cannot be made for changed lists of the area leaves those in use, and says why', async () => {
    const { files, parts, count } = aWorkshop();
    await count('a', 1);
    const { file } = await rebuild(files, parts, 'one');
    const troubles: unknown[] = [];
    try {
      useDirectory({ ...demoDirectory, teams: [] });
      const failing = { ...parts, keys: { ...parts.keys, destroyed: () => Promise.reject(new Error('away')) } };
      await rebuildIfReadOtherwise(files, failing, 'two', (error) => troubles.push(error));
    } finally {
      useDirectory(demoDirectory);
    }
    expect([files.current(), troubles.length]).toEqual([file, 1]);
  });

  it('includes what is appended while it runs, and what follows after the switch (trap 4)', async () => {
    let during = 3;
    const counting = counterProjection();
    let append: () => Promise<unknown> = () => Promise.resolve();
    const pending: Promise<unknown>[] = [];
    const interrupted: Projection = {
      ...counting,
      cases: counting.cases && {
        ...counting.cases,
        fill(events, db) {
          if (during-- > 0) pending.push(append());
          counting.cases?.fill(events, db);
        },
      },
    };
    const workshop = aWorkshop([interrupted]);
    append = () => workshop.count('a', 100);
    await workshop.count('a', 1);
    const { file } = await rebuild(workshop.files, workshop.parts, 'one');
    await Promise.all(pending);
    await workshop.count('a', 1000);
    during = 0;
    await new Projector({ ...workshop.parts, db: openForProjecting(file) }).catchUp();
    expect(pending.length).toBeGreaterThan(0);
    expect(total(file)).toBe(1 + 100 * pending.length + 1000);
  });

  it('switches nothing when an event cannot be handled', async () => {
    const workshop = aWorkshop();
    await workshop.count('a', 1);
    const { file } = await rebuild(workshop.files, workshop.parts, 'good');
    const broken: Projection = {
      ...counterProjection(2),
      cases: undefined,
      apply: () => {
        throw new Error('a defect');
      },
    };
    const failed = await rebuild(workshop.files, { ...workshop.parts, projections: [broken] }, 'bad').catch(
      (error: unknown) => error,
    );
    expect(isOnwardError(failed, 'not-caught-up')).toBe(true);
    expect(workshop.files.current()).toBe(file);
  });

  it('is asked for when a projection has a new version, and only then', async () => {
    const workshop = aWorkshop();
    const { file } = await rebuild(workshop.files, workshop.parts, 'one');
    expect(workshop.files.fits(file, [counterProjection(1)])).toBe(true);
    expect(workshop.files.fits(file, [counterProjection(2)])).toBe(false);
  });

  it('is not asked for of a file that another program holds, which stays in use', () => {
    const { files } = aWorkshop();
    const file = files.place([counterProjection(1)], 'held');
    const holder = openDatabase(file);
    files.use(file);
    holder.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
    expect(() => files.retireUnlessFits([counterProjection(1)])).toThrow('locked');
    holder.exec('COMMIT');
    holder.close();
    expect(files.current()).toBe(file);
    files.retireUnlessFits([counterProjection(1)]);
    expect(files.current()).toBeUndefined();
  });

  it('leaves alone what another program is building at the same moment', async () => {
    const workshop = aWorkshop();
    await workshop.count('a', 1);
    const building = workshop.files.create(workshop.parts.projections, 'another');
    await rebuild(workshop.files, workshop.parts, 'mine');
    expect(existsSync(building)).toBe(true);
    workshop.files.use(building);
    expect(workshop.files.current()).toBe(building);
  });

  it('gives the same rows as projecting step by step did', async () => {
    const workshop = aWorkshop();
    const db = openForProjecting(workshop.files.create(workshop.parts.projections, 'live'));
    const live = new Projector({ ...workshop.parts, db, pageSize: 3 });
    for (let n = 1; n <= 60; n++) {
      await workshop.count(`case${n % 7}`, n);
      if (n % 4 === 0) await live.step();
    }
    await live.catchUp();
    const { file } = await rebuild(workshop.files, workshop.parts, 'again');
    const rows = 'SELECT * FROM counter ORDER BY id';
    expect(openForReading(file).all(rows)).toEqual(db.all(rows));
  });
});
