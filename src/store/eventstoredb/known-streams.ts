// What is known of streams: where each ends and which ids it holds. Events never change, so what was seen once stays true.
import { chainStart } from '../chain.js';
import type { StoredEvent } from '../port.js';
import type { ChainEnd } from './wire-format.js';

export interface KnownStream {
  /** -1 and the start of the chain before the first event. */
  readonly end: ChainEnd;
  /** Revision of every event up to the end, by our id. */
  readonly ids: ReadonlyMap<string, number>;
}

interface Growing {
  end: ChainEnd;
  readonly ids: Map<string, number>;
}

const nothing: KnownStream = { end: { revision: -1, hash: chainStart }, ids: new Map() };

type Link = Pick<StoredEvent, 'id' | 'revision' | 'hash'>;

export class KnownStreams {
  private readonly streams = new Map<string, Growing>();
  private held = 0;

  /** Ids are kept of the streams used last, up to a number in all. */
  constructor(private readonly idsAtMost = 200_000) {}

  get(stream: string): KnownStream {
    return this.streams.get(stream) ?? nothing;
  }

  /** Events of a stream in order; taken in only where they follow without a gap on what is known. */
  learn(stream: string, events: readonly Link[]): void {
    const known = this.streams.get(stream) ?? { end: nothing.end, ids: new Map<string, number>() };
    const before = known.ids.size;
    for (const { id, revision, hash } of events) {
      if (revision !== known.end.revision + 1) continue;
      known.end = { revision, hash };
      known.ids.set(id, revision);
    }
    if (known.ids.size === 0) return;
    this.held += known.ids.size - before;
    // Set anew, so that the order of the map is the order of use.
    this.streams.delete(stream);
    this.streams.set(stream, known);
    for (const [name, { ids }] of this.streams) {
      if (this.held <= this.idsAtMost || name === stream) return;
      this.streams.delete(name);
      this.held -= ids.size;
    }
  }
}
