// Between the two offsets of EventStoreDB's log and the opaque, ordered position of the port.
import { invalid } from '../../kernel/errors.js';
import type { Position } from '../port.js';

export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

const digits = 20; // 2^64 - 1 has 20 digits

/** Both offsets padded, so that the order of the strings is the order of the log. */
export const toPosition = ({ commit, prepare }: LogPosition): Position =>
  `${String(commit).padStart(digits, '0')}-${String(prepare).padStart(digits, '0')}` as Position;

/** Error: `invalid-input` for a position that another store gave. */
export function fromPosition(position: Position): LogPosition {
  const [, commit, prepare] = /^(\d{20})-(\d{20})$/.exec(position) ?? [];
  if (commit === undefined || prepare === undefined) throw invalid('position', 'is not a position of this store');
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

const none = 2n ** 64n - 1n;

/** Whether a server told a place at all, and one that is the same in both its offsets, as of all that is not of an old transaction. */
export const isPlace = (position: LogPosition | undefined): position is LogPosition =>
  position !== undefined && position.commit !== none && position.commit === position.prepare;
