// Everybody in the first six months after the transfer, the earliest transfer first (TRN-24, TRN-27).
import { question } from '../../../engine/use-cases/question.js';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../../engine/api/paging.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marked } from '../../../engine/person/person-marks.js';
import { caseColumns, caseTables, type CaseRow } from './cases.js';
import { stillOwed } from './owed-after-transfer.js';
import { FirstMonthsPage, type FirstMonthsLine } from './hand-over-views.js';
import { coverKey, firstMonths } from './view-hand-over.js';
import { visibleTo } from '../../../engine/person/visible-to.js';

const transferredOn = 'min(c.adult_opened_on, c.handed_over_on)';

/** They stay on the list, but nothing is owed while one record says that they died (REC-11). */
const held = (line: FirstMonthsLine): FirstMonthsLine => (line.saidToHaveDied ? { ...line, owed: [] } : line);

export const listFirstMonths = question({
  name: 'ListFirstMonths',
  get: 'api/v1/transitions/first-months',
  section: 'Transitions',
  tells: 'The first six months after the transfer, the earliest transfer first',
  rules: ['TRN-24', 'TRN-27', 'TRN-A4.5'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician', 'manager', 'auditor'],
    because: 'Both services follow up after the transfer; adult services once the case is theirs (TRN-27, TRN-44).',
  },
  input: PageQuery,
  answers: FirstMonthsPage,
  uses: [ReadSide, Clock],
  answer: async ({ query, asked }, readSide, clock): Promise<Page<FirstMonthsLine>> => {
    const { actor, asOf } = asked;
    const { limit = defaultLimit, cursor } = query;
    const { db } = readSide;
    const today = clock.today();
    const visible = visibleTo(actor, today);
    // Who has no last day on record stays in the list, and so does who is still owed something: nobody drops out by the calendar.
    const rows = db.all<CaseRow & { transferred_on: string }>(
      `SELECT ${caseColumns}, ${transferredOn} AS transferred_on FROM ${caseTables}
         WHERE ${transferredOn} <= ? AND (p.died_on IS NULL OR p.died_on > ?)
         AND (${stillOwed} OR NOT EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = c.id AND d.key = ? AND d.valid_from <= ? AND d.valid_to > ? AND d.due_on < ?))
         AND ${visible.sql} AND (${transferredOn}, c.id) > (?, ?) ORDER BY ${transferredOn}, c.id LIMIT ?`,
      ...[asOf, asOf, asOf, coverKey, asOf, asOf, asOf],
      ...visible.values,
      ...(decodeCursor(cursor, 2) ?? ['', '']),
      limit + 1,
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.transferred_on, row.id]);
    const lines = items.map((row) => firstMonths(db, row, asOf));
    return Promise.resolve({ items: marked(db, lines, asked, today).map(held), next });
  },
  shows: everyoneIn,
});
