// Something of a row that was taken, but that somebody should look at.
import type { Problem } from '../files/index.js';

export interface Oddity {
  readonly field?: string;
  readonly message: string;
}

export const reported = (line: number, { field, message }: Oddity): Problem => ({
  line,
  field,
  code: 'out-of-range',
  severity: 'reported',
  message,
});
