// The SEND worklist: what is due, overdue or absent of every EHC plan, by legal risk: query, handler and route (R5, R7).
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { decodeCursor, defaultLimit, pageOf, type Page } from '../../../engine/api/paging.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marked } from '../../../engine/person/person-marks.js';
import { WorklistPage } from '../../../engine/deadlines/queries/worklist-page.js';
import { LoadedReturn, returnsLoaded } from './returns-loaded.js';
import { ReviewWorklistQuery } from './review-worklist-query.js';
import {
  countBeside,
  isFiltered,
  countedTo,
  reviewWorklistRows,
  type Place,
  type ReviewWorklistRow,
} from './review-worklist-rows.js';

export interface ReviewWorklist extends Page<ReviewWorklistRow> {
  /** With the first page of today without filters: how many steps a return does not tell of. */
  readonly notKnown?: number;
  /** Likewise: how many were late when it came to be that they can no longer be done. Never counted as work. */
  readonly missed?: number;
  /** Likewise: up to which day the loaded returns tell. */
  readonly returns?: readonly LoadedReturn[];
}

class ReviewWorklistPage extends WorklistPage {
  @ApiProperty({
    required: false,
    description: `With the first page of today, without filters: steps that a return does not tell of (\`state=not-known\`); ${countedTo} stands for as many or more`,
  })
  notKnown?: number;
  @ApiProperty({
    required: false,
    description: `With the first page of today, without filters: steps that can no longer be done (\`state=missed\`), in no other list or count; ${countedTo} stands for as many or more`,
  })
  missed?: number;
  @ApiProperty({
    required: false,
    type: [LoadedReturn],
    description:
      'With the first page: up to which day the loaded returns tell; what happened later is on no row until it is recorded here',
  })
  returns?: LoadedReturn[];
}

export const getReviewWorklist = question({
  name: 'GetReviewWorklist',
  get: 'api/v1/ehc-plans/worklist',
  section: 'EHC plans',
  tells: 'Open deadlines of EHC plans by legal risk, with year group, placement and officer',
  rules: ['R5', 'R7'],
  who: {
    roles: ['system', 'send-caseworker', 'manager', 'auditor'],
    because: 'Those who run reviews, answer for them or audit them (R5, R7).',
  },
  input: ReviewWorklistQuery,
  answers: ReviewWorklistPage,
  uses: [ReadSide, Clock],
  answer: ({ query, asked }, readSide, clock): Promise<ReviewWorklist> => {
    const { asOf } = asked;
    const limit = query.limit ?? defaultLimit;
    const after = decodeCursor(query.cursor, 5) as Place | undefined;
    const { db } = readSide;
    const today = clock.today();
    const found = reviewWorklistRows(db, asOf, today, query, limit + 1, after);
    const page = pageOf(found, limit, ({ place }) => place);
    // Under a filter, or of a day that has passed, no index ends at the bound: every step that was ever missed would be read.
    const isCounted = !after && asOf >= today && !isFiltered(query, asOf);
    const beside = (state: 'not-known' | 'missed') =>
      isCounted ? countBeside(db, asOf, today, query, state) : undefined;
    const rows = page.items.map(({ row }) => row);
    return Promise.resolve({
      items: marked(db, rows, asked, today),
      next: page.next,
      notKnown: beside('not-known'),
      missed: beside('missed'),
      returns: after ? undefined : returnsLoaded(db, asOf),
    });
  },
  shows: everyoneIn,
});
