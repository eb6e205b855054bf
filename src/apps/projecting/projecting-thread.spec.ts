// The projecting thread when it cannot run: nothing waits for it for ever, it comes back later each time, and not after it was told to stop.
import { FixedClock } from '../../kernel/clock.js';
import type { Settings } from '../ops/settings.js';
import { ProjectingThread } from './projecting-thread.js';
import type { ReadModelFiles } from '../../engine/processing/read-models.js';
import { ReadSide } from '../../engine/processing/read-side.js';

const clock = new FixedClock('2026-06-01T09:00:00.000Z');

/** Here there is no compiled worker to run, so the thread falls over at once. */
function falling() {
  const told: string[] = [];
  const readSide = new ReadSide({} as ReadModelFiles);
  const thread = new ProjectingThread({} as Settings, readSide, clock, (words) => {
    told.push(words);
  });
  return { thread, told, readSide };
}
/** It is gone, and waits to be started again. */
async function fallen(): Promise<void> {
  while (jest.getTimerCount() === 0) await new Promise((turn) => setImmediate(turn));
}

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] }));
afterEach(() => jest.useRealTimers());

test('a thread that fell over can be stopped, and is not started again', async () => {
  const { thread, told } = falling();
  thread.start();
  await fallen();
  await thread.stop();
  expect(jest.getTimerCount()).toBe(0);
  expect(told).toEqual([expect.stringContaining('stopped')]);
});

test('a thread that falls again and again is started after one second, then two, four and eight, and health is told until when the lists stand still', async () => {
  const { thread, told, readSide } = falling();
  expect(readSide.projectsAgainAt()).toBeUndefined();
  thread.start();
  const said: (string | undefined)[] = [];
  for (const seconds of [1, 2, 4, 8]) {
    await fallen();
    said.push(readSide.projectsAgainAt()?.slice(17, 19));
    jest.advanceTimersByTime(seconds * 1000 - 1);
    expect([seconds, jest.getTimerCount()]).toEqual([seconds, 1]);
    jest.advanceTimersByTime(1);
    expect([seconds, jest.getTimerCount()]).toEqual([seconds, 0]);
  }
  await fallen();
  expect(said).toEqual(['01', '02', '04', '08']);
  expect(told).toHaveLength(5);
  await thread.stop();
});

test('once the lists are kept again, no start is said to come', () => {
  const { readSide } = falling();
  readSide.fell('2026-06-01T09:00:08.000Z');
  readSide.report({ file: 'lists', places: [], head: undefined });
  expect(readSide.projectsAgainAt()).toBeUndefined();
});
