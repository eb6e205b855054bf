// The event store's port: what every store must do, and nothing about how (docs/adr/0002-one-port-two-stores.md).
import type { Share } from './share.js';

/**
 * Where an event stands in the order of everything. Opaque, but ordered: of two positions the later one is the greater string.
 * (SQLite: 16 digits; EventStoreDB: commit and prepare position, both padded.)
 */
export type Position = string & { readonly position: unique symbol };

/** Revision of the last event of a stream: 0 for the first. `any` is for facts that no decision rests on. */
export type ExpectedRevision = number | 'no_stream' | 'stream_exists' | 'any';

/** An event as bytes: the store never looks inside. `data` and `metadata` are JSON texts, kept byte for byte. */
export interface NewEvent {
  /** UUID, unique in its stream. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
  readonly metadata: string;
}

export interface StoredEvent extends NewEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  /** Hash of this event chained on `previousHash` (store/chain.ts). */
  readonly hash: string;
  /** Hash of the event before it in its stream; the first event's is 64 zeros. */
  readonly previousHash: string;
}

export interface Appended {
  /** Revision of the last event written (or found again). */
  readonly revision: number;
  /** Position of the last event written (or found again): pass it to whoever must see it. */
  readonly position: Position;
  /** True when exactly these events were there already: nothing was written. */
  readonly repeated: boolean;
}

export interface ReadOptions {
  /** First revision to give, inclusive. Default: the first forwards, the last backwards. */
  readonly from?: number;
  readonly backwards?: boolean;
  /** At most so many events in all. */
  readonly limit?: number;
  /** Events a page; memory stays at one page. */
  readonly pageSize?: number;
  /** Whoever folds a history and proves nothing says `not needed`: a store may then leave both hashes empty. */
  readonly hashes?: 'needed' | 'not needed';
  /** Whoever opens nothing personal says `not needed`: a store whose keys lie elsewhere then fetches none. */
  readonly keys?: 'needed' | 'not needed';
}

export interface ReadAllOptions {
  /** Gives what comes after (backwards: before) this position, exclusive. */
  readonly after?: Position;
  readonly backwards?: boolean;
  readonly limit?: number;
  readonly pageSize?: number;
  readonly hashes?: ReadOptions['hashes'];
  readonly keys?: ReadOptions['keys'];
}

export interface SubscribeOptions {
  readonly after?: Position;
  readonly pageSize?: number;
  readonly signal: AbortSignal;
}

/** Whole histories, one stream after the other: for whoever folds everything and wants to hold one case at a time. */
export interface ByStream {
  /** The kinds of case there are (`wait` of `wait-…`), in order. */
  categories(): Promise<readonly string[]>;
  /** Pages of all streams of a kind (or of a share of them), each whole and in order, with the events up to a position. Hashes are empty. */
  ofCategory(category: string, upTo: Position, pageSize?: number, share?: Share): AsyncIterable<readonly StoredEvent[]>;
}

export interface EventStore {
  /**
   * Appends to one stream, all or nothing, durable when the promise resolves.
   * Errors (kernel/errors.ts): `changed-by-someone-else` with expected and actual revision; `event-id-reused` when an id is there with
   * other content; `store-unavailable` when it could not be written (nothing was; over a network it may not be known: then its detail
   * says so, and the same append again tells).
   * The same ids with the same bytes again at the same expected revision: resolves with `repeated`, nothing is written.
   */
  append(stream: string, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<Appended>;
  /** Pages of one stream. A stream that does not exist gives no page. */
  read(stream: string, options?: ReadOptions): AsyncIterable<readonly StoredEvent[]>;
  /** Pages of everything, in order of position. */
  readAll(options?: ReadAllOptions): AsyncIterable<readonly StoredEvent[]>;
  /**
   * Everything after a position, then what follows, in order, each event once; waits when there is no more, ends when the signal aborts.
   * An empty page says "caught up with the head".
   */
  subscribe(options: SubscribeOptions): AsyncIterable<readonly StoredEvent[]>;
  /**
   * Calls `ring` when there may be something new, whichever process wrote it, until what is answered is called. A hint and no more: who
   * listens still looks from time to time, because what it hears with may be lost. A store that cannot hear of others does not offer it.
   */
  listen?(ring: () => void): () => void;
  /** A store that holds its events on this machine can offer it. */
  readonly byStream?: ByStream;
  /** How many events come after one position (undefined: from the start), up to another. Offered where positions tell it, without reading. */
  countBetween?(after: Position | undefined, upTo: Position): number;
  /** Position of the last event, or undefined in an empty store. */
  head(): Promise<Position | undefined>;
  /** Finishes the work in hand and lets go of the files. */
  close(): Promise<void>;
}
