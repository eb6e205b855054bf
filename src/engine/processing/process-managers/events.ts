// When a process manager began: it handles what is recorded after that, and nothing that was there before.
import { defineEvent, field } from '../../../kernel/events.js';

export const processManagerEvents = {
  introduced: defineEvent('ProcessManagerIntroduced', {
    name: field.id(),
    /** Position of the last event that it leaves alone; empty when there was none. */
    after: field.position(),
  }),
};
