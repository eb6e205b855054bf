// Proves a whole history in one pass: every hash chain, and one digest over all events in their order.
import { createHash } from 'node:crypto';
import type { EventStore, ReadAllOptions, StoredEvent } from './port.js';
import { verifyStreams, type Link, type Verified } from './verify-chain.js';

export interface HistoryProof extends Verified {
  /**
   * SHA-256 over stream, revision and hash of every event, one a line, in the order of everything. Two stores with the same digest
   * hold the same events, byte for byte, because each hash covers all bytes of its event.
   */
  readonly digest: string;
  /**
   * SHA-256 over name, last revision and last hash of every stream, one a line, in the order of their names: the same for a copy, in which
   * streams of different people may follow each other otherwise.
   */
  readonly ends: string;
  /** Hash of the very first event: tells one history from another. */
  readonly firstHash: string | undefined;
  readonly head: string | undefined;
}

/** `look` sees every event on the way. */
export async function proveHistory(
  store: Pick<EventStore, 'readAll'>,
  look: (event: StoredEvent) => void = () => undefined,
): Promise<HistoryProof> {
  const digest = createHash('sha256');
  let firstHash: string | undefined;
  let head: string | undefined;
  async function* watched(options?: ReadAllOptions) {
    for await (const page of store.readAll(options)) {
      for (const event of page) {
        digest.update(`${event.stream}\n${event.revision}\n${event.hash}\n`);
        firstHash ??= event.hash;
        head = event.position;
        look(event);
      }
      yield page;
    }
  }
  const last = new Map<string, Link>();
  const verified = await verifyStreams({ readAll: watched }, last);
  return { ...verified, digest: digest.digest('hex'), ends: digestOf(last), firstHash, head };
}

function digestOf(ends: ReadonlyMap<string, Link>): string {
  const digest = createHash('sha256');
  for (const stream of [...ends.keys()].sort()) {
    const end = ends.get(stream);
    digest.update(`${stream}\n${end?.revision}\n${end?.hash}\n`);
  }
  return digest.digest('hex');
}

/** The person whose key seals an event; undefined for facts about nobody. */
export const subjectOf = ({ metadata }: Pick<StoredEvent, 'metadata'>): string | undefined =>
  (JSON.parse(metadata) as { subjectIds?: readonly string[] }).subjectIds?.[0];
