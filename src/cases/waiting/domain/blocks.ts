// Lists that grow with a history, in blocks: adding one copies a block, not a thousand facts, and a fold stays in step with the history.

export type Blocks<T> = readonly (readonly T[])[];

const blockSize = 32;

export function added<T>(blocks: Blocks<T>, item: T): Blocks<T> {
  const last = blocks[blocks.length - 1];
  return last && last.length < blockSize ? [...blocks.slice(0, -1), [...last, item]] : [...blocks, [item]];
}

export const inBlocks = <T>(items: readonly T[]): Blocks<T> => items.reduce<Blocks<T>>(added, []);

export const lastOf = <T>(blocks: Blocks<T>): T | undefined => {
  const block = blocks[blocks.length - 1];
  return block?.[block.length - 1];
};
