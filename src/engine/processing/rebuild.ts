// Builds read models anew beside the ones in use, catches up with the head, then switches in one step.
import type { ByStream, Position } from '../../store/port.js';
import { everything, type Share } from '../../store/share.js';
import { spool } from '../../store/spool.js';
import { OnwardError } from '../../kernel/errors.js';
import { advance } from './checkpoints.js';
import { noteForgotten } from './clean-lists.js';
import { beginFilling, fill } from './fill.js';
import { joinPart } from './join-part.js';
import { fillCount } from './kept-count.js';
import { createIndexes } from './projection.js';
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
  const { store, projections } = parts;
  const upTo = await store.head();
  let count = 0;
  if (upTo === undefined) beginFilling(db);
  else if (store.byStream) count = await fillFrom(db, files, { ...parts, from: store.byStream }, label, upTo);
  else count = await fillFromSpool(db, files, parts, label, upTo);
  for (const projection of projections) createIndexes(db, projection);
  for (const kept of projections.flatMap(({ counts = [] }) => counts)) fillCount(db, kept);
  for (const { name } of projections) advance(db, name, start, upTo ?? start, count);
  db.database.exec('COMMIT; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
}

type FromStreams = RebuildParts & { readonly from: ByStream };

/** A store over a network has no list of its streams that can be relied on: what it gives in order of position is sorted here first. */
async function fillFromSpool(
  db: Statements,
  files: ReadModelFiles,
  parts: RebuildParts,
  label: string,
  upTo: Position,
): Promise<number> {
  const file = files.place(parts.projections, `${label}-events`);
  try {
    const from = await spool(parts.store, file, upTo);
    try {
      return await fill(db, { ...parts, from }, everything, upTo);
    } finally {
      from.close();
    }
  } finally {
    files.discard(file);
  }
}

async function fillFrom(
  db: Statements,
  files: ReadModelFiles,
  parts: FromStreams,
  label: string,
  upTo: Position,
): Promise<number> {
  const { helper } = parts;
  if (!helper) return fill(db, parts, everything, upTo);
  const other = files.create(parts.projections, `${label}-part`, 'without indexes');
  try {
    const [mine, helped] = await Promise.allSettled([
      fill(db, parts, { nth: 0, of: 2 }, upTo),
      helper(other, { nth: 1, of: 2 }, upTo),
    ]);
    if (mine.status === 'rejected') throw mine.reason;
    if (helped.status === 'rejected') throw helped.reason;
    joinPart(db, other, parts.projections);
    return mine.value + helped.value;
  } finally {
    files.discard(other);
  }
}
