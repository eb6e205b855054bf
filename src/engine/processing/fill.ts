// Fills empty read models from the history: folds all of it, then writes the rows of each case once. Nobody reads the file yet.
import type { Envelope } from '../../store/codec.js';
import type { ByStream, Position } from '../../store/port.js';
import { everything, type Share } from '../../store/share.js';
import { pageDecoder } from './decode-page.js';
import { naming } from './naming.js';
import type { Projection } from './projection.js';
import type { ProjectorParts } from './projector.js';
import type { Statements } from './statements.js';

/** Events a page while rebuilding. */
const pageSize = 2000;

export type FillParts = Pick<ProjectorParts, 'store' | 'keys' | 'catalogue' | 'projections'>;

/**
 * Leaves a transaction open on a file that is in nobody's use. A share of everything can be had only of a store that gives streams.
 * Answers how many events were taken; those that every share takes count in the first. Error: `not-caught-up`.
 */
export async function fill(
  db: Statements,
  parts: FillParts,
  share: Share,
  upTo: Position | undefined,
): Promise<number> {
  const { store } = parts;
  // A crash leaves a file that is not in use: there is nothing to protect, and no second reader.
  db.database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; BEGIN');
  if (upTo === undefined) return 0;
  return store.byStream
    ? fillCaseByCase(db, parts, share, { upTo, from: store.byStream })
    : fillInOrder(db, parts, upTo);
}

interface Source {
  readonly upTo: Position;
  readonly from: ByStream;
}

/** People before the cases about them: the projections' order. Kinds that no projection asks for come last. */
async function fillCaseByCase(db: Statements, parts: FillParts, share: Share, { upTo, from }: Source): Promise<number> {
  const { projections } = parts;
  const cases = projections.flatMap((projection) => projection.caseByCase?.(db) ?? []);
  const others = projections.filter(({ caseByCase }) => caseByCase === undefined);
  const lookedUp = new Set(
    projections.flatMap((projection) => (projection.lookedUp ? [projection.caseByCase?.(db).category] : [])),
  );
  let count = 0;
  for (const category of new Set([...cases.map((one) => one.category), ...(await from.categories())])) {
    const own = cases.filter((one) => one.category === category);
    const byAll = lookedUp.has(category);
    for await (const page of from.ofCategory(category, upTo, pageSize, byAll ? everything : share)) {
      const read = pageDecoder(parts, projections);
      const events = page.map((event) => naming(event, () => read(event)));
      for (const one of own) one.take(events);
      for (const projection of others) takeIn(events, (some) => projection.apply(some, db));
      if (!byAll || share.nth === 0) count += page.length;
    }
    for (const one of own) one.finish();
  }
  return count;
}

async function fillInOrder(db: Statements, parts: FillParts, upTo: Position): Promise<number> {
  const { store, projections } = parts;
  const fills = projections.map((projection) => ({ projection, bulk: projection.bulk?.(db) }));
  let count = 0;
  for await (const page of store.readAll({ pageSize, hashes: 'not needed' })) {
    const within = page.filter(({ position }) => position <= upTo);
    const read = pageDecoder(parts, projections);
    const all = within.map((event) => naming(event, () => read(event)));
    for (const { projection, bulk } of fills)
      takeIn(all, (events) => (bulk ? bulk.take(events) : projection.apply(events, db)));
    count += within.length;
    if (within.length < page.length) break;
  }
  for (const { projection, bulk } of fills)
    for (const stream of bulk?.finish() ?? []) await takeOne(db, parts, projection, stream, upTo);
  return count;
}

/** A case that could not be made with the others: alone, so that it is set aside by itself. */
async function takeOne(
  db: Statements,
  parts: FillParts,
  projection: Projection,
  stream: string,
  upTo: Position,
): Promise<void> {
  const one = projection.caseByCase?.(db);
  for await (const page of parts.store.read(stream, { hashes: 'not needed' })) {
    const read = pageDecoder(parts, parts.projections);
    one?.take(page.filter(({ position }) => position <= upTo).map((event) => naming(event, () => read(event))));
  }
  one?.finish();
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
