// Names the event at which a rebuild stopped.
import type { Envelope } from '../../store/codec.js';
import { isOnwardError, OnwardError } from '../../kernel/errors.js';

/** Error: `not-caught-up` naming the event, whatever went wrong with it. */
export function naming<T>(
  { id, type, stream, revision }: Pick<Envelope, 'id' | 'type' | 'stream' | 'revision'>,
  work: () => T,
): T {
  try {
    return work();
  } catch (error) {
    if (isOnwardError(error, 'not-caught-up')) throw error;
    const kind = isOnwardError(error) ? error.parts.detail : error instanceof Error ? error.name : 'error';
    throw new OnwardError('not-caught-up', {
      detail: `The rebuild stopped at event ${id} (${type}, ${stream}, revision ${revision}) and nothing was switched: ${kind}.`,
      help: 'The lists in use stay as they are. After mending, run: npx onward projections rebuild',
    });
  }
}
