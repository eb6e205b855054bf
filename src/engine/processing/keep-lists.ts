// What the projecting thread does for as long as it runs: keeps the lists at the head, and builds them anew when they have to be.
import { newId } from '../../kernel/ids.js';
import { projectContinuously, type Progress, type Waiting } from './project-continuously.js';
import type { ProjectorParts } from './projector.js';
import { orRetired, type ReadModelFiles } from './read-models.js';
import { rebuild, rebuildIfReadOtherwise, type RebuildParts } from './rebuild.js';

export interface Keeping {
  readonly parts: Omit<ProjectorParts, 'db'>;
  readonly rebuilding: RebuildParts;
  readonly onProgress: (progress: Progress) => void;
  /** The lists could not be made anew for lists of the area that read otherwise: those in use stay. */
  readonly onNotAnew: (error: unknown) => void;
}

/** Until the signal aborts. Rows that are to be read otherwise are made anew beside those in use, which are kept and served until then. */
export async function keepLists(
  files: ReadModelFiles,
  { parts, rebuilding, onProgress, onNotAnew }: Keeping,
  signal: AbortSignal,
  waiting?: Waiting,
): Promise<void> {
  const anew = rebuildIfReadOtherwise(files, rebuilding, newId(), onNotAnew);
  try {
    while (!signal.aborted) {
      const current = files.current();
      if (current === undefined || !files.fits(current, parts.projections)) await rebuild(files, rebuilding, newId());
      await orRetired(files, () => projectContinuously(files, parts, signal, onProgress, waiting));
    }
  } finally {
    // A file that is left open can end the whole process.
    await anew;
  }
}
