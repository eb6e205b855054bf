// Lets whoever waits for new events know that there may be some.

export class Wakeups {
  private readonly waiting = new Set<() => void>();
  private readonly listening = new Set<() => void>();
  private rung = 0;

  /** How often it rang so far: take it before looking for events, hand it to `wait`, and none is missed in between. */
  get count(): number {
    return this.rung;
  }

  ring(): void {
    this.rung++;
    for (const wake of [...this.waiting]) wake();
    for (const hear of [...this.listening]) hear();
  }

  /** Calls `hear` at every ring, until what is answered is called. */
  listen(hear: () => void): () => void {
    const own = () => hear();
    this.listening.add(own);
    return () => void this.listening.delete(own);
  }

  /** Until the next ring after `since`, the abort, or `atMost` milliseconds. */
  wait(since: number, signal: AbortSignal, atMost?: number): Promise<void> {
    if (signal.aborted || since !== this.rung) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        this.waiting.delete(done);
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = atMost === undefined ? undefined : setTimeout(done, atMost);
      this.waiting.add(done);
      signal.addEventListener('abort', done, { once: true });
    });
  }
}
