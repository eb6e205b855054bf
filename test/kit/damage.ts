// Damages a SQLite file as a failing disk does: whole pages become nonsense, the header stays.
import { readFileSync, writeFileSync } from 'node:fs';
import { openDatabase } from '../../src/store/sqlite-files/open-database.js';

const pageSize = 4096;

/** The first byte of a page tells what it is. */
const kinds = { 'leaf of a table': 0x0d, 'leaf of an index': 0x0a } as const;

/** Brings the write-ahead log into the file first. Answers how many pages were overwritten. */
export function damagePages(
  path: string,
  kind: keyof typeof kinds,
  which: (page: number, of: number) => boolean,
): number {
  const database = openDatabase(path);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  const bytes = readFileSync(path);
  const pages = Array.from({ length: bytes.length / pageSize - 1 }, (_, at) => at + 1).filter(
    (page) => bytes[page * pageSize] === kinds[kind],
  );
  const hit = pages.filter((_, at) => which(at, pages.length));
  for (const page of hit) bytes.fill(0xa5, page * pageSize, (page + 1) * pageSize);
  writeFileSync(path, bytes);
  return hit.length;
}
