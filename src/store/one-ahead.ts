// Gives what comes one after the other, and has the next one fetched while this one is worked on.

/** Whoever stops early leaves one that was fetched for nothing: its end, or its failure, is nobody's concern. */
export async function* oneAhead<T>(all: AsyncIterable<T>): AsyncGenerator<T> {
  const source = all[Symbol.asyncIterator]();
  const fetch = () => {
    const next = source.next();
    next.catch(() => undefined);
    return next;
  };
  try {
    for (let coming = fetch(); ;) {
      const next = await coming;
      if (next.done) return;
      coming = fetch();
      yield next.value;
    }
  } finally {
    source.return?.().catch(() => undefined);
  }
}
