// Reads a page of stored events for projections: with personal fields opened only where a projection shows them.
import { parseStream } from '../../kernel/decider.js';
import type { EventCatalogue } from '../../store/catalogue.js';
import { decode, type Envelope } from '../../store/codec.js';
import type { StoredEvent } from '../../store/port.js';
import { forOnePage } from '../../store/keys/for-one-page.js';
import type { SubjectKeys } from '../../store/keys/key-store.js';
import type { Projection } from './projection.js';

type Reading = { readonly catalogue: EventCatalogue; readonly keys: SubjectKeys };

const openedBy = (projections: readonly Projection[]) => new Set(projections.flatMap(({ opens = [] }) => opens));

/** Has the keys ready of what projections open of a page: of most events they open nothing. */
export async function keysForPage(
  { keys }: Pick<Reading, 'keys'>,
  projections: readonly Projection[],
  page: readonly StoredEvent[],
): Promise<void> {
  if (!keys.fetchFor) return;
  const opened = openedBy(projections);
  await keys.fetchFor(page.filter(({ stream }) => opened.has(parseStream(stream).category)));
}

/** Make one for each page, after `keysForPage`, so that a destroyed key is noticed at the next. Errors: those of `decode`. */
export function pageDecoder(
  { catalogue, keys }: Reading,
  projections: readonly Projection[],
): (stored: StoredEvent) => Envelope {
  const opened = openedBy(projections);
  const held = forOnePage(keys);
  return (stored) => decode(catalogue, stored, opened.has(parseStream(stored.stream).category) ? held : undefined);
}
