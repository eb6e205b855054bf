// Group commit: nobody is told of success before the commit, and everybody of its failure.
import { newEvent, newStream } from '../contract/samples.js';
import { temporaryFolder } from '../contract/temporary-folder.js';
import type { Appended, ExpectedRevision } from '../port.js';
import { AppendToTable } from './append-to-table.js';
import { GroupCommit } from './group-commit.js';
import { openDatabase, type Database } from '../sqlite-files/open-database.js';
import { prepareSchema } from './schema.js';

const file = temporaryFolder();

/** A group commit on a real file, whose commits can be made to fail, and counted. */
function groupOn(path = file()) {
  const database = openDatabase(path, { kind: 'events' });
  prepareSchema(database);
  const state = { commits: 0, fail: false };
  const commit = () => {
    if (state.fail) throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 1034 });
    state.commits++;
    database.exec('COMMIT');
  };
  const failing = {
    exec: (sql: string) => database.exec(sql),
    prepare: (sql: string) => (sql === 'COMMIT' ? { run: commit } : database.prepare(sql)),
  } as unknown as Database;
  const table = new AppendToTable(database);
  const group = new GroupCommit(failing, table, 100, () => undefined);
  const append = (stream: string, expected: ExpectedRevision = 'any') =>
    new Promise<Appended>((resolve, reject) => group.add({ stream, expected, events: [newEvent()], resolve, reject }));
  const count = () => (database.prepare('SELECT count(*) AS n FROM events').get() as { n: number }).n;
  return { append, count, state, group, database };
}

describe('group commit', () => {
  it('commits once what arrives together, also from different turns of the promise queue', async () => {
    const { append, state, count, database } = groupOn();
    const late = Promise.resolve().then(() => append(newStream()));
    await Promise.all([append(newStream()), append(newStream()), append(newStream()), late]);
    expect([state.commits, count()]).toEqual([1, 4]);
    database.close();
  });

  it('tells everyone when the commit fails, also who would have met a conflict, and has written nothing', async () => {
    const { append, state, count, database } = groupOn();
    const stream = newStream();
    state.fail = true;
    const outcomes = await Promise.allSettled([
      append(stream, 'no_stream'),
      append(stream, 'no_stream'),
      append(newStream()),
    ]);
    const told = { status: 'rejected', reason: { type: 'store-unavailable' } };
    expect(outcomes).toMatchObject([told, told, told]);
    expect(count()).toBe(0);
    await expect(append(stream)).rejects.toMatchObject({ type: 'store-unavailable' });
    state.fail = false;
    expect(await append(stream, 'no_stream')).toMatchObject({ revision: 0 });
    expect(count()).toBe(1);
    database.close();
  });

  it('writes a long queue in several transactions, in the order of asking', async () => {
    const { append, state, count, group, database } = groupOn();
    const stream = newStream();
    const answers = await Promise.all(Array.from({ length: 600 }, () => append(stream)));
    expect(answers.map(({ revision }) => revision)).toEqual(Array.from({ length: 600 }, (_, index) => index));
    expect([state.commits, count()]).toEqual([3, 600]);
    await group.finished();
    database.close();
  });
});
