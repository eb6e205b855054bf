// What a SQLite event store keeps: over a restart, against changes, and in flat memory.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { collect, newEvent, newEvents, newStream } from '../contract/samples.js';
import { temporaryFolder } from '../contract/temporary-folder.js';
import type { Position } from '../port.js';
import { openDatabase } from '../sqlite-files/open-database.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const file = temporaryFolder();

describe('a SQLite event store keeps', () => {
  it('what it acknowledged, whole and in one file, after it was closed in the middle of its work', async () => {
    const path = file();
    const store = new SqliteEventStore(path);
    const appends = Array.from({ length: 300 }, () => store.append(newStream(), 'no_stream', [newEvent()]));
    await store.close();
    await Promise.all(appends);
    await expect(store.append(newStream(), 'any', [newEvent()])).rejects.toMatchObject({ type: 'store-unavailable' });
    await expect(collect(store.readAll())).rejects.toMatchObject({ type: 'store-unavailable' });
    await store.close();
    expect(statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    const again = new SqliteEventStore(path);
    expect(await collect(again.readAll())).toHaveLength(300);
    expect(await again.head()).toBe('0000000000000300');
    await again.close();
  });

  it('events from being changed or removed by a mistaken statement', async () => {
    const path = file();
    const store = new SqliteEventStore(path);
    await store.append(newStream(), 'no_stream', newEvents(2));
    const other = openDatabase(path);
    expect(() => other.exec("UPDATE events SET data = '{}'")).toThrow('events are never changed');
    expect(() => other.exec('DELETE FROM events')).toThrow('events are never removed');
    other.close();
    await store.close();
  });

  it('its files and its folder from other accounts', async () => {
    const path = file();
    const store = new SqliteEventStore(path);
    await store.append(newStream(), 'no_stream', [newEvent()]);
    const modes = [path, `${path}-wal`, `${path}-shm`].map((name) => statSync(name).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    await store.close();
  });

  it('to its own positions', async () => {
    const store = new SqliteEventStore(file());
    const strange = 'C:1/P:1' as Position;
    await expect(collect(store.readAll({ after: strange }))).rejects.toMatchObject({ type: 'invalid-input' });
    await store.close();
  });

  it('memory flat while it streams ten thousand events of 4 kB (trap 9)', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const store = new SqliteEventStore(file());
    const stream = newStream();
    for (let round = 0; round < 100; round++) {
      const page = newEvents(100).map((event) => ({
        ...event,
        data: JSON.stringify({ round, text: 'x'.repeat(4000) }),
      }));
      await store.append(stream, 'any', page);
    }
    const used: number[] = [];
    let count = 0;
    for await (const page of store.read(stream, { pageSize: 100 })) {
      count += page.length;
      if (count % 1000 !== 0) continue;
      collectGarbage();
      used.push(process.memoryUsage().heapUsed);
    }
    expect(count).toBe(10_000);
    // All of it would be 40 MB. Only growth counts: what earlier tests left behind may be collected in between.
    const growth = used.map((bytes, at) => bytes - Math.min(...used.slice(0, at + 1)));
    expect(Math.max(...growth)).toBeLessThan(6e6);
    await store.close();
  }, 30_000);
});
