// The hash chain of a stream: each event carries the hash of the one before it, over the stored bytes.
import { hash } from 'node:crypto';
import type { NewEvent } from './port.js';

/** What the first event of a stream is chained on. */
export const chainStart = '0'.repeat(64);

/**
 * SHA-256 in hex over, one a line: previous hash, stream, revision, event id, type, schema version, byte length of data, data,
 * byte length of metadata, metadata. Lengths keep two texts from being cut differently into the same bytes.
 */
export function chainHash(previousHash: string, stream: string, revision: number, event: NewEvent): string {
  return hash(
    'sha256',
    `${previousHash}\n${stream}\n${revision}\n${event.id}\n${event.type}\n${event.schemaVersion}\n` +
      `${Buffer.byteLength(event.data)}\n${event.data}\n${Buffer.byteLength(event.metadata)}\n${event.metadata}\n`,
    'hex',
  );
}
