// The SEND worklist as a CSV, under the same filters as the page: every row, the day asked for beside each.
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../../engine/api/api-routes.js';
import { forecastNote } from '../../../engine/api/asked-day.js';
import { csvLine } from '../../../engine/api/csv-line.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { PageReply } from '../../../engine/web/http.js';
import { paths } from '../paths.js';
import { statusTag } from '../../../engine/web/present/deadline.js';
import { markCells, markHeads } from '../../../engine/web/present/person-marks.js';
import { words } from '../../../engine/web/present/words.js';
import { schoolWords } from '../../../engine/schools/school-words.js';
import { readQuery, withoutBlanks } from '../../../engine/web/read-query.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import type { ReviewWorklistRow } from '../queries/review-worklist-rows.js';
import { getReviewWorklist } from '../queries/review-worklist.js';
import { ReviewWorklistQuery } from '../queries/review-worklist-query.js';
import { placementWords } from './placement-words.js';
import { yearWords } from './worklist-row.js';

const heads = ['Name', 'Due', 'Status', 'In words', 'Days late', 'Step', 'Of', 'Rule', 'Force'] as const;
const moreHeads = ['Year group', 'Placement', 'School', 'URN', 'Officer', ...markHeads, 'As of', 'Forecast'] as const;

/** Without days where nobody is late: what is not due, not known, or can no longer be done. */
const daysLate = ({ daysLate: late }: ReviewWorklistRow): string =>
  late !== undefined && late > 0 ? String(late) : '';

const cellsOf = (row: ReviewWorklistRow, asOf: CivilDate, today: CivilDate): string[] => [
  ...[row.person, row.dueOn, row.status, statusTag(row, asOf).text, daysLate(row)],
  ...[row.title, row.subject, row.rule, words(row.force)],
  row.yearGroup === null ? '' : yearWords(row.yearGroup),
  row.placement === null ? '' : placementWords({ ...row.placed, kind: row.placement }),
  row.placed === null ? '' : (schoolWords(row.placed) ?? ''),
  ...[row.school, row.officer].map((value) => value ?? ''),
  ...markCells(row),
  asOf,
  forecastNote(asOf, today),
];

/** Answers a file and no page, so it stands outside the frame. */
@ApiExcludeController()
@Controller()
export class ReviewWorklistFile {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.ehc.worklistFile.pattern)
  async file(
    @VisitOf() { asked, today }: Visit,
    @Query() raw: Readonly<Record<string, unknown>>,
    @Res({ passthrough: true }) reply: PageReply,
  ): Promise<string> {
    const query = await readQuery(ReviewWorklistQuery, withoutBlanks(raw).given);
    const lines = [csvLine([...heads, ...moreHeads])];
    let cursor: string | undefined;
    do {
      const found = await this.dispatcher.ask(getReviewWorklist.of({}, { ...query, limit: 500, cursor }, asked));
      lines.push(...found.items.map((row) => csvLine(cellsOf(row, asked.asOf, today))));
      cursor = found.next;
    } while (cursor !== undefined);
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="onward-send-worklist-${asked.asOf}.csv"`)
      .header('cache-control', 'no-store');
    return `\ufeff${lines.join('')}`;
  }
}
