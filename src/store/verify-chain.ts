// Proves that history was not altered: recomputes the hash of every event and follows the chain of every stream.
import { chainHash, chainStart } from './chain.js';
import type { EventStore, StoredEvent } from './port.js';

export interface ChainProblem {
  readonly stream: string;
  readonly revision: number;
  readonly problem: string;
}

export interface Verified {
  readonly events: number;
  readonly streams: number;
  readonly problems: readonly ChainProblem[];
}

export type Link = Pick<StoredEvent, 'revision' | 'hash'>;

/** Large pages: on a server each is a call. */
const pageSize = 2000;

/** Memory: a page of events and the last hash of each stream, which `last` holds in the end. The end of a stream cut off leaves a whole chain: keep heads elsewhere. */
export async function verifyStreams(
  store: Pick<EventStore, 'readAll'>,
  last = new Map<string, Link>(),
): Promise<Verified> {
  const problems: ChainProblem[] = [];
  let events = 0;
  for await (const page of store.readAll({ pageSize, keys: 'not needed' })) {
    for (const event of page) {
      events++;
      const problem = problemOf(event, last.get(event.stream));
      if (problem) problems.push({ stream: event.stream, revision: event.revision, problem });
      last.set(event.stream, { revision: event.revision, hash: event.hash });
    }
  }
  return { events, streams: last.size, problems };
}

function problemOf(event: StoredEvent, before: Link | undefined): string | undefined {
  const due = (before?.revision ?? -1) + 1;
  if (event.revision > due) return `revision ${due} was to come: events are missing or out of order`;
  if (event.revision < due) return `revision ${due} was to come: an event is there twice or out of order`;
  if (event.previousHash !== (before?.hash ?? chainStart))
    return 'is not chained on the event before it: one of the two was altered';
  const { stream, revision, hash } = event;
  if (hash !== chainHash(event.previousHash, stream, revision, event))
    return 'is not what was recorded: its bytes were altered';
  return undefined;
}
