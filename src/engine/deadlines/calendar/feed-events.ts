// What is recorded of a private calendar: that its address was made or revoked, and for whom. Never the address, only its hash.
import { defineEvent, field, type FactOf, type PastEventOf } from '../../../kernel/events.js';

export const calendarEvents = {
  made: defineEvent('CalendarFeedMade', {
    actorId: field.account(),
    /** SHA-256 of the secret part of the address, in hex. */
    tokenHash: field.digest(),
  }),
  revoked: defineEvent('CalendarFeedRevoked', {}),
};

export type CalendarFact = FactOf<typeof calendarEvents>;
export type CalendarEvent = PastEventOf<typeof calendarEvents>;
