// Reviews that are overdue, by step: query, handler and route (R5, R7).
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { decodeCursor, defaultLimit, pageOf, type Page } from '../../../engine/api/paging.js';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marked } from '../../../engine/person/person-marks.js';
import { OverdueReviewsQuery } from './overdue-filter.js';
import { overdueReviews, type Place } from './overdue-rows.js';
import { OverdueReviewsPage, type OverdueReview } from './overdue-view.js';

export class AskOverdueReviews extends OnwardQuery<Page<OverdueReview>> {
  readonly shows = everyoneIn;

  constructor(
    readonly query: OverdueReviewsQuery,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(AskOverdueReviews)
export class AskOverdueReviewsHandler implements IQueryHandler<AskOverdueReviews> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
  ) {}

  execute({ query, asked }: AskOverdueReviews): Promise<Page<OverdueReview>> {
    const limit = query.limit ?? defaultLimit;
    const after = decodeCursor(query.cursor, 4)?.map(String) as Place | undefined;
    const { db } = this.readSide;
    const today = this.clock.today();
    const found = overdueReviews(db, asked.asOf, today, query, limit + 1, after);
    const page = pageOf(found, limit, ({ place }) => place);
    const reviews = page.items.map(({ review }) => review);
    return Promise.resolve({ items: marked(db, reviews, asked, today), next: page.next });
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans/overdue-reviews')
export class AskOverdueReviewsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Reviews that are overdue, the oldest first', OverdueReviewsPage, [
    'EHC-01',
    'EHC-22',
    'EHC-24',
    'EHC-27',
  ])
  get(@Query() query: OverdueReviewsQuery, @AskedBy() asked: Asked): Promise<Page<OverdueReview>> {
    return this.dispatcher.ask(new AskOverdueReviews(query, asked));
  }
}
