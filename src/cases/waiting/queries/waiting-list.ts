// Who is waiting on a census date, longest first.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { decodeCursor, defaultLimit, PageCursor, PageLimit, pageOf, type Page } from '../../../engine/api/paging.js';
import { choicesIn } from '../../../engine/settings/setting-table.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { Clock } from '../../../kernel/clock.js';
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marked } from '../../../engine/person/person-marks.js';
import type { Row } from '../../../engine/processing/statements.js';
import { bandsOn } from '../pack.js';
import { WaitFilter, runningOn, type Where } from './wait-filter.js';
import { toWaitingRow, WaitingList, type WaitingRow } from './waiting-row.js';

const asNumber = ({ value }: { value: unknown }): unknown => (value === undefined ? undefined : Number(value));

export class WaitingListAsked extends WaitFilter {
  @PageLimit() limit?: number;
  @PageCursor() cursor?: string;
  /** The days of a band (WAIT-10), both ends counted: what leads from a figure to those behind it. */
  @ApiProperty({ required: false, description: 'Waited at least so many days' })
  @IsOptional()
  @Transform(asNumber)
  @IsInt()
  @Min(0)
  @Max(20000)
  fromDays?: number;
  @ApiProperty({ required: false, description: 'Waited at most so many days' })
  @IsOptional()
  @Transform(asNumber)
  @IsInt()
  @Min(0)
  @Max(20000)
  toDays?: number;
}

const columns =
  'c.case_id AS id, c.person_id, c.pathway, c.service, c.provider, c.clock_start, c.started_by, w.urgency, w.appointment_on, ' +
  'w.first_contact_on, w.validated_on, w.last_contact_on, p.moved_on, p.given_name, p.family_name';

function startedWithin(asOf: CivilDate, { fromDays, toDays }: WaitingListAsked): Where {
  const latest = fromDays === undefined ? [] : [addDays(asOf, -fromDays)];
  const earliest = toDays === undefined ? [] : [addDays(asOf, -toDays)];
  return {
    sql: `${latest.length ? ' AND c.clock_start <= ?' : ''}${earliest.length ? ' AND c.clock_start >= ?' : ''}`,
    values: [...latest, ...earliest],
  };
}

export const askWaitingList = question({
  name: 'AskWaitingList',
  get: 'api/v1/waits',
  section: 'Waiting',
  tells: 'Who is waiting, longest first',
  rules: ['WAIT-04', 'WAIT-10', 'WAIT-40', 'WAIT-41', 'WAIT-44'],
  who: {
    roles: ['camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'The waiting-list entry: the services that see them, the manager, and the auditor',
  },
  input: WaitingListAsked,
  answers: WaitingList,
  uses: [ReadSide, Clock],
  answer: async ({ query: list, asked }, readSide, clock): Promise<Page<WaitingRow>> => {
    const { asOf } = asked;
    const { db } = readSide;
    const { limit = defaultLimit } = list;
    const place = decodeCursor(list.cursor, 2);
    const running = runningOn(asOf, list);
    const days = startedWithin(asOf, list);
    // The page first, then the join: what is not on the page is not looked up.
    const page =
      `SELECT * FROM wait_clock c WHERE ${running.sql}${days.sql}${place ? ' AND (c.clock_start, c.case_id) > (?, ?)' : ''} ` +
      'ORDER BY c.clock_start, c.case_id LIMIT ?';
    const rows = db.all(
      `SELECT ${columns} FROM (${page}) c JOIN wait_case w ON w.id = c.case_id
       LEFT JOIN young_person p ON p.id = c.person_id ORDER BY c.clock_start, c.case_id`,
      ...running.values,
      ...days.values,
      ...(place ?? []),
      limit + 1,
    );
    const bands = bandsOn(asOf, choicesIn(readSide.db));
    const placeOf = (row: Row) => [String(row['clock_start']), String(row['id'])];
    const { items, next } = pageOf(rows, limit, placeOf);
    const lines = items.map((row) => toWaitingRow(row, asOf, bands));
    return Promise.resolve({ items: marked(db, lines, asked, clock.today()), next });
  },
  shows: everyoneIn,
});
