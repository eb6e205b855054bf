// An XML element nobody knows, while it is passed over: how deep we are in it and how many values it held.
import type { Problem } from './record.js';

const DEEPEST = 40;

export class UnreadElement {
  values = 0;
  private depth = 1;

  constructor(
    readonly table: string,
    readonly element: string,
    readonly line: number,
  ) {}

  /** False when elements stand too deep inside each other for any honest file. */
  open(): boolean {
    this.depth += 1;
    return this.depth <= DEEPEST;
  }

  /** True when the element itself has closed. */
  close(): boolean {
    this.depth -= 1;
    return this.depth === 0;
  }

  static tooDeep(line: number): Omit<Problem, 'severity'> {
    const message = `More than ${DEEPEST} elements stand inside each other here; no SEN2 return has that. Nothing from here on was read.`;
    return { line, code: 'malformed', message };
  }
}
