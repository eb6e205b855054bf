// Every error as RFC 9457 problem details, from the closed catalogue. What is not in the catalogue is a defect: logged, never shown.
import { InvalidDate } from '../../kernel/calendar/index.js';
import { isOnwardError, OnwardError, type ErrorType } from '../../kernel/errors.js';

interface Place {
  readonly status: number;
  readonly title: string;
}

/** A new kind of error does not compile until it has its place here. */
export const places = {
  'not-signed-in': { status: 401, title: 'Not signed in' },
  'too-many-attempts': { status: 429, title: 'Too many attempts' },
  'not-permitted': { status: 403, title: 'Not permitted' },
  'not-found': { status: 404, title: 'Not found' },
  'invalid-input': { status: 400, title: 'Something in the request is wrong' },
  'refused-by-rule': { status: 422, title: 'A rule says no' },
  'changed-by-someone-else': { status: 409, title: 'Changed by someone else' },
  'already-exists': { status: 409, title: 'Already there' },
  'command-id-reused': { status: 422, title: 'Idempotency-Key used for something else' },
  'event-id-reused': { status: 409, title: 'Event id used for something else' },
  'file-refused': { status: 422, title: 'The file cannot be loaded' },
  'unknown-event': { status: 500, title: 'Unknown event type' },
  'cannot-be-reckoned': { status: 422, title: 'Something on record cannot be worked out' },
  'damaged-history': { status: 500, title: 'Damaged history' },
  'personal-data-destroyed': { status: 410, title: 'Personal data destroyed' },
  'store-unavailable': { status: 503, title: 'The store cannot be used' },
  'not-caught-up': { status: 503, title: 'Not caught up' },
} as const satisfies Record<ErrorType, Place>;

export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly help?: string;
  readonly rule?: string;
  readonly errors?: readonly { readonly field: string; readonly problem: string }[];
  readonly [extra: string]: unknown;
}

export function toProblem(error: unknown): ProblemDetails {
  if (isOnwardError(error)) return known(error);
  if (error instanceof InvalidDate) return known(impossibleOnRecord);
  return {
    type: 'urn:onward:problem:defect',
    title: 'Something went wrong in Onward',
    status: 500,
    detail: 'This is our mistake, not yours.',
    help: 'If you were recording something, look first whether it is there; then try again. If it happens again, tell whoever runs Onward the time of this answer.',
  };
}

/** Every date from outside was looked at before (REC-24): an impossible one that is met later stands on record, and its case is said to stand still. */
const impossibleOnRecord = new OnwardError('cannot-be-reckoned', {
  detail: 'Something recorded here cannot be worked out as of that day, most often because of an impossible date.',
  help: 'Look at the case as it is today, and withdraw or correct the entry that is wrong, with a reason.',
});

function known({ type, parts }: OnwardError): ProblemDetails {
  const { status, title } = places[type];
  const { detail, help, rule, fields, more } = parts;
  return { type: `urn:onward:problem:${type}`, title, status, detail, help, rule, errors: fields, ...more };
}
