// The file of keys: over restarts, beside another process, and against whoever has the file but not the wrapping key.
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { temporaryFolder } from '../contract/temporary-folder.js';
import { openDatabase } from '../sqlite-files/open-database.js';
import { SqliteSubjectKeys } from './sqlite-subject-keys.js';

const file = temporaryFolder();
const wrappingKey = randomBytes(32);
const open = (path: string, key = wrappingKey) => new SqliteSubjectKeys(path, key);

describe('the file of keys', () => {
  it('gives the same keys after a restart', async () => {
    const path = file('keys.sqlite');
    const before = open(path);
    const [key, lookup] = [await before.keyFor('p1'), before.lookupKey()];
    await before.destroy('p2');
    await before.close();
    const after = open(path);
    expect([after.existing('p1'), after.existing('p2'), after.lookupKey()]).toEqual([key, 'destroyed', lookup]);
    await after.close();
  });

  it('does not open with another key-encryption key, and says which setting to look at', async () => {
    const path = file('keys.sqlite');
    await open(path).close();
    expect(() => open(path, randomBytes(32))).toThrow(/ONWARD_KEY/);
    await open(path).close();
  });

  it('holds keys only wrapped, each for its person only', async () => {
    const path = file('keys.sqlite');
    const keys = open(path);
    const [a, lookup] = [await keys.keyFor('p1'), keys.lookupKey()];
    await keys.keyFor('p2');
    await keys.close();
    const database = openDatabase(path, { kind: 'keys' });
    database.exec("UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE subject = 'p1') WHERE subject = 'p2'");
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    const bytes = readFileSync(path);
    expect([bytes.includes(a), bytes.includes(lookup)]).toEqual([false, false]);
    const again = open(path);
    expect(() => again.existing('p2')).toThrow('A key in the file of keys is damaged.');
    expect(again.existing('p1')).toEqual(a);
    await again.close();
  });

  it('leaves no byte of a destroyed key in its files, not even wrapped', async () => {
    const path = file('keys.sqlite');
    const keys = open(path);
    await keys.keysFor(Array.from({ length: 500 }, (_, index) => `p${index}`));
    const reader = openDatabase(path, { kind: 'keys' });
    const select = "SELECT wrapped FROM keys WHERE subject = 'p250'";
    const { wrapped } = reader.prepare(select).get() as { wrapped: Uint8Array };
    const traces = () => [path, `${path}-wal`].map((name) => readFileSync(name).includes(Buffer.from(wrapped)));
    expect(traces()).toContain(true);
    await keys.destroy('p250');
    expect(traces()).toEqual([false, false]);
    reader.close();
    await keys.close();
  });

  it('says so when traces remain because another program holds the file, and removes them when asked again', async () => {
    const path = file('keys.sqlite');
    const keys = new SqliteSubjectKeys(path, wrappingKey, { busyTimeout: 20 });
    await keys.keyFor('p1');
    const backup = openDatabase(path, { kind: 'keys' });
    backup.exec('BEGIN; SELECT count(*) FROM keys');
    await expect(keys.destroy('p1')).rejects.toMatchObject({ type: 'store-unavailable' });
    expect(keys.existing('p1')).toBe('destroyed');
    backup.exec('COMMIT');
    await keys.destroy('p1');
    backup.close();
    await keys.close();
  });

  it('shares keys, and their destruction, with another process at once', async () => {
    const path = file('keys.sqlite');
    const [server, load] = [open(path), open(path)];
    expect(load.lookupKey()).toEqual(server.lookupKey());
    expect(server.existing('p1')).toBeUndefined();
    const key = await load.keyFor('p1');
    expect(server.existing('p1')).toEqual(key);
    const [a, b] = await Promise.all([server.keyFor('p2'), load.keyFor('p2')]);
    expect(a).toEqual(b);
    await load.destroy('p1');
    expect(server.existing('p1')).toBe('destroyed');
    await expect(server.keyFor('p1')).rejects.toMatchObject({ type: 'personal-data-destroyed' });
    await Promise.all([server.close(), load.close()]);
  });

  it('is kept from other accounts', async () => {
    const path = file('keys.sqlite');
    const keys = open(path);
    expect([path, `${path}-wal`].map((name) => statSync(name).mode & 0o777)).toEqual([0o600, 0o600]);
    await keys.close();
  });
});
