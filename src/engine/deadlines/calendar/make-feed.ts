// Makes the address of one's own calendar; an older one stops opening it.
import { useCase } from '../../use-cases/use-case.js';
import { ApiProperty } from '../../api/api-property.js';
import { CommandRunner } from '../../commands/command-runner.js';
import { paths } from '../../web/paths.js';
import { feedIdOf, hashFeedToken, newFeedToken, opens } from './feed-address.js';
import { calendarFeed, whoeverHoldsCases } from './feed-case.js';

export class MadeFeed {
  @ApiProperty({
    required: false,
    description: 'Path of the calendar. Told once, in this answer; the same request again does not tell it',
  })
  path?: string;
}

export const makeCalendarFeed = useCase({
  name: 'MakeCalendarFeed',
  post: 'api/v1/calendar-feed',
  section: 'Calendar',
  does: 'Make the address of your calendar; an older one stops',
  rules: [],
  who: whoeverHoldsCases,
  answers: MadeFeed,
  page: paths.calendar.mine.pattern,
  uses: [CommandRunner],
  handle: async ({ today: on, context }, runner): Promise<MadeFeed> => {
    const actorId = context.actor.id;
    const [feedId, token] = [feedIdOf(actorId), newFeedToken()];
    const command = { type: 'Make', on, actorId, tokenHash: hashFeedToken(token) } as const;
    await runner.run(calendarFeed, feedId, command, context);
    // The same form sent twice made one address, the first one's.
    const { state } = await runner.journal.load(calendarFeed, feedId);
    const mine = state.open !== undefined && opens(token, state.open.tokenHash);
    return mine ? { path: paths.calendar.feed({ feedId, token: `${token}.ics` }) } : {};
  },
});
