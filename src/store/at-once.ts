// Does the same with each of many: several at once, never more than so many.

/** After a failure nothing more is begun; what is under way has an end before it is thrown. */
export async function eachAtOnce<T>(
  all: readonly T[],
  atMost: number,
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  const left = all.values();
  let failed = false;
  const worker = async () => {
    for (const one of left) {
      if (failed) return;
      await work(one).catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(atMost, all.length) }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
