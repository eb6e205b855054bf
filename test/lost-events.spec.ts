// A lost file of events: nothing is opened, since what is recorded at positions that the lists have passed is never seen (docs/adr/0042).
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FixedClock } from '../src/kernel/clock.js';
import { backUp } from '../src/apps/ops/backup/back-up.js';
import { openEnd } from '../src/apps/ops/copy/open-ends.js';
import { openFoundations } from '../src/apps/ops/foundations.js';
import { ServiceStatus } from '../src/apps/ops/service-status.js';
import { openDatabase } from '../src/store/sqlite-files/open-database.js';
import { settingsFor, startOnward, temporaryData } from './kit/onward.js';

const ada = { givenName: 'Ada', familyName: 'Example', birthDate: '2016-03-04' };
const clock = new FixedClock('2026-06-01T09:00:00.000Z');

/** A store with three people, closed; and its events as they were when there was one. */
let whole: string;
let early: Buffer;
beforeAll(async () => {
  whole = temporaryData();
  const onward = await startOnward();
  const { data } = onward.settings;
  const bytes = () => {
    openDatabase(join(data, 'events.sqlite')).exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return readFileSync(join(data, 'events.sqlite'));
  };
  await onward.post('/api/v1/young-people', ada);
  early = bytes();
  for (const _ of [2, 3]) expect((await onward.post('/api/v1/young-people', ada)).status).toBe(200);
  bytes();
  cpSync(data, whole, { recursive: true }); // as it lies after a power cut: with the logs of the other files
  await onward.close();
});
afterAll(() => rmSync(whole, { recursive: true, force: true }));

const copied: string[] = [];
function copyOfWhole(): string {
  const data = temporaryData();
  cpSync(whole, data, { recursive: true });
  copied.push(data);
  return data;
}
afterEach(() => copied.splice(0).forEach((data) => rmSync(data, { recursive: true, force: true })));

const without = (data: string, name: string) =>
  ['', '-wal', '-shm'].forEach((suffix) => rmSync(join(data, name + suffix), { force: true }));
const emptied = (data: string, name: string) => {
  without(data, name);
  writeFileSync(join(data, name), '');
};
const open = (data: string) => openFoundations(settingsFor(data), clock);
const leaveKeys = (data: string) => {
  rmSync(join(data, 'read-models'), { recursive: true });
  without(data, 'process-managers.sqlite');
};

it('a whole folder opens, also with its logs as a power cut leaves them', async () => {
  await open(copyOfWhole()).close();
});

it.each([
  ['gone', without, 'events.sqlite is missing from the data folder, though the lists stand at event'],
  ['of no bytes', emptied, 'events.sqlite holds nothing, though the lists stand at event'],
] as const)('a file of events that is %s is refused, and none is made in its place', (_, lose, words) => {
  const data = copyOfWhole();
  lose(data, 'events.sqlite');
  for (const _again of [1, 2]) expect(() => open(data)).toThrow(words);
  expect(existsSync(join(data, 'events.sqlite')) && readFileSync(join(data, 'events.sqlite')).length > 0).toBe(false);
});

it.each([
  ['the keys of people', leaveKeys, 'though keys.sqlite knows people'],
  [
    'the lists',
    (data: string) => (without(data, 'keys.sqlite'), without(data, 'process-managers.sqlite')),
    'though the lists stand at event',
  ],
  [
    'the places of the process managers',
    (data: string) => {
      without(data, 'keys.sqlite');
      rmSync(join(data, 'read-models'), { recursive: true });
      const places = openDatabase(join(data, 'process-managers.sqlite'));
      places.exec("INSERT INTO checkpoint (projection, position) VALUES ('landing', '0000000000000002')");
      places.close();
    },
    'though the lists stand at event 2',
  ],
] as const)('%s alone tell that there were events', (_, leave, words) => {
  const data = copyOfWhole();
  without(data, 'events.sqlite');
  leave(data);
  expect(() => open(data)).toThrow(words);
});

it('events that end before the lists are refused: whatever they are, some are lost', () => {
  const data = copyOfWhole();
  without(data, 'events.sqlite');
  writeFileSync(join(data, 'events.sqlite'), early);
  expect(() => open(data)).toThrow(/events\.sqlite ends at event \d+, though the lists stand at event \d+/);
});

it('a file of events in which nothing was ever recorded is refused beside lists, and opens beside keys alone', async () => {
  const empty = temporaryData();
  copied.push(empty);
  await open(empty).close();
  const data = copyOfWhole();
  without(data, 'events.sqlite');
  cpSync(join(empty, 'events.sqlite'), join(data, 'events.sqlite'));
  expect(() => open(data)).toThrow('events.sqlite ends before the first event');
  leaveKeys(data); // as when the very first command ended between its key and its event
  await open(data).close();
});

it('a new folder opens, and once more while nothing was recorded', async () => {
  const data = temporaryData();
  copied.push(data);
  for (const _ of [1, 2]) await open(data).close();
});

it('a file of keys of no bytes is as lost as one that is gone', () => {
  const data = copyOfWhole();
  without(data, 'keys.sqlite');
  writeFileSync(join(data, 'keys.sqlite'), '');
  expect(() => open(data)).toThrow('There are events but no keys');
});

it('a backup of lost events is refused, and so is a copy into or out of their folder', async () => {
  const data = copyOfWhole();
  emptied(data, 'events.sqlite');
  const words = 'events.sqlite holds nothing';
  await expect(backUp(settingsFor(data), clock, join(data, '..', 'never-made'))).rejects.toThrow(words);
  await expect(openEnd('sqlite', settingsFor(data))).rejects.toThrow(words);
  await expect(openEnd('sqlite', settingsFor(data), 'demo')).rejects.toThrow(words);
});

it('a history that became shorter than the lists while Onward runs is a trouble on health, whatever store keeps it', async () => {
  const onward = await startOnward();
  await onward.post('/api/v1/young-people', ada);
  const status = onward.app.get(ServiceStatus);
  expect((await status.look())?.troubles).toEqual([]);
  jest.spyOn(onward.opened.stores.store, 'head').mockResolvedValue(undefined);
  expect(await onward.get('/health/ready')).toMatchObject({
    status: 503,
    body: { status: 'not ready', troubles: [{ file: 'events.sqlite' }] },
  });
  await onward.close();
});
