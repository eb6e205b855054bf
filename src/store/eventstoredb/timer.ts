// A timer of our own for every call: the client enforces none for reads and subscriptions.
import { NoAnswer } from './errors.js';

export interface Patience {
  /** Something came. */
  touch(): void;
  /** Told when the patience is over, so that the work can let go of what it holds. */
  onSilence(tell: (error: NoAnswer) => void): void;
}

/** How long it may still be silent, in milliseconds, when something came last at that moment of `performance.now()`. */
export type Left = (touchedAt: number) => number;

/** Error: `NoAnswer` when nothing came for so long. What the work answers later is ignored. */
export function within<T>(limit: number | Left, work: (patience: Patience) => Promise<T>): Promise<T> {
  const left: Left = typeof limit === 'function' ? limit : (at) => at + limit - performance.now();
  return new Promise<T>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let over = false;
    let touchedAt = performance.now();
    let tellWork: (error: NoAnswer) => void = () => undefined;
    const wait = () => void (timer = setTimeout(look, Math.max(0, left(touchedAt))));
    // Timers come before what has arrived: a process that was busy itself first looks at its post.
    const look = () => void setImmediate(() => (over ? undefined : left(touchedAt) > 0 ? wait() : silence()));
    const silence = () => {
      over = true;
      const error = new NoAnswer();
      tellWork(error);
      reject(error);
    };
    const done = () => {
      over = true;
      clearTimeout(timer);
    };
    wait();
    work({ touch: () => void (touchedAt = performance.now()), onSilence: (tell) => (tellWork = tell) })
      .finally(done)
      .then(resolve, reject);
  });
}
