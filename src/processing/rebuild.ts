// Builds read models anew beside the ones in use, catches up with the head, then switches in one step.
import { OnwardError } from '../kernel/errors.js';
import type { ProjectorParts } from './projector.js';
import { Projector } from './projector.js';
import { openForProjecting, type ReadModelFiles } from './read-models.js';

/** Events a page while rebuilding: larger pages fold a case's history once instead of many times. */
const rebuildPage = 5000;

/**
 * Side effects stay off: projections have none, and process managers do not take part.
 * What is appended while this runs is caught up before the switch, and by whoever projects after it (trap 4).
 * Error: `not-caught-up` when an event cannot be handled; the read models in use stay as they are.
 */
export async function rebuild(
  files: ReadModelFiles,
  parts: Omit<ProjectorParts, 'db'>,
  label: string,
): Promise<{ file: string }> {
  const file = files.create(parts.projections, label);
  const db = openForProjecting(file);
  let paused: string | undefined;
  try {
    const projector = new Projector({
      ...parts,
      db,
      pageSize: rebuildPage,
      onPaused: (_, words) => (paused ??= words),
    });
    await projector.catchUp();
    if (paused !== undefined)
      throw new OnwardError('not-caught-up', { detail: `The rebuild stopped and nothing was switched. ${paused}` });
    db.database.exec('PRAGMA optimize');
  } finally {
    db.database.close();
  }
  files.use(file);
  return { file };
}
