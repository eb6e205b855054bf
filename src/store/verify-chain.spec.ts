// History that was altered behind Onward's back is noticed.
import { newEvents, newStream } from './contract/samples.js';
import { temporaryFolder } from './contract/temporary-folder.js';
import { openDatabase } from './sqlite-files/open-database.js';
import { SqliteEventStore } from './sqlite/sqlite-event-store.js';
import { verifyStreams } from './verify-chain.js';

const file = temporaryFolder();

/** Writes two streams, changes the file with SQL, and verifies it. */
async function verifyAfter(...changes: readonly string[]) {
  const path = file();
  const streams = [newStream('a'), newStream('b')];
  const store = new SqliteEventStore(path);
  for (const stream of streams) await store.append(stream, 'no_stream', newEvents(5));
  const database = openDatabase(path);
  database.exec('DROP TRIGGER events_are_never_changed; DROP TRIGGER events_are_never_removed');
  for (const change of changes) database.exec(change);
  database.close();
  const verified = await verifyStreams(store);
  await store.close();
  return { ...verified, found: verified.problems.map(({ stream, revision }) => `${stream.slice(0, 1)}${revision}`) };
}

const where = (stream: string, revision: number) => `WHERE stream LIKE '${stream}-%' AND revision = ${revision}`;

describe('verifying the chain', () => {
  it('finds nothing in a history that nobody touched', async () => {
    expect(await verifyAfter()).toMatchObject({ events: 10, streams: 2, problems: [] });
  });

  it.each(['data', 'metadata', 'type', 'id'])('notices one changed byte of %s', async (column) => {
    const { found } = await verifyAfter(
      `UPDATE events SET ${column} = substr(${column}, 1, 8) || '#' || substr(${column}, 10) ${where('a', 2)}`,
    );
    expect(found).toEqual(['a2']);
  });

  it('notices a changed schema version and a changed hash', async () => {
    expect((await verifyAfter(`UPDATE events SET schema_version = 2 ${where('b', 4)}`)).found).toEqual(['b4']);
    expect((await verifyAfter(`UPDATE events SET hash = previous_hash ${where('b', 1)}`)).found).toEqual(['b1', 'b2']);
  });

  it('notices an event that was removed, also when the others were numbered anew', async () => {
    expect((await verifyAfter(`DELETE FROM events ${where('a', 0)}`)).found).toEqual(['a1']);
    const renumber = `UPDATE events SET revision = revision - 1 WHERE stream LIKE 'a-%' AND revision > 2`;
    const { found } = await verifyAfter(`DELETE FROM events ${where('a', 2)}`, renumber);
    expect(found[0]).toBe('a2');
  });

  it('notices events that changed places, by revision and by position', async () => {
    const swap = (column: string, a: number, b: number) => [
      `UPDATE events SET ${column} = -1 WHERE ${column} = ${a} AND stream LIKE 'a-%'`,
      `UPDATE events SET ${column} = ${a} WHERE ${column} = ${b} AND stream LIKE 'a-%'`,
      `UPDATE events SET ${column} = ${b} WHERE ${column} = -1`,
    ];
    expect((await verifyAfter(...swap('revision', 1, 2))).found.length).toBeGreaterThan(0);
    expect((await verifyAfter(...swap('position', 2, 4))).found.length).toBeGreaterThan(0);
  });

  it('notices an event that was moved to another stream', async () => {
    const move = `UPDATE events SET stream = (SELECT stream FROM events WHERE stream LIKE 'b-%' LIMIT 1), revision = 5 ${where('a', 4)}`;
    expect((await verifyAfter(move)).found).toContain('b5');
  });
});
