// Whether there is an address of one's own calendar, and since when. The address itself is known to nobody but whoever made it.
import { question } from '../../use-cases/question.js';
import { ApiProperty } from '../../api/api-property.js';
import { Journal } from '../../../store/journal.js';
import { noOne } from '../../access/shows.js';
import { feedIdOf } from './feed-address.js';
import { calendarFeed, whoeverHoldsCases } from './feed-case.js';

export class OwnFeed {
  @ApiProperty() open: boolean;
  @ApiProperty({ required: false, description: 'When the address in use was made (UTC)' }) madeAt?: string;
}

export const getCalendarFeed = question({
  name: 'GetCalendarFeed',
  get: 'api/v1/calendar-feed',
  section: 'Calendar',
  tells: 'Whether there is an address of your calendar',
  rules: [],
  who: whoeverHoldsCases,
  answers: OwnFeed,
  uses: [Journal],
  answer: async ({ asked }, journal): Promise<OwnFeed> => {
    const { state } = await journal.load(calendarFeed, feedIdOf(asked.actor.id));
    return { open: state.open !== undefined, madeAt: state.open?.madeAt };
  },
  shows: noOne,
});
