// Who will have how many annual reviews in each of the coming weeks: the weeks by SEND officer, and those whom nobody holds (EHC-01).
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { decodeCursor, pageOf, PageQuery } from '../../../engine/api/paging.js';
import { noOne } from '../../../engine/access/shows.js';
import { addDays, addWeeks, dayOfWeek, type CivilDate } from '../../../kernel/calendar/index.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { nothingAsked } from '../../../engine/deadlines/nothing-asked.js';
import { landingOf } from '../landing-tally.js';
import { sendOfficers } from './list-officers.js';
import { stepKeys } from './overdue-filter.js';
import { heldBySql } from './review-worklist-query.js';
import { landingWeeks, LandingWeek, weeksFrom } from './reviews-landing.js';

export class OfficerLanding {
  @ApiProperty({ type: String, nullable: true, description: 'Null: nobody holds them' }) officer: string | null;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ description: 'Due before this week and not decided' }) before: number;
  @ApiProperty({ type: [LandingWeek] }) weeks: readonly LandingWeek[];
}

export class LandingByOfficer {
  @ApiProperty({ type: [OfficerLanding], description: 'In order of names' }) items: readonly OfficerLanding[];
  @ApiProperty({ type: OfficerLanding, description: 'Of children whom nobody holds' }) nobody: OfficerLanding;
  @ApiProperty({ required: false, description: 'Send it as `cursor` for the next page' }) next?: string;
}

/** As many officers as a table has room for. */
export const officersAtOnce = 12;

/**
 * Each review is counted once, with the officer who holds the child: the sum over all pages and nobody is the whole. `today` lets the usual
 * question use what is counted already; of a day that is past, the rows themselves are.
 */
export function landingByOfficer(
  db: Statements,
  asOf: CivilDate,
  today: CivilDate,
  { limit = officersAtOnce, cursor }: Pick<PageQuery, 'limit' | 'cursor'> = {},
): LandingByOfficer {
  const after = decodeCursor(cursor, 2);
  const officers = sendOfficers(db, asOf, today).filter(
    ({ id, name }) => !after || name > String(after[0]) || (name === after[0] && id > String(after[1])),
  );
  const { items, next } = pageOf(officers, limit, ({ name, id }) => [name, id]);
  const monday = addDays(asOf, 1 - dayOfWeek(asOf));
  const counted =
    asOf >= today
      ? (officer: string | null) => landingOf(db, officer, monday, addWeeks(monday, landingWeeks))
      : landingThen(db, asOf, monday);
  const of = (officer: string | null, name: string | null): OfficerLanding => {
    const { before, days } = counted(officer);
    return { officer, name, before, weeks: weeksFrom(monday, days) };
  };
  return { items: items.map(({ id, name }) => of(id, name)), nobody: of(null, null), next };
}

/** Looks at every review that was due then. */
function landingThen(db: Statements, asOf: CivilDate, monday: CivilDate) {
  const keys = stepKeys.review.map((key) => `'${key}'`).join(', ');
  const rows = db.all<{ on: CivilDate; officer: string | null; count: number }>(
    `SELECT due_on AS "on", officer, count(*) AS count FROM
      (SELECT d.due_on, ${heldBySql('d.person_id')} AS officer FROM deadline_row d WHERE d.pathway = 'ehc' AND d.key IN (${keys})
        AND d.valid_from <= ?1 AND d.valid_to > ?1 AND d.met_on > ?1 AND d.is_task = 1 AND NOT ${nothingAsked('d.person_id', '?1')})
      GROUP BY due_on, officer`,
    asOf,
  );
  return (whose: string | null) => {
    const theirs = rows.filter(({ officer }) => officer === whose);
    const late = theirs.filter(({ on }) => on < monday);
    return { before: late.reduce((sum, { count }) => sum + count, 0), days: theirs.filter(({ on }) => on >= monday) };
  };
}

export const countLandingByOfficer = question({
  name: 'CountLandingByOfficer',
  get: 'api/v1/ehc-plans/reviews-landing/by-officer',
  section: 'EHC plans',
  tells: 'Annual reviews that fall due in each of the coming 26 weeks, by SEND officer',
  rules: ['EHC-01'],
  who: {
    roles: ['system', 'send-caseworker', 'manager', 'auditor'],
    because: "Those who run reviews plan for them: counts by the officer who holds them, no child's name (EHC-01).",
  },
  input: PageQuery,
  answers: LandingByOfficer,
  uses: [ReadSide, Clock],
  answer: ({ query, asked: { asOf } }, readSide, clock): Promise<LandingByOfficer> =>
    Promise.resolve(landingByOfficer(readSide.db, asOf, clock.today(), query)),
  shows: noOne,
});
