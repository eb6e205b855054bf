// The one place where Onward reads the time.
import { londonDate } from './calendar/london.js';
import type { CivilDate } from './calendar/civil-date.js';

export abstract class Clock {
  /** UTC instant, ISO 8601 with milliseconds. */
  abstract now(): string;

  /** Today's civil date in London (CAL-01). */
  today(): CivilDate {
    return londonDate(this.now());
  }
}

export class SystemClock extends Clock {
  now(): string {
    return new Date().toISOString();
  }
}

/** Stands still until told otherwise: for tests, demo data and documented scripts. */
export class FixedClock extends Clock {
  constructor(private instant: string) {
    super();
  }

  now(): string {
    return this.instant;
  }

  set(instant: string): void {
    this.instant = instant;
  }
}

/** This moment in milliseconds since 1970, with fractions: for traces, which a jump of the clock must not tear. */
export const traceMoment = (): number => performance.timeOrigin + performance.now();

/** Starts to measure; answers how many seconds have passed since. */
export function stopwatch(): () => number {
  const began = performance.now();
  return () => (performance.now() - began) / 1000;
}
