// After a forgetting no byte of the lists holds what was forgotten: not in pages that rows left, not in the log, not in the file used before.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { forgottenIn, ListCleaning } from './clean-lists.js';
import { aWorkshop } from './kit-for-tests.js';
import { openForProjecting } from './read-models.js';
import type { Statements } from './statements.js';

const atHead = () => Promise.resolve(true);
const holds = (file: string): boolean =>
  ['', '-wal'].some((suffix) => existsSync(file + suffix) && readFileSync(file + suffix).includes('adaqq'));

/** Lists in use, and those before them, both with rows that were there and are gone. */
function lists() {
  const { files, parts, keys } = aWorkshop();
  const make = (label: string) => {
    const file = files.create(parts.projections, label);
    files.use(file);
    const db = openForProjecting(file);
    for (let nth = 0; nth < 500; nth++) db.run('INSERT INTO counter VALUES (?, 1, ?)', `c${nth}`, `adaqq ${nth}`);
    return { file, db };
  };
  const before = make('before');
  before.db.database.close();
  const { file, db } = make('now');
  return { keys, before: before.file, file, db, cleaning: new ListCleaning(files, keys), gone };
}
const gone = (db: Statements) => db.run('DELETE FROM counter');

it('REC-12: the file is written anew, its log is emptied, the file before goes; once for each forgetting', async () => {
  const { keys, before, file, db, cleaning } = lists();
  expect(await cleaning.look(db, atHead)).toBe(true);
  gone(db);
  expect([holds(file), holds(before)]).toEqual([true, true]);
  await keys.destroy('ada');
  expect(await cleaning.look(db, atHead)).toBe(true);
  expect([holds(file), existsSync(before), statSync(`${file}-wal`).size, forgottenIn(db)]).toEqual([
    false,
    false,
    0,
    1,
  ]);
  db.run("INSERT INTO counter VALUES ('later', 1, 'adaqq')");
  gone(db);
  expect([await cleaning.look(db, atHead), holds(file)]).toEqual([true, true]);
  await keys.destroy('ben');
  expect([await cleaning.look(db, atHead), holds(file), forgottenIn(db)]).toEqual([true, false, 2]);
  db.database.close();
});

it('waits while a list stands still or is behind: what it has not taken yet would come back into the file', async () => {
  const { keys, file, db, cleaning } = lists();
  gone(db);
  await keys.destroy('ada');
  expect([await cleaning.look(db, () => Promise.resolve(false)), holds(file), forgottenIn(db)]).toEqual([
    false,
    true,
    0,
  ]);
  db.run("UPDATE checkpoint SET paused_at = '2026-06-01T09:00:00.000Z'");
  expect([await cleaning.look(db, atHead), holds(file)]).toEqual([false, true]);
  db.run('UPDATE checkpoint SET paused_at = NULL');
  expect([await cleaning.look(db, atHead), holds(file)]).toEqual([true, false]);
  db.database.close();
});

it('waits while somebody reads, and does it afterwards', async () => {
  const { keys, file, db, cleaning } = lists();
  gone(db);
  const reader = openForProjecting(file);
  reader.database.exec('BEGIN');
  reader.get('SELECT count(*) FROM counter');
  await keys.destroy('ada');
  db.database.exec('PRAGMA busy_timeout = 0');
  expect([await cleaning.look(db, atHead), forgottenIn(db)]).toEqual([false, 0]);
  reader.database.exec('ROLLBACK');
  expect([await cleaning.look(db, atHead), holds(file)]).toEqual([true, false]);
  reader.database.close();
  db.database.close();
});
