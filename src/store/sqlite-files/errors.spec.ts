// A locked file is told by what SQLite answered, not by the words that we have for it.
import { temporaryFolder } from '../contract/temporary-folder.js';
import { isHeldOpen } from './held-open.js';
import { guarded, isBusy, isLocked, unavailable } from './errors.js';
import { openDatabase } from './open-database.js';

const file = temporaryFolder();

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}

describe('a file that another connection has locked', () => {
  it('is told as locked, as SQLite says it and when it has its words already', () => {
    const path = file();
    const other = openDatabase(path);
    other.exec('CREATE TABLE t (a TEXT) STRICT');
    const mine = openDatabase(path, { kind: 'keys', busyTimeout: 0 });
    other.exec('BEGIN IMMEDIATE');
    const write = () => mine.exec("INSERT INTO t VALUES ('x')");
    const raw = caught(write);
    const told = caught(() => guarded('keys', write));
    expect([isBusy(raw), isLocked(raw), isLocked(told)]).toEqual([true, true, true]);
    expect(told).toMatchObject({
      type: 'store-unavailable',
      message: 'The file of keys is locked by another program.',
    });
    other.exec('ROLLBACK');
    other.close();
    mine.close();
  });

  it('is told by whoever has it open, and no longer when it was closed', () => {
    const path = file();
    const other = openDatabase(path, { kind: 'read models' });
    expect(isHeldOpen(path, 'read models')).toBe(true);
    other.close();
    expect(isHeldOpen(path, 'read models')).toBe(false);
  });

  it('is not told by an error that only has the same words, nor by another trouble of the file', () => {
    const words = unavailable('The file of keys is locked by another program.', 'Wait.');
    const path = file();
    openDatabase(path).close();
    const mine = openDatabase(path, { readOnly: true });
    const readOnly = caught(() => guarded('keys', () => mine.exec('CREATE TABLE t (a TEXT) STRICT')));
    mine.close();
    expect([isLocked(words), isLocked(readOnly), isLocked(new Error('is locked by another program'))]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
