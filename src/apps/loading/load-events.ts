// What is recorded of a load itself: which file (by its hash), about what, and what came of it.
import { defineEvent, field, type FactOf, type PastEventOf } from '../../kernel/events.js';

export const fileKinds = ['sen2', 'camhs', 'waiting', 'readiness'] as const;
export type LoadedFileKind = (typeof fileKinds)[number];

const counts = {
  loaded: field.whole(),
  changed: field.whole(),
  unchanged: field.whole(),
  refused: field.whole(),
};

export const loadEvents = {
  started: defineEvent('LoadStarted', {
    file: field.digest(),
    kind: field.code(fileKinds),
    /** For a SEN2 return: the authority that made it, and its census day. */
    authority: field.optional(field.digits(3)),
    referenceDate: field.optional(field.date()),
  }),
  /** A load without this was interrupted: loading the same file again goes on. */
  finished: defineEvent('LoadFinished', counts),
};

export type LoadFact = FactOf<typeof loadEvents>;
export type LoadEvent = PastEventOf<typeof loadEvents>;
