// Lists of dated things: kept in order of date, changed without touching the old list.

/** Puts one more in its place; of the same date, what was recorded later stands later. */
export function inOrder<T extends { readonly on: string }>(list: readonly T[] | undefined, one: T): readonly T[] {
  const all = list ?? [];
  const before = all.filter(({ on }) => on <= one.on);
  return [...before, one, ...all.slice(before.length)];
}

/** The last one that had begun on the date. */
export const latestOn = <T extends { readonly on: string }>(
  list: readonly T[] | undefined,
  date: string,
): T | undefined => list?.findLast(({ on }) => on <= date);

export const replace = <T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  change: Partial<T>,
): readonly T[] => list.map((one) => (one.id === id ? { ...one, ...change } : one));
