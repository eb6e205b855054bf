// The projecting thread when it cannot run: nothing waits for it for ever, and it does not come back after it was told to stop.
import type { Settings } from '../ops/settings.js';
import { ProjectingThread } from './projecting-thread.js';
import type { ReadSide } from './read-side.js';

test('a thread that fell over can be stopped, and is not started again', async () => {
  const told: string[] = [];
  // Here there is no compiled worker to run, so the thread falls over at once.
  const thread = new ProjectingThread({} as Settings, {} as ReadSide, (words) => {
    told.push(words);
  });
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  try {
    thread.start();
    // It is gone, and waits to be started again.
    while (jest.getTimerCount() === 0) await new Promise((turn) => setImmediate(turn));
    await thread.stop();
    expect(jest.getTimerCount()).toBe(0);
  } finally {
    jest.useRealTimers();
  }
  expect(told).toEqual([expect.stringContaining('stopped')]);
});
