// What an EventStoreDB server keeps, and exactly when it takes a write, finds it again or refuses it. Nothing of gRPC in here.
export type Expected = bigint | 'any' | 'no_stream' | 'stream_exists';

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface Recorded extends Proposed {
  readonly stream: string;
  readonly revision: bigint;
  /** Offset in the log; commit and prepare position are the same for all that is written over gRPC. */
  readonly position: bigint;
}

export type Outcome =
  | { readonly kind: 'written' | 'idempotent'; readonly revision: bigint; readonly position: bigint }
  | { readonly kind: 'wrong-version'; readonly current: bigint | 'no_stream' }
  | { readonly kind: 'deleted' };

interface Stream {
  readonly events: Recorded[];
  /** Events below it are not shown any more ($tb); the numbering goes on. */
  truncatedBefore: bigint;
  tombstoned: boolean;
}

/** Revision of the event that says that a stream is gone for good. */
const tombstoneRevision = 2n ** 63n - 1n;

export class ServerLog {
  readonly all: Recorded[] = [];
  private readonly streams = new Map<string, Stream>();
  /** Ids of recently committed events: one memory for the whole node, empty after a restart. */
  private recent = new Map<string, Recorded>();
  private offset = 0n;

  constructor(private readonly remembers = 10_000) {}

  append(name: string, expected: Expected, events: readonly Proposed[]): Outcome {
    const stream = this.streams.get(name);
    if (stream?.tombstoned) return { kind: 'deleted' };
    const current = BigInt((stream?.events.length ?? 0) - 1);
    if (!stream || current < 0n) {
      if (expected !== 'any' && expected !== 'no_stream') return { kind: 'wrong-version', current: 'no_stream' };
      return expected === 'any' ? this.weak(name, current, events) : this.write(name, events);
    }
    if (expected === 'any' || expected === 'stream_exists') return this.weak(name, current, events);
    const from = expected === 'no_stream' ? -1n : expected;
    if (from === current) return this.write(name, events);
    if (from > current) return { kind: 'wrong-version', current };
    const softDeleted = stream.truncatedBefore > current;
    if (expected === 'no_stream' && softDeleted) return this.write(name, events);
    return this.strong(stream, from, current, events);
  }

  /** any, stream_exists: only what the node happens to remember is found again. */
  private weak(name: string, current: bigint, events: readonly Proposed[]): Outcome {
    const found = events
      .map(({ id }) => this.recent.get(id))
      .map((event) => (event?.stream === name ? event : undefined));
    if (found[0] === undefined) return this.write(name, events);
    const last = found[found.length - 1];
    if (found.includes(undefined) || !last)
      return { kind: 'wrong-version', current: current < 0n ? 'no_stream' : current };
    return { kind: 'idempotent', revision: last.revision, position: last.position };
  }

  /** An exact revision behind the head: event for event the same id at the same place, or wrong. Content is never compared. */
  private strong(stream: Stream, from: bigint, current: bigint, events: readonly Proposed[]): Outcome {
    let last: Recorded | undefined;
    for (const [index, { id }] of events.entries()) {
      const there = stream.events[Number(from) + 1 + index];
      if (there?.id !== id || there.revision < stream.truncatedBefore) return { kind: 'wrong-version', current };
      last = there;
    }
    return { kind: 'idempotent', revision: last?.revision ?? from, position: last?.position ?? this.offset };
  }

  private write(name: string, events: readonly Proposed[]): Outcome {
    const stream = this.streamOf(name);
    for (const event of events) this.record(stream, name, BigInt(stream.events.length), event);
    const last = stream.events[stream.events.length - 1];
    return { kind: 'written', revision: last?.revision ?? -1n, position: last?.position ?? this.offset };
  }

  private record(stream: Stream, name: string, revision: bigint, event: Proposed): void {
    const recorded = { ...event, stream: name, revision, position: this.offset };
    // Offsets grow by the bytes of a record, so neighbouring positions are never neighbouring numbers.
    this.offset += BigInt(event.data.length + event.metadata.length + event.type.length + 120);
    stream.events.push(recorded);
    this.all.push(recorded);
    this.recent.set(event.id, recorded);
    if (this.recent.size > this.remembers)
      for (const oldest of this.recent.keys()) return void this.recent.delete(oldest);
  }

  private streamOf(name: string): Stream {
    let stream = this.streams.get(name);
    if (!stream) this.streams.set(name, (stream = { events: [], truncatedBefore: 0n, tombstoned: false }));
    return stream;
  }

  /** What a read of the stream sees, in order. */
  visible(name: string): readonly Recorded[] | 'deleted' | undefined {
    const stream = this.streams.get(name);
    if (stream?.tombstoned) return 'deleted';
    const seen = stream?.events.slice(Number(stream.truncatedBefore)) ?? [];
    return seen.length === 0 ? undefined : seen;
  }

  tombstone(name: string, expected: Expected): Outcome {
    const stream = this.streams.get(name);
    if (stream?.tombstoned) return { kind: 'deleted' };
    const current = BigInt((stream?.events.length ?? 0) - 1);
    const met =
      expected === 'any' ||
      (expected === 'no_stream' ? current < 0n : expected === 'stream_exists' ? current >= 0n : expected === current);
    if (!met) return { kind: 'wrong-version', current: current < 0n ? 'no_stream' : current };
    const gone = this.streamOf(name);
    gone.tombstoned = true;
    const position = this.offset;
    this.record(gone, name, tombstoneRevision, system('$streamDeleted', `gone-${name}`));
    return { kind: 'written', revision: tombstoneRevision, position };
  }

  /** deleteStream: hides what is there; a later no_stream write goes on numbering. */
  softDelete(name: string): void {
    const stream = this.streamOf(name);
    stream.truncatedBefore = BigInt(stream.events.length);
  }

  /** What the server writes for itself, like statistics every half minute. */
  recordSystemEvent(name = '$stats-127.0.0.1:2113'): void {
    const stream = this.streamOf(name);
    this.record(stream, name, BigInt(stream.events.length), system('$statsCollected', `stats-${this.offset}`));
  }

  /** Removes the bytes of tombstoned streams, as a scavenge does on its node. */
  scavenge(): void {
    const kept = this.all.filter(
      ({ stream, type }) => !this.streams.get(stream)?.tombstoned || type === '$streamDeleted',
    );
    this.all.splice(0, this.all.length, ...kept);
  }

  restart(): void {
    this.recent = new Map();
  }
}

const system = (type: string, id: string): Proposed => ({
  id,
  type,
  contentType: 'application/json',
  data: Buffer.from('{}'),
  metadata: new Uint8Array(),
});
