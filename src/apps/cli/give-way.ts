// Leaves the processors to whoever reads pages meanwhile.
import { readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/** The whole process comes last from here on, with the threads that it makes later. */
export function giveWay(): void {
  for (const thread of threads()) {
    try {
      setPriority(thread, constants.priority.PRIORITY_LOW);
    } catch {
      // A thread that has just ended needs none; and what may not give way works on as it is.
    }
  }
}

/** Linux keeps a priority for each thread, and those that collect garbage are there from the start. */
const threads = (): number[] =>
  process.platform === 'linux' ? readdirSync('/proc/self/task').map(Number) : [process.pid];
