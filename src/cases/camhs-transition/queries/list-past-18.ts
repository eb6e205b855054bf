// Everyone still open to CAMHS past 18, with the reason (TRN-02).
import { question } from '../../../engine/use-cases/question.js';
import { fullName } from '../../../kernel/full-name.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { decodeCursor, defaultLimit, pageOf, PageQuery } from '../../../engine/api/paging.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marked, MarkedPerson } from '../../../engine/person/person-marks.js';
import { bridgingOn, caseColumns, caseTables, labelOf, openToCamhs, statesOn, type CaseRow } from './cases.js';
import { past18On } from './past-18-on.js';
import { BridgingView, Past18View } from './views.js';
import { visibleTo } from '../../../engine/person/visible-to.js';

export class Past18Line extends MarkedPerson {
  @ApiProperty() id: string;
  @ApiProperty() personId: string;
  @ApiProperty() name: string;
  @ApiProperty() team: string;
  @ApiProperty({ required: false }) destination?: string;
  @ApiProperty({ required: false, type: Past18View }) past18?: Past18View;
  @ApiProperty({ required: false, type: BridgingView }) bridging?: BridgingView;
}

export class Past18Page {
  @ApiProperty({ description: 'How many there are in all' }) count: number;
  @ApiProperty({ description: 'Days of the longest' }) longestDays: number;
  @ApiProperty({ type: [Past18Line] }) items: readonly Past18Line[];
  @ApiProperty({ required: false }) next?: string;
}

export const listPast18 = question({
  name: 'ListPast18',
  get: 'api/v1/transitions/past-18',
  section: 'Transitions',
  tells: 'Everyone still open to CAMHS past 18, the longest first',
  rules: ['TRN-02', 'TRN-B2.8'],
  who: {
    roles: ['system', 'camhs-clinician', 'manager', 'auditor'],
    because: 'CAMHS answers for every case open past 18 (TRN-02).',
  },
  input: PageQuery,
  answers: Past18Page,
  uses: [ReadSide, Clock],
  answer: async ({ query: { limit = defaultLimit, cursor }, asked }, readSide, clock): Promise<Past18Page> => {
    const { actor, asOf } = asked;
    const { db } = readSide;
    const today = clock.today();
    const visible = visibleTo(actor, today);
    const where = `WHERE ${openToCamhs} AND c.gate_18 <= ? AND ${visible.sql}`;
    const values = [asOf, asOf, asOf, ...visible.values];
    const total = db.get<{ count: number; longest: CivilDate | null }>(
      `SELECT count(*) AS count, min(c.gate_18) AS longest FROM transition_case c ${where}`,
      ...values,
    );
    const after = decodeCursor(cursor, 2) ?? ['', ''];
    const rows = db.all<CaseRow>(
      `SELECT ${caseColumns} FROM ${caseTables} ${where} AND (c.gate_18, c.id) > (?, ?) ORDER BY c.gate_18, c.id LIMIT ?`,
      ...values,
      ...after,
      limit + 1,
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.gate_18 ?? '', row.id]);
    const ids = items.map(({ id }) => id);
    const states = statesOn(db, ids, asOf);
    const lines = items.map((row) => ({
      id: row.id,
      personId: row.person_id,
      name: fullName(row),
      team: row.team,
      destination: labelOf(states.get(row.id)?.chosen?.destination),
      past18: past18On(db, row.id, row.gate_18, asOf),
      bridging: bridgingOn(row, asOf),
    }));
    return Promise.resolve({
      count: total?.count ?? 0,
      longestDays: total?.longest ? daysBetween(total.longest, asOf) : 0,
      items: marked(db, lines, asked, today),
      next,
    });
  },
  shows: everyoneIn,
});
