// What is watched while Onward runs, and the one way to watch it: around the work. Kinds and names only, never a person or a case.

/** Every name here is one of the code's own: their number is bounded, and none of them comes from a request. */
export type Doing =
  | { readonly kind: 'command'; readonly name: string; readonly correlationId: string }
  | { readonly kind: 'query'; readonly name: string }
  | { readonly kind: 'append'; readonly category: string; readonly events: number; readonly correlationId: string }
  /** What a process manager or the timers do of their own accord; `by` is the name under which they act. */
  | { readonly kind: 'effect'; readonly by: string; readonly correlationId: string };

export abstract class Watcher {
  /** Does the work and answers what it answers, or throws what it throws. */
  abstract around<T>(doing: Doing, work: () => Promise<T>): Promise<T>;
}

/** Where nothing is configured: the work is done, and that is all. */
export const unwatched: Watcher = { around: (_, work) => work() };

/** Several, the first of them outermost. */
export const together = (watchers: readonly Watcher[]): Watcher =>
  watchers.reduceRight(
    (inner, outer) =>
      inner === unwatched ? outer : { around: (doing, work) => outer.around(doing, () => inner.around(doing, work)) },
    unwatched,
  );
