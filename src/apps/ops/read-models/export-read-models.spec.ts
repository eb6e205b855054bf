// What an export of lists refuses, and that one which failed leaves nothing that could be taken for one.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../../../store/contract/temporary-folder.js';
import { unavailable } from '../../../store/sqlite-files/errors.js';
import { checkpoints } from '../../../engine/processing/checkpoints.js';
import { aWorkshop, counterProjection } from '../../../engine/processing/kit-for-tests.js';
import { Projector } from '../../../engine/processing/projector.js';
import { openForProjecting, start } from '../../../engine/processing/read-models.js';
import * as copying from '../../../store/sqlite-files/copy-database.js';
import { exportReadModels } from './export-read-models.js';
import { manifestOf } from './manifest.js';

jest.mock('../../../store/sqlite-files/copy-database.js', () => ({
  __esModule: true,
  ...jest.requireActual<object>('../../../store/sqlite-files/copy-database.js'),
}));

const place = temporaryFolder();

/** A new name in a folder that is there, and holds nothing. */
function target(): string {
  const file = join(place('to'), 'lists.sqlite');
  mkdirSync(dirname(file), { recursive: true });
  return file;
}

/** Lists that have caught up with two events. */
async function withLists(projections = [counterProjection()]) {
  const workshop = aWorkshop(projections);
  const { files, parts, count } = workshop;
  await count('a', 1);
  await count('a', 2);
  const file = files.create(projections, 'lists');
  files.use(file);
  const db = openForProjecting(file);
  await new Projector({ ...parts, db }).catchUp();
  db.database.close();
  const change = (sql: string) => {
    const changing = openForProjecting(file);
    changing.database.exec(sql);
    changing.database.close();
  };
  return { ...workshop, change };
}

type Workshop = ReturnType<typeof aWorkshop>;
const exportOf = ({ files, store, clock, parts: { projections } }: Workshop, to: string, more: object = {}) =>
  exportReadModels({ files, store, clock, projections, ...more }, to);

const nothingIn = (to: string) => expect(readdirSync(dirname(to))).toEqual([]);

it('an export tells where the lists stand, and lies beside its manifest', async () => {
  const workshop = await withLists();
  const to = target();
  const { events, history } = await exportOf(workshop, to);
  expect([events, history.position]).toEqual([2, await workshop.store.head()]);
  expect(readdirSync(dirname(to)).sort()).toEqual(['lists.sqlite', 'lists.sqlite.manifest.json']);
});

describe('an export is refused, and leaves nothing,', () => {
  const notYet = (words: RegExp) => ({ type: 'not-caught-up', message: expect.stringMatching(words) as string });
  const refused = (words: RegExp) => ({ type: 'file-refused', message: expect.stringMatching(words) as string });

  it('where there are no lists yet, or lists of another version', async () => {
    const to = target();
    await expect(exportOf(aWorkshop(), to)).rejects.toMatchObject(notYet(/still to be built/));
    const workshop = await withLists();
    const projections = [counterProjection(2)];
    await expect(exportOf(workshop, to, { projections })).rejects.toMatchObject(notYet(/still to be built/));
    nothingIn(to);
  });

  it('while a list is paused', async () => {
    const workshop = await withLists();
    workshop.change("UPDATE checkpoint SET paused_at = '2026-06-01', reason = 'paused by hand'");
    const to = target();
    await expect(exportOf(workshop, to)).rejects.toMatchObject(notYet(/list counter is paused/));
    nothingIn(to);
  });

  it('while the lists are not all at the same event, or at none', async () => {
    const workshop = await withLists([counterProjection(), { ...counterProjection(), name: 'other', tables: [] }]);
    const to = target();
    const at = checkpoints(openForProjecting(workshop.files.current() ?? ''))[0]?.position ?? start;
    expect(at).not.toBe(start);
    workshop.change(`UPDATE checkpoint SET position = '${'1'.padStart(16, '0')}' WHERE projection = 'other'`);
    await expect(exportOf(workshop, to)).rejects.toMatchObject(notYet(/not all at the same event/));
    workshop.change("UPDATE checkpoint SET position = ''");
    await expect(exportOf(workshop, to)).rejects.toMatchObject(notYet(/not all at the same event/));
    nothingIn(to);
  });

  it('when the lists are not of this store', async () => {
    const workshop = await withLists();
    const to = target();
    const { store } = aWorkshop();
    await expect(exportOf(workshop, to, { store })).rejects.toMatchObject(notYet(/not of this store/));
    nothingIn(to);
  });

  it('under a name that is taken, by a file or a manifest, which stay as they are', async () => {
    const workshop = await withLists();
    for (const taken of ['lists.sqlite', 'lists.sqlite.manifest.json']) {
      const to = target();
      writeFileSync(join(dirname(to), taken), 'mine');
      await expect(exportOf(workshop, to)).rejects.toMatchObject(refused(/never replaces anything/));
      expect(readdirSync(dirname(to))).toEqual([taken]);
      expect(readFileSync(join(dirname(to), taken), 'utf8')).toBe('mine');
    }
  });

  it('into a folder that is not there', async () => {
    const workshop = await withLists();
    const to = join(dirname(target()), 'nowhere', 'lists.sqlite');
    await expect(exportOf(workshop, to)).rejects.toMatchObject(refused(/folder for the file does not exist/));
  });
});

describe('an export that fails', () => {
  afterEach(() => jest.restoreAllMocks());

  it('leaves neither lists nor manifest, in whatever step it fails', async () => {
    const workshop = await withLists();
    const lost = unavailable('The event store is closed.', 'Try again.');
    const to = target();
    const store = Object.assign(Object.create(workshop.store) as typeof workshop.store, {
      readAll() {
        throw lost;
      },
    });
    await expect(exportOf(workshop, to, { store })).rejects.toBe(lost);
    nothingIn(to);
    const really = copying.syncFile;
    for (const failing of [`${manifestOf(to)}.part`, manifestOf(to)]) {
      jest.spyOn(copying, 'syncFile').mockImplementation((path) => {
        if (path === failing) throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
        really(path);
      });
      await expect(exportOf(workshop, to)).rejects.toMatchObject({ type: 'store-unavailable' });
      nothingIn(to);
      jest.restoreAllMocks();
    }
    await exportOf(workshop, to);
    expect(existsSync(manifestOf(to))).toBe(true);
  });

  it('because another export took the name meanwhile leaves that one alone', async () => {
    const workshop = await withLists();
    const to = target();
    const really = copying.copyDatabase;
    jest.spyOn(copying, 'copyDatabase').mockImplementation((...asked) => {
      writeFileSync(to, 'of another export');
      really(...asked);
    });
    await expect(exportOf(workshop, to)).rejects.toMatchObject({ type: 'store-unavailable' });
    expect(readFileSync(to, 'utf8')).toBe('of another export');
  });
});
