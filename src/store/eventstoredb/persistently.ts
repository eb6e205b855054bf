// Tries again what failed only for the moment, with growing waits, for a bounded time.
import { setTimeout as delay } from 'node:timers/promises';
import type { Connection } from './connection.js';
import { isPassing, storeError } from './errors.js';

/** Milliseconds to wait after the first failure; twice as long after each further one, up to a second. */
const firstWait = 25;
const longestWait = 1000;

export const waitAfter = (failures: number): number => Math.min(longestWait, firstWait * 2 ** (failures - 1));

/** Error: of the catalogue, once the patience of the connection is over. */
export async function persistently<T>(
  { patience }: Pick<Connection, 'patience'>,
  work: () => Promise<T>,
  isLast: (error: unknown) => boolean = () => false,
): Promise<T> {
  const until = performance.now() + patience;
  for (let failures = 1; ; failures++) {
    try {
      return await work();
    } catch (error) {
      const wait = waitAfter(failures);
      if (isLast(error)) throw error;
      if (!isPassing(error) || performance.now() + wait > until) throw storeError(error);
      await delay(wait);
    }
  }
}
