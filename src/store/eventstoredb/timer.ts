// A timer of our own for every call: the client enforces none for reads and subscriptions.
import { NoAnswer } from './errors.js';

export interface Patience {
  /** Something came: begin to count anew. */
  touch(): void;
  /** Told when the patience is over, so that the work can let go of what it holds. */
  onSilence(tell: (error: NoAnswer) => void): void;
}

/** Error: `NoAnswer` when nothing came for so many milliseconds. What the work answers later is ignored. */
export function within<T>(milliseconds: number, work: (patience: Patience) => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let over = false;
    let tellWork: (error: NoAnswer) => void = () => undefined;
    const silence = () => {
      over = true;
      const error = new NoAnswer();
      tellWork(error);
      reject(error);
    };
    const touch = () => {
      clearTimeout(timer);
      if (!over) timer = setTimeout(silence, milliseconds);
    };
    const done = () => {
      over = true;
      clearTimeout(timer);
    };
    touch();
    work({ touch, onSilence: (tell) => (tellWork = tell) })
      .finally(done)
      .then(resolve, reject);
  });
}
