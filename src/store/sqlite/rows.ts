// Between rows of the table and events of the port.
import { invalid } from '../../kernel/errors.js';
import type { Position, StoredEvent } from '../port.js';

export interface EventRow {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly data: string;
  readonly metadata: string;
  readonly previous_hash: string;
  readonly hash: string;
}

export const toEvent = (row: EventRow): StoredEvent => ({
  position: toPosition(row.position),
  stream: row.stream,
  revision: row.revision,
  id: row.id,
  type: row.type,
  schemaVersion: row.schema_version,
  data: row.data,
  metadata: row.metadata,
  previousHash: row.previous_hash,
  hash: row.hash,
});

/** 16 digits, so that the order of the strings is the order of the numbers. */
export const toPosition = (number: number | string): Position => String(number).padStart(16, '0') as Position;

/** Error: `invalid-input` for a position that another store gave. */
export function fromPosition(position: Position): number {
  if (!/^\d{16}$/.test(position)) throw invalid('position', 'is not a position of this store');
  return Number(position);
}
