// Builds read models anew beside the ones in use, catches up with the head, then switches in one step.
import { rmSync } from 'node:fs';
import type { Envelope } from '../event-store/codec.js';
import type { Position } from '../event-store/port.js';
import { isOnwardError, OnwardError } from '../kernel/errors.js';
import { advance } from './checkpoints.js';
import { pageDecoder } from './decode-page.js';
import { splitTables, type Projection } from './projection.js';
import { Projector, type ProjectorParts } from './projector.js';
import { openForProjecting, start, type ReadModelFiles } from './read-models.js';
import type { Statements } from './statements.js';

/** Events a page while rebuilding. */
const pageSize = 2000;

/**
 * Side effects stay off: projections have none, and process managers do not take part.
 * What is appended while this runs is caught up before the switch, and by whoever projects after it (trap 4).
 * Error: `not-caught-up` naming the event that cannot be handled; the read models in use stay as they are.
 */
export async function rebuild(
  files: ReadModelFiles,
  parts: Omit<ProjectorParts, 'db'>,
  label: string,
): Promise<{ file: string }> {
  const file = files.create(parts.projections, label, 'without indexes');
  const db = openForProjecting(file);
  try {
    await fill(db, parts);
    let paused: string | undefined;
    await new Projector({ ...parts, db, onPaused: (_, words) => (paused ??= words) }).catchUp();
    if (paused !== undefined)
      throw new OnwardError('not-caught-up', { detail: `The rebuild stopped and nothing was switched. ${paused}` });
    db.database.exec('PRAGMA optimize');
  } catch (error) {
    db.database.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
    throw error;
  }
  db.database.close();
  files.use(file);
  return { file };
}

/** Fold everything first, write each case's rows once, make the indexes last: nobody reads the file yet. */
async function fill(db: Statements, parts: Omit<ProjectorParts, 'db'>): Promise<void> {
  const { store, projections } = parts;
  // A crash leaves a file that is not in use: there is nothing to protect, and no second reader.
  db.database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; BEGIN');
  const fills = projections.map((projection) => ({ projection, bulk: projection.bulk?.(db) }));
  let last: Position = start;
  let count = 0;
  for await (const stored of store.readAll({ pageSize, hashes: 'not needed' })) {
    const read = pageDecoder(parts, projections);
    const page = stored.map((event) => naming(event, () => read(event)));
    for (const { projection, bulk } of fills)
      takeIn(page, (events) => (bulk ? bulk.take(events) : projection.apply(events, db)));
    last = page[page.length - 1]?.position ?? last;
    count += page.length;
  }
  // The table that several projections write to gets its indexes last.
  for (const { projection, bulk } of fills) if (bulk) finish(projection, () => bulk.finish(), db);
  for (const { projection, bulk } of fills) if (!bulk) db.database.exec(splitTables(projection.tables).indexes);
  for (const { name } of projections) advance(db, name, start, last, count);
  db.database.exec('COMMIT; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
}

function finish(projection: Projection, work: () => void, db: Statements): void {
  work();
  // The next projection may look things up in this one's rows.
  db.database.exec(splitTables(projection.tables).indexes);
}

/** When a page fails, the event that cannot be handled is named. */
function takeIn(page: readonly Envelope[], work: (events: readonly Envelope[]) => void): void {
  try {
    work(page);
  } catch (error) {
    for (const event of page) naming(event, () => work([event]));
    throw error;
  }
}

function naming<T>(
  { id, type, stream, revision }: Pick<Envelope, 'id' | 'type' | 'stream' | 'revision'>,
  work: () => T,
): T {
  try {
    return work();
  } catch (error) {
    const kind = isOnwardError(error) ? error.parts.detail : error instanceof Error ? error.name : 'error';
    throw new OnwardError('not-caught-up', {
      detail: `The rebuild stopped at event ${id} (${type}, ${stream}, revision ${revision}) and nothing was switched: ${kind}.`,
      help: 'The lists in use stay as they are. After mending, run: npx onward projections rebuild',
    });
  }
}
