// The closed catalogue of everything that Onward refuses, each with words for a person.

/** Every kind of error there is. A new kind goes here first; the API's status table then fails to compile until it has a place. */
export type ErrorType =
  | 'not-signed-in'
  | 'too-many-attempts'
  | 'not-permitted'
  | 'not-found'
  | 'invalid-input'
  | 'refused-by-rule'
  | 'changed-by-someone-else'
  | 'already-exists'
  | 'command-id-reused'
  | 'event-id-reused'
  | 'file-refused'
  | 'unknown-event'
  | 'damaged-history'
  | 'cannot-be-reckoned'
  | 'personal-data-destroyed'
  | 'store-unavailable'
  | 'not-caught-up';

/** One field that is wrong: where, and what is wrong with it. Never carries the value of a personal field. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

export interface ErrorParts {
  /** What was wrong, as one sentence without personal data. */
  readonly detail: string;
  /** What the reader can do about it. */
  readonly help?: string;
  /** The rule that says so, by its ID (for example `TRN-01`). */
  readonly rule?: string;
  readonly fields?: readonly FieldProblem[];
  /** Further plain values for machines: expected and actual revision, the paused projection, and the like. */
  readonly more?: Readonly<Record<string, string | number | null>>;
}

/** An error of the catalogue. Anything else that is thrown is a defect, not an answer. */
export class OnwardError extends Error {
  constructor(
    readonly type: ErrorType,
    readonly parts: ErrorParts,
  ) {
    super(parts.detail);
    this.name = 'OnwardError';
  }
}

/** A rule says no. */
export const refuse = (rule: string, detail: string, extra: Omit<ErrorParts, 'detail' | 'rule'> = {}): OnwardError =>
  new OnwardError('refused-by-rule', { rule, detail, ...extra });

/** One field of a command is wrong. */
export const invalid = (field: string, problem: string, rule?: string): OnwardError =>
  new OnwardError('invalid-input', { detail: `${field}: ${problem}`, fields: [{ field, problem }], rule });

/** There is nothing by that id. `what` is a word of the field: young person, EHC plan, review cycle. */
export const notFound = (what: string, id: string): OnwardError =>
  new OnwardError('not-found', { detail: `There is no ${what} with the id ${id}.` });

/** Someone else changed the case first: tells the expected and the actual revision of the stream. */
export const conflict = (stream: string, expected: number | string, actual: number | 'no_stream'): OnwardError =>
  new OnwardError('changed-by-someone-else', {
    detail: `The case was changed by someone else: revision ${expected} was expected, ${actual} was found.`,
    help: 'Look at what changed, then record your change again.',
    more: { stream, expected, actual },
  });

export const isOnwardError = (error: unknown, type?: ErrorType): error is OnwardError =>
  error instanceof OnwardError && (type === undefined || error.type === type);

/** `problem` without a full stop. */
export const notKnown = (problem: string): OnwardError =>
  new OnwardError('store-unavailable', {
    detail: `${problem}, so it is not known whether this was recorded.`,
    help: 'Send exactly the same again, from the same page (or with the same Idempotency-Key): what is there already is found, nothing is recorded twice.',
    more: { recorded: 'not known' },
  });

/** Whether it was recorded is not known: the store was asked and did not answer. The same again tells. */
export const isUnclear = (error: unknown): boolean =>
  isOnwardError(error, 'store-unavailable') && error.parts.more?.['recorded'] === 'not known';

/** The store failed before anything was sent to it: whoever recorded is told that it was not. Any other error stays as it is. */
export function notRecorded(error: unknown): unknown {
  if (!isOnwardError(error, 'store-unavailable') || error.parts.more?.['recorded'] !== undefined) return error;
  const { detail, more } = error.parts;
  return new OnwardError('store-unavailable', {
    ...error.parts,
    detail: `${detail} It was not recorded.`,
    more: { ...more, recorded: 'no' },
  });
}
