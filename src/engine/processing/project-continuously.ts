// Keeps read models at the head: waits for news, and notices when a rebuild has switched the file.
import type { Position } from '../../store/port.js';
import { Wakeups } from '../../store/wakeups.js';
import { checkpoints, type Checkpoint } from './checkpoints.js';
import { ListCleaning } from './clean-lists.js';
import { Projector, type ProjectorParts } from './projector.js';
import { openForProjecting, type ReadModelFiles } from './read-models.js';

/**
 * After how long to look though nobody told of news, in milliseconds. Beside a store that tells of what other processes write, it is only for
 * when that was lost: a look is a call to a server there.
 */
const usualPoll = { untold: 25, told: 1000 } as const;

/** How long to let more come together after some came, in milliseconds, unless a reader waits for it. */
const restAfterSome = 100;

/** Whether somebody was forgotten is looked at after so many waits for news: once as soon as there is none. */
const cleanEvery = 20;

export interface Progress {
  /** The file that these figures are about. */
  readonly file: string;
  readonly places: readonly Checkpoint[];
  readonly head: Position | undefined;
}

export interface Waiting {
  /** Rings when a reader waits for what was recorded. */
  readonly readers?: Wakeups;
  readonly pollEvery?: number;
}

/** Runs until the signal aborts, or until the file in use was taken out of use: then it is to be built anew. `onProgress` is called after each page and each switch. */
export async function projectContinuously(
  files: ReadModelFiles,
  parts: Omit<ProjectorParts, 'db'>,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
  { readers = new Wakeups(), pollEvery }: Waiting = {},
): Promise<void> {
  const told = parts.store.listen !== undefined;
  const poll = pollEvery ?? usualPoll[told ? 'told' : 'untold'];
  const news = new Wakeups();
  const hear = () => news.ring();
  const listening = [readers.listen(hear), parts.store.listen?.(hear)];
  try {
    await keepProjecting(files, parts, signal, onProgress, { readers, news, poll, lookAtFileEvery: told ? 1 : 4 });
  } finally {
    for (const stop of listening) stop?.();
  }
}

interface Hearing {
  readonly readers: Wakeups;
  readonly news: Wakeups;
  readonly poll: number;
  /** After so many waits for news. */
  readonly lookAtFileEvery: number;
}

async function keepProjecting(
  files: ReadModelFiles,
  parts: Omit<ProjectorParts, 'db'>,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
  { readers, news, poll, lookAtFileEvery }: Hearing,
): Promise<void> {
  const cleaning = new ListCleaning(files, parts.keys);
  while (!signal.aborted) {
    const file = files.current();
    if (file === undefined) return;
    const db = openForProjecting(file);
    try {
      const projector = new Projector({ ...parts, db });
      const report = async () => onProgress({ file, places: checkpoints(db), head: await parts.store.head() });
      await report();
      let idle = 0;
      while (!signal.aborted) {
        // Taken before it looks: what rings while it does is not missed.
        const heard = { readers: readers.count, news: news.count };
        const took = await projector.step();
        if (took !== 'nothing' || idle++ % (5 * lookAtFileEvery) === 0) await report();
        if (took !== 'nothing') idle = 0;
        // A commit for each of a thousand changes a second would keep the disk from those who record; a reader who waits wakes us.
        if (took === 'some') await readers.wait(heard.readers, signal, restAfterSome);
        if (took === 'nothing' && idle % cleanEvery === 1)
          await cleaning.look(db, async () => (await projector.step()) === 'nothing');
        if (took === 'nothing') await news.wait(heard.news, signal, poll);
        if (idle % lookAtFileEvery === 0 && files.current() !== file) break;
      }
    } finally {
      db.database.close();
    }
  }
}
