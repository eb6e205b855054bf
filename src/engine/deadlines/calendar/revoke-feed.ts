// Revokes the address of one's own calendar: from now on it opens nothing.
import { useCase } from '../../use-cases/use-case.js';
import { CommandRunner, type CommandResult } from '../../commands/command-runner.js';
import { feedIdOf } from './feed-address.js';
import { calendarFeed } from './feed-case.js';

export const revokeCalendarFeed = useCase({
  name: 'RevokeCalendarFeed',
  post: 'api/v1/calendar-feed/revocation',
  section: 'Calendar',
  does: 'Revoke the address of your calendar',
  rules: [],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because: 'Whoever holds cases may have what is due in their own calendar, without names.',
  },
  uses: [CommandRunner],
  handle: ({ today: on, context }, runner): Promise<CommandResult> =>
    runner.run(calendarFeed, feedIdOf(context.actor.id), { type: 'Revoke', on }, context),
});
