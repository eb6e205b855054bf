// Builds read models anew beside the ones in use, catches up with the head, then switches in one step.
import type { Position } from '../../store/port.js';
import { everything, type Share } from '../../store/share.js';
import { OnwardError } from '../../kernel/errors.js';
import { advance } from './checkpoints.js';
import { noteForgotten } from './clean-lists.js';
import { fill } from './fill.js';
import { joinPart } from './join-part.js';
import { splitTables } from './projection.js';
import { Projector, type ProjectorParts } from './projector.js';
import { openForProjecting, start, type ReadModelFiles } from './read-models.js';
import type { Statements } from './statements.js';

/** Fills another file with its share of everything up to a position, at the same time. Answers as `fill` does. Error: `not-caught-up`. */
export type Helper = (file: string, share: Share, upTo: Position) => Promise<number>;

export type RebuildParts = Omit<ProjectorParts, 'db'> & {
  /** Does half of the work in a thread of its own, where the store gives streams. */
  readonly helper?: Helper;
};

/**
 * Side effects stay off: projections have none, and process managers do not take part.
 * What is appended while this runs is caught up before the switch, and by whoever projects after it (trap 4).
 * Error: `not-caught-up` naming the event that cannot be handled; the read models in use stay as they are.
 */
export async function rebuild(files: ReadModelFiles, parts: RebuildParts, label: string): Promise<{ file: string }> {
  // Whoever is forgotten by now cannot be opened any more, and never comes into the new file.
  const forgotten = (await parts.keys.destroyed()).length;
  const file = files.create(parts.projections, label, 'without indexes');
  const db = openForProjecting(file);
  try {
    await fillAll(db, files, parts, label);
    let paused: string | undefined;
    await new Projector({ ...parts, db, onPaused: (_, words) => (paused ??= words) }).catchUp();
    if (paused !== undefined)
      throw new OnwardError('not-caught-up', { detail: `The rebuild stopped and nothing was switched. ${paused}` });
    noteForgotten(db, forgotten);
    db.database.exec('PRAGMA optimize');
  } catch (error) {
    db.database.close();
    files.discard(file);
    throw error;
  }
  db.database.close();
  files.use(file);
  return { file };
}

/**
 * Rows hold what old texts meant by the lists of the area of then. When those have changed the rows are made anew, beside the ones in use: these
 * stay, and are served, until then, and if it fails.
 */
export async function rebuildIfReadOtherwise(
  files: ReadModelFiles,
  parts: RebuildParts,
  label: string,
  onTrouble: (error: unknown) => void,
): Promise<void> {
  const current = files.current();
  try {
    if (current !== undefined && files.fits(current, parts.projections) && files.isReadOtherwise(current))
      await rebuild(files, parts, label);
  } catch (error) {
    onTrouble(error);
  }
}

async function fillAll(db: Statements, files: ReadModelFiles, parts: RebuildParts, label: string): Promise<void> {
  const { store, projections, helper } = parts;
  const upTo = await store.head();
  const count =
    helper && store.byStream && upTo !== undefined
      ? await fillTogether(db, files, { ...parts, helper }, label, upTo)
      : await fill(db, parts, everything, upTo);
  for (const { tables } of projections) db.database.exec(splitTables(tables).indexes);
  for (const projection of projections) projection.lastRows?.(db);
  for (const { name } of projections) advance(db, name, start, upTo ?? start, count);
  db.database.exec('COMMIT; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
}

async function fillTogether(
  db: Statements,
  files: ReadModelFiles,
  parts: RebuildParts & { readonly helper: Helper },
  label: string,
  upTo: Position,
): Promise<number> {
  const other = files.create(parts.projections, `${label}-part`, 'without indexes');
  try {
    const [mine, helped] = await Promise.allSettled([
      fill(db, parts, { nth: 0, of: 2 }, upTo),
      parts.helper(other, { nth: 1, of: 2 }, upTo),
    ]);
    if (mine.status === 'rejected') throw mine.reason;
    if (helped.status === 'rejected') throw helped.reason;
    joinPart(db, other, parts.projections);
    return mine.value + helped.value;
  } finally {
    files.discard(other);
  }
}
