// A copy of a SQLite file is whole, or is not there; and what stood under its name before stays.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { temporaryFolder } from '../contract/temporary-folder.js';
import { copyDatabase } from './copy-database.js';
import { openDatabase } from './open-database.js';

const place = temporaryFolder();

/** In a folder that is there. */
function file(): string {
  const path = place();
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

function aDatabase(): string {
  const path = file();
  const database = openDatabase(path);
  database.exec("CREATE TABLE t (a TEXT) STRICT; CREATE INDEX by_a ON t (a); INSERT INTO t VALUES ('x')");
  for (let doubled = 0; doubled < 12; doubled++) database.exec('INSERT INTO t SELECT hex(randomblob(100)) FROM t');
  database.exec('PRAGMA journal_mode = DELETE');
  database.close();
  return path;
}

it('holds the rows of the file', () => {
  const to = file();
  copyDatabase(aDatabase(), to, 'read models');
  const copy = openDatabase(to, { readOnly: true });
  expect(copy.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 4096 });
  copy.close();
});

it('leaves nothing when the file turns out to be damaged half way', () => {
  const from = aDatabase();
  const bytes = readFileSync(from);
  bytes.fill(0xa5, bytes.length >> 1);
  writeFileSync(from, bytes);
  const to = file();
  expect(() => copyDatabase(from, to, 'events')).toThrow('The file of events is damaged');
  expect(existsSync(to)).toBe(false);
});

it('leaves alone what stands under its name already', () => {
  const to = aDatabase();
  const before = readFileSync(to);
  expect(() => copyDatabase(aDatabase(), to, 'events')).toThrow('may not be written or opened');
  expect(readFileSync(to).equals(before)).toBe(true);
});
