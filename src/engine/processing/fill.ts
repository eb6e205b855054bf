// Fills empty lists from the history, one case after the other: folds it, makes its rows, writes them once. Nobody reads the file yet.
import type { Envelope } from '../../store/codec.js';
import type { ByStream, Position } from '../../store/port.js';
import { everything, type Share } from '../../store/share.js';
import { keysForPage, pageDecoder } from './decode-page.js';
import { naming } from './naming.js';
import type { ProjectorParts } from './projector.js';
import type { Statements } from './statements.js';

/** Events a page while rebuilding. */
const pageSize = 2000;

export type FillParts = Pick<ProjectorParts, 'keys' | 'catalogue' | 'projections'> & { readonly from: ByStream };

/**
 * Leaves a transaction open on a file that is in nobody's use. People come before the cases about them: the projections' order. Kinds that no
 * projection asks for come last. Answers how many events were taken; those that every share takes count in the first. Error: `not-caught-up`.
 */
export async function fill(db: Statements, parts: FillParts, share: Share, upTo: Position): Promise<number> {
  beginFilling(db);
  const { projections, from } = parts;
  const others = projections.filter(({ cases }) => cases === undefined);
  const lookedUp = new Set(
    projections.flatMap(({ lookedUp = false, cases }) => (lookedUp && cases ? [cases.category] : [])),
  );
  const categories = new Set([
    ...projections.flatMap(({ cases }) => cases?.category ?? []),
    ...(await from.categories()),
  ]);
  let count = 0;
  for (const category of categories) {
    const byAll = lookedUp.has(category);
    const own = projections.flatMap(({ cases }) => (cases?.category === category ? [cases] : []));
    let inHand: Envelope[] = [];
    const put = () => {
      if (inHand.length > 0) for (const one of own) one.fill(inHand, db);
      inHand = [];
    };
    for await (const page of from.ofCategory(category, upTo, pageSize, byAll ? everything : share)) {
      await keysForPage(parts, projections, page);
      const read = pageDecoder(parts, projections);
      const events = page.map((event) => naming(event, () => read(event)));
      for (const event of events) {
        if (inHand[0]?.stream !== event.stream) put();
        inHand.push(event);
      }
      for (const projection of others) takeIn(events, (some) => projection.apply(some, db));
      if (!byAll || share.nth === 0) count += page.length;
    }
    put();
  }
  return count;
}

/** A crash leaves a file that is not in use: there is nothing to protect, and no second reader. */
export const beginFilling = (db: Statements): void =>
  db.database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; BEGIN');

/** When a page fails, the event that cannot be handled is named. */
function takeIn(page: readonly Envelope[], work: (events: readonly Envelope[]) => void): void {
  try {
    work(page);
  } catch (error) {
    for (const event of page) naming(event, () => work([event]));
    throw error;
  }
}
