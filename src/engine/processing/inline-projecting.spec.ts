// Lists that hold less than is missing are built anew; all others are brought up to date as they are.
import { InlineProjecting } from './inline-projecting.js';
import { aCommand, aWorkshop, counterEvents } from './kit-for-tests.js';
import { checkpoints, pauseByHand } from './checkpoints.js';
import { openForProjecting, type ReadModelFiles } from './read-models.js';
import { ReadSide } from './read-side.js';
import { civilDate } from '../../kernel/calendar/index.js';

const by = (count: number) =>
  Array.from({ length: count }, () => counterEvents.counted.fact(civilDate('2026-06-01'), { by: 1 }));

function inLists(files: ReadModelFiles) {
  const db = openForProjecting(files.current() ?? '');
  const total = db.get<{ total: number }>('SELECT sum(total) AS total FROM counter')?.total;
  const [place] = checkpoints(db);
  db.database.close();
  return { total, place };
}

/** Lists that hold `held` events, and as many more in the store. */
async function aLag(held: number, missing: number) {
  const workshop = aWorkshop();
  const { journal, files, parts } = workshop;
  const record = (stream: string, count: number) =>
    journal.append(`counter-${stream}`, 'no_stream', by(count), { ...aCommand(stream), subject: 'someone' });
  await record('first', held);
  const readSide = new ReadSide(files);
  const projecting = new InlineProjecting(files, parts, readSide);
  await projecting.catchUp();
  await record('second', missing);
  const before = files.current();
  const close = () => (projecting.close(), readSide.close());
  return { files, projecting, before, close };
}

it.each([
  ['more than a thousand are missing', 3, 1001, true],
  ['a thousand are missing', 3, 1000, false],
  ['more are missing than they hold', 1500, 1501, true],
  ['as many are missing as they hold', 1500, 1500, false],
])('builds lists anew where they lag far behind: when %s', async (_, held, missing, builds) => {
  const { files, projecting, before, close } = await aLag(held, missing);
  await projecting.catchUp();
  expect(files.current() !== before).toBe(builds);
  expect(inLists(files)).toMatchObject({ total: held + missing, place: { events: held + missing } });
  close();
});

it('leaves alone what a person paused, however much is missing', async () => {
  const { files, projecting, before, close } = await aLag(3, 1001);
  const db = openForProjecting(before ?? '');
  pauseByHand(db, 'counter', '2026-06-01T09:00:00.000Z');
  db.database.close();
  await projecting.catchUp();
  expect(files.current()).toBe(before);
  expect(inLists(files)).toMatchObject({ total: 3, place: { pausedAt: '2026-06-01T09:00:00.000Z' } });
  close();
});
