// The facts of a wait that stand, in blocks: adding one copies a block, not a thousand facts, and a fold stays in step with the history.
import type { WaitEvent } from './events.js';

export type Log = readonly WaitEvent[];
export type Blocks = readonly Log[];

const blockSize = 32;

export const logOf = ({ blocks }: { readonly blocks: Blocks }): Log => blocks.flat();

export function added(blocks: Blocks, fact: WaitEvent): Blocks {
  const last = blocks[blocks.length - 1];
  return last && last.length < blockSize ? blocks.with(-1, [...last, fact]) : [...blocks, [fact]];
}

export const inBlocks = (log: Log): Blocks => log.reduce<Blocks>(added, []);
