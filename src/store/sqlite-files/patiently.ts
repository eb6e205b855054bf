// Waits for another process to let go of a file, without holding up this one.
import { setTimeout as pause } from 'node:timers/promises';
import { isBusy } from './errors.js';

const step = 10;

/** Tries `work` again while the file is locked, for about `patience` milliseconds. `work` must leave nothing behind when it fails. */
export async function patiently<T>(work: () => T, patience: number): Promise<T> {
  for (let waited = 0; ; waited += step) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || waited >= patience) throw error;
    }
    await pause(step);
  }
}
