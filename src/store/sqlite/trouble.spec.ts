// What a SQLite event store answers when its file cannot be used: never success, and never the end of the process.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { collect, newEvent, newEvents, newStream } from '../contract/samples.js';
import { temporaryFolder } from '../contract/temporary-folder.js';
import { openDatabase } from '../sqlite-files/open-database.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const file = temporaryFolder();
const unavailable = { type: 'store-unavailable' };

/** The error that opening the store throws. */
function refusal(path: string, options = {}): unknown {
  try {
    new SqliteEventStore(path, options);
  } catch (error) {
    return error;
  }
  throw new Error('the file was accepted');
}

describe('a SQLite event store in trouble', () => {
  it('refuses a file that is not a database, and leaves it as it is', () => {
    const path = file();
    mkdirSync(dirname(path));
    writeFileSync(path, 'Dear diary, '.repeat(1000));
    expect(refusal(path)).toMatchObject({ ...unavailable, message: 'The file of events is not a database.' });
    expect(readFileSync(path, 'utf8')).toMatch(/^Dear diary/);
  });

  it('refuses the database of another program and one of a later Onward', async () => {
    const other = file();
    openDatabase(other).exec('CREATE TABLE recipes (name TEXT)');
    expect(refusal(other)).toMatchObject({ ...unavailable, message: 'The file of events belongs to another program.' });
    const later = file();
    await new SqliteEventStore(later).close();
    openDatabase(later).exec('PRAGMA user_version = 2');
    expect(refusal(later)).toMatchObject({
      ...unavailable,
      message: expect.stringContaining('later version') as string,
    });
  });

  it('says that the file is damaged when a page of it is', async () => {
    const path = file();
    const stream = newStream();
    const writing = new SqliteEventStore(path);
    await writing.append(stream, 'no_stream', newEvents(2000));
    await writing.close();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 3 * 4096, bytes.length - 4096);
    writeFileSync(path, bytes);
    const store = new SqliteEventStore(path);
    await expect(collect(store.readAll())).rejects.toMatchObject({
      ...unavailable,
      message: 'The file of events is damaged.',
    });
    await expect(store.append(stream, 'any', [newEvent()])).rejects.toMatchObject(unavailable);
    await store.close();
  });

  it('waits for another program that writes, without holding up this one, and then writes', async () => {
    const path = file();
    const store = new SqliteEventStore(path);
    const other = openDatabase(path);
    other.exec('BEGIN IMMEDIATE');
    const appended = store.append(newStream(), 'no_stream', [newEvent()]);
    expect(await collect(store.readAll())).toEqual([]);
    other.exec('COMMIT');
    expect(await appended).toMatchObject({ revision: 0 });
    other.close();
    await store.close();
  });

  it('gives up when the other program does not let go, records nothing, and goes on afterwards', async () => {
    const path = file();
    const stream = newStream();
    const store = new SqliteEventStore(path, { patience: 30 });
    const other = openDatabase(path);
    other.exec('BEGIN IMMEDIATE');
    const appends = [1, 2, 3].map(() => store.append(stream, 'any', [newEvent()]));
    for (const { status, ...rest } of await Promise.allSettled(appends)) {
      expect({ status, ...rest }).toMatchObject({ status: 'rejected', reason: unavailable });
    }
    other.exec('ROLLBACK');
    expect(await store.append(stream, 'no_stream', [newEvent()])).toMatchObject({ revision: 0 });
    other.close();
    await store.close();
  });

  it('refuses a file that another program keeps for itself', () => {
    const path = file();
    const other = openDatabase(path);
    other.exec('PRAGMA locking_mode = EXCLUSIVE; CREATE TABLE taken (a)');
    expect(refusal(path, { patience: 20 })).toMatchObject(unavailable);
    other.close();
  });

  it('refuses to append to a file that is only for reading, and still reads it', async () => {
    const path = file();
    const writing = new SqliteEventStore(path);
    await writing.append(newStream(), 'no_stream', newEvents(2));
    const store = new SqliteEventStore(path, { readOnly: true });
    await expect(store.append(newStream(), 'any', [newEvent()])).rejects.toMatchObject(unavailable);
    expect(await collect(store.readAll())).toHaveLength(2);
    await store.close();
    await writing.close();
  });

  it('refuses a folder that cannot be made', () => {
    const path = file();
    mkdirSync(dirname(path));
    writeFileSync(path, '');
    expect(refusal(`${path}/events.sqlite`)).toMatchObject(unavailable);
  });

  it('tells everyone of a group when the disk is full, keeps what was there, and takes what still fits', async () => {
    const store = new SqliteEventStore(file(), { maxPages: 40 });
    const stream = newStream();
    await store.append(stream, 'no_stream', newEvents(3));
    const large = newEvent({ data: JSON.stringify('x'.repeat(200_000)) });
    const outcomes = await Promise.allSettled([
      store.append(stream, 2, [newEvent()]),
      store.append(stream, 'any', [large]),
      store.append(stream, 'no_stream', [newEvent()]),
    ]);
    const told = {
      status: 'rejected',
      reason: { ...unavailable, message: 'The file of events has no room left on its disk.' },
    };
    expect(outcomes).toMatchObject([told, told, told]);
    await expect(store.append(stream, 'any', [large])).rejects.toMatchObject(unavailable);
    expect(await collect(store.read(stream))).toHaveLength(3);
    expect(await store.append(stream, 2, [newEvent()])).toMatchObject({ revision: 3 });
    await store.close();
  });

  it('says nothing of paths and people in an error', () => {
    const path = file('Jane Doe.sqlite');
    mkdirSync(dirname(path));
    writeFileSync(path, 'x'.repeat(5000));
    expect(JSON.stringify([refusal(path), String(refusal(path))])).not.toMatch(/Jane|onward-|\//);
  });
});
