// The private calendar of one person who works here: one address at a time, made and revoked.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CaseType } from '../../../kernel/decider.js';
import { refuse } from '../../../kernel/errors.js';
import { calendarEvents, type CalendarEvent, type CalendarFact } from './feed-events.js';

export type CalendarCommand =
  | { readonly type: 'Make'; readonly on: CivilDate; readonly actorId: string; readonly tokenHash: string }
  | { readonly type: 'Revoke'; readonly on: CivilDate };

export const whoeverHoldsCases = {
  roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
  because: 'Whoever holds cases may have what is due in their own calendar, without names.',
};

export interface CalendarFeed {
  /** Set while there is an address that opens it. */
  readonly open?: { readonly actorId: string; readonly tokenHash: string; readonly madeAt: string };
}

export const calendarFeed: CaseType<CalendarCommand, CalendarFeed, CalendarFact> = {
  category: 'calendarFeed',
  noun: 'calendar',
  events: calendarEvents,
  initial: {},
  decide(command, { open }) {
    if (command.type === 'Make') {
      const { on, actorId, tokenHash } = command;
      // An address that was open stops with it: there is one at a time.
      return [calendarEvents.made.fact(on, { actorId, tokenHash })];
    }
    if (!open)
      throw refuse('REC-20', 'There is no address of your calendar to revoke.', { help: 'It may be revoked already.' });
    return [calendarEvents.revoked.fact(command.on, {})];
  },
  evolve(_, event: CalendarEvent): CalendarFeed {
    return event.type === 'CalendarFeedMade' ? { open: { ...event.data, madeAt: event.recordedAt } } : {};
  },
  subjectOf: () => undefined,
};
