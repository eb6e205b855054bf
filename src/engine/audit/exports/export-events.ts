// What is recorded of an export: whose history, how much of it, and the digest by which a bundle can be compared. About no one's personal fields.
import { defineEvent, field, type FactOf, type PastEventOf } from '../../../kernel/events.js';

export const exportEvents = {
  exported: defineEvent('HistoryExported', {
    personId: field.id(),
    records: field.whole(),
    entries: field.whole(),
    /** SHA-256 over the ends of the chains, as it stands in the bundle. */
    digest: field.digest(),
  }),
};

export type ExportFact = FactOf<typeof exportEvents>;
export type ExportEvent = PastEventOf<typeof exportEvents>;
