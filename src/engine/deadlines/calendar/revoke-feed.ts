// Revokes the address of one's own calendar: from now on it opens nothing.
import { useCase } from '../../use-cases/use-case.js';
import { CommandRunner, type CommandResult } from '../../commands/command-runner.js';
import { paths } from '../../web/paths.js';
import { feedIdOf } from './feed-address.js';
import { calendarFeed, whoeverHoldsCases } from './feed-case.js';

export const revokeCalendarFeed = useCase({
  name: 'RevokeCalendarFeed',
  post: 'api/v1/calendar-feed/revocation',
  section: 'Calendar',
  does: 'Revoke the address of your calendar',
  rules: [],
  who: whoeverHoldsCases,
  page: paths.calendar.mine.pattern,
  uses: [CommandRunner],
  handle: ({ today: on, context }, runner): Promise<CommandResult> =>
    runner.run(calendarFeed, feedIdOf(context.actor.id), { type: 'Revoke', on }, context),
});
