// Between events of the port and what EventStoreDB keeps: the text as bytes, the chain and our own id in the event's metadata.
import { createHash } from 'node:crypto';
import { chainHash } from '../chain.js';
import type { NewEvent, StoredEvent } from '../port.js';
import { unavailable } from '../sqlite-files/errors.js';
import { toPosition, type LogPosition } from './positions.js';

/** Marks what Onward wrote; its number changes with the format. */
const format = 1;

interface Carried {
  readonly onward: number;
  readonly id: string;
  readonly schemaVersion: number;
  readonly previousHash: string;
  readonly hash: string;
  /** Which call wrote it. */
  readonly write: string;
  /** The metadata of the port, as text: parsed and written again it might differ by a byte. */
  readonly metadata: string;
}

/** What is handed to the client. Data are bytes, so nothing in them can fail to be turned into JSON. */
export interface OutgoingEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Uint8Array;
  readonly metadata: Carried;
}

/** What the client hands back. */
export interface IncomingEvent {
  readonly streamId: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly position?: LogPosition;
}

/** Where a stream ends: what the next event is chained on. */
export interface ChainEnd {
  readonly revision: number;
  readonly hash: string;
}

/** The events chained on the end of their stream, ready to be sent; `write` names the call. */
export function outgoing(stream: string, end: ChainEnd, events: readonly NewEvent[], write: string): OutgoingEvent[] {
  let { revision, hash: previousHash } = end;
  return events.map((event) => {
    const hash = chainHash(previousHash, stream, ++revision, event);
    const { id, type, schemaVersion, data, metadata } = event;
    const carried = { onward: format, id, schemaVersion, previousHash, hash, write, metadata };
    previousHash = hash;
    return { id: serverId(hash, write), type, data: Buffer.from(data, 'utf8'), metadata: carried };
  });
}

/**
 * The server recognises a repeated write by the ids of its events alone. So the id that it gets follows from the hash, and with it from
 * every byte, and from the call: what the server calls repeated is another try of the same call, and nothing else can pass for it.
 */
function serverId(hash: string, write: string): string {
  const made = createHash('sha256').update(`${hash} ${write}`).digest('hex');
  return `${made.slice(0, 8)}-${made.slice(8, 12)}-8${made.slice(13, 16)}-a${made.slice(17, 20)}-${made.slice(20, 32)}`;
}

/** Bytes that the server counts towards the size of an append, with some to spare. */
export const sizeOf = (events: readonly OutgoingEvent[]): number =>
  events.reduce(
    (sum, { type, data, metadata }) =>
      sum + data.length + Buffer.byteLength(JSON.stringify(metadata)) + type.length + 64,
    0,
  );

/** Undefined for what Onward did not write: the server's own events and those of others. */
export function incoming(event: IncomingEvent): StoredEvent | undefined {
  const carried = event.metadata as Partial<Carried> | undefined;
  if (carried?.onward !== format || !(event.data instanceof Uint8Array)) return undefined;
  const { id, schemaVersion, previousHash, hash, metadata } = carried;
  if (id === undefined || schemaVersion === undefined || metadata === undefined) return undefined;
  if (previousHash === undefined || hash === undefined) return undefined;
  return {
    stream: event.streamId,
    revision: Number(event.revision),
    position: toPosition(positionOf(event)),
    id,
    type: event.type,
    schemaVersion,
    data: Buffer.from(event.data.buffer, event.data.byteOffset, event.data.byteLength).toString('utf8'),
    metadata,
    previousHash,
    hash,
  };
}

/** Which call wrote an event of ours. */
export const writeOf = (event: IncomingEvent): string | undefined => (event.metadata as Partial<Carried>).write;

const none = 2n ** 64n - 1n;

/** Error: `store-unavailable` for a server that gives none: nobody could then wait for what they wrote. */
export function positionOf({ position }: Pick<IncomingEvent, 'position'>): LogPosition {
  if (position && position.commit !== none) return position;
  throw unavailable(
    'EventStoreDB does not say where an event stands in the order of everything; it is too old.',
    'Run EventStoreDB 23.10 or later at the address in EVENTSTORE_URL.',
  );
}
