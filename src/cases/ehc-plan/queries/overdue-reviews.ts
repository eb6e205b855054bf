// Reviews that are overdue, by step: query, handler and route (R5, R7).
import { question } from '../../../engine/use-cases/question.js';
import { decodeCursor, defaultLimit, pageOf, type Page } from '../../../engine/api/paging.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marked } from '../../../engine/person/person-marks.js';
import { OverdueReviewsQuery } from './overdue-filter.js';
import { overdueReviews, type Place } from './overdue-rows.js';
import { OverdueReviewsPage, type OverdueReview } from './overdue-view.js';

export const askOverdueReviews = question({
  name: 'AskOverdueReviews',
  get: 'api/v1/ehc-plans/overdue-reviews',
  section: 'EHC plans',
  tells: 'Reviews that are overdue, the oldest first',
  rules: ['EHC-01', 'EHC-22', 'EHC-24', 'EHC-27'],
  who: {
    roles: ['system', 'send-caseworker', 'manager', 'auditor'],
    because: 'Those who run reviews, answer for them or audit them (R5, R7).',
  },
  input: OverdueReviewsQuery,
  answers: OverdueReviewsPage,
  uses: [ReadSide, Clock],
  answer: ({ query, asked }, readSide, clock): Promise<Page<OverdueReview>> => {
    const limit = query.limit ?? defaultLimit;
    const after = decodeCursor(query.cursor, 4)?.map(String) as Place | undefined;
    const { db } = readSide;
    const today = clock.today();
    const found = overdueReviews(db, asked.asOf, today, query, limit + 1, after);
    const page = pageOf(found, limit, ({ place }) => place);
    const reviews = page.items.map(({ review }) => review);
    return Promise.resolve({ items: marked(db, reviews, asked, today), next: page.next });
  },
  shows: everyoneIn,
});
