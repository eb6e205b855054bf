// Keeps read models at the head: waits for news, and notices when a rebuild has switched the file.
import { setTimeout as delay } from 'node:timers/promises';
import type { Position } from '../event-store/port.js';
import { checkpoints, type Checkpoint } from './checkpoints.js';
import { Projector, type ProjectorParts } from './projector.js';
import { openForProjecting, type ReadModelFiles } from './read-models.js';

/** How long to wait for news, in milliseconds: other processes may write to the store without telling us. */
const pollEvery = 25;

/** How long to let more come together after some came, in milliseconds, unless a reader waits for it. */
const restAfterSome = 100;

export interface Progress {
  /** The file that these figures are about. */
  readonly file: string;
  readonly places: readonly Checkpoint[];
  readonly head: Position | undefined;
}

/** Runs until the signal aborts. `onProgress` is called after each page and each switch. `wake` ends when a reader waits, or after so many milliseconds. */
export async function projectContinuously(
  files: ReadModelFiles,
  parts: Omit<ProjectorParts, 'db'>,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
  wake: (atMost: number) => Promise<unknown> = delay,
): Promise<void> {
  while (!signal.aborted) {
    const file = files.current();
    if (file === undefined) throw new Error('There is no read-model file in use');
    const db = openForProjecting(file);
    const projector = new Projector({ ...parts, db });
    const report = async () => onProgress({ file, places: checkpoints(db), head: await parts.store.head() });
    await report();
    let idle = 0;
    while (!signal.aborted) {
      const took = await projector.step();
      if (took !== 'nothing' || idle++ % 20 === 0) await report();
      if (took !== 'nothing') idle = 0;
      // A commit for each of a thousand changes a second would keep the disk from those who record; a reader who waits wakes us.
      if (took !== 'a full page') await wake(took === 'some' ? restAfterSome : pollEvery);
      if (idle % 4 === 0 && files.current() !== file) break;
    }
    db.database.close();
  }
}
