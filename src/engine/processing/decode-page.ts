// Reads a page of stored events for projections: with personal fields opened only where a projection shows them.
import { parseStream } from '../../kernel/decider.js';
import type { EventCatalogue } from '../../store/catalogue.js';
import { decode, type Envelope } from '../../store/codec.js';
import type { StoredEvent } from '../../store/port.js';
import { forOnePage } from '../../store/keys/for-one-page.js';
import type { SubjectKeys } from '../../store/keys/key-store.js';
import type { Projection } from './projection.js';

/** Make one for each page, so that a destroyed key is noticed at the next. Errors: those of `decode`. */
export function pageDecoder(
  { catalogue, keys }: { readonly catalogue: EventCatalogue; readonly keys: SubjectKeys },
  projections: readonly Projection[],
): (stored: StoredEvent) => Envelope {
  const opened = new Set(projections.flatMap(({ opens = [] }) => opens));
  const held = forOnePage(keys);
  return (stored) => decode(catalogue, stored, opened.has(parseStream(stored.stream).category) ? held : undefined);
}
