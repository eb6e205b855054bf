// Whether there is an address of one's own calendar, and since when. The address itself is known to nobody but whoever made it.
import { Controller, Get } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { Journal } from '../../../store/journal.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../access/messages.js';
import { noOne } from '../../access/shows.js';
import { feedIdOf } from './feed-address.js';
import { calendarFeed } from './feed-case.js';

export class OwnFeed {
  @ApiProperty() open: boolean;
  @ApiProperty({ required: false, description: 'When the address in use was made (UTC)' }) madeAt?: string;
}

export class GetCalendarFeed extends OnwardQuery<OwnFeed> {
  readonly shows = noOne;

  constructor(asked: Asked) {
    super(asked);
  }
}

@QueryHandler(GetCalendarFeed)
export class GetCalendarFeedHandler implements IQueryHandler<GetCalendarFeed> {
  constructor(private readonly journal: Journal) {}

  async execute({ asked }: GetCalendarFeed): Promise<OwnFeed> {
    const { state } = await this.journal.load(calendarFeed, feedIdOf(asked.actor.id));
    return { open: state.open !== undefined, madeAt: state.open?.madeAt };
  }
}

@ApiTags('Calendar')
@Controller('api/v1/calendar-feed')
export class GetCalendarFeedController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Whether there is an address of your calendar', OwnFeed)
  get(@AskedBy() asked: Asked): Promise<OwnFeed> {
    return this.dispatcher.ask(new GetCalendarFeed(asked));
  }
}
