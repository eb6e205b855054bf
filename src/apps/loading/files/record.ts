// What reading a file can say about it: where something stood, and what was wrong there.
export interface SourceLine {
  table: string;
  line: number;
}

export type ProblemCode =
  | 'unknown-column'
  | 'unknown-code'
  | 'bad-date'
  | 'missing'
  | 'bad-identifier'
  | 'duplicate-row'
  | 'orphan-row'
  | 'truncated'
  | 'malformed'
  | 'out-of-range'
  | 'unknown-element';

/** `refused`: the row or the file was not read. `reported`: it was read, and somebody should look. */
export type Severity = 'refused' | 'reported';

/** The message is a sentence for a person and never holds a name, a birth date, an identifier or another personal value. */
export interface Problem {
  line: number;
  table?: string;
  field?: string;
  code: ProblemCode;
  severity: Severity;
  /** Nothing of the file after this was read. */
  stops?: true;
  message: string;
}

export interface ProblemItem {
  kind: 'problem';
  problem: Problem;
}

export const problemItem = (problem: Problem): ProblemItem => ({ kind: 'problem', problem });
