// What is on its way to the adult side, for those who may know of it (TRN-01, TRN-44).
import { question } from '../../../engine/use-cases/question.js';
import { fullName } from '../../../kernel/full-name.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../../engine/api/paging.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { marked, MarkedPerson } from '../../../engine/person/person-marks.js';
import { receiverOf } from '../domain/guards.js';
import { bridgingOn, byThen, caseColumns, caseTables, labelOf, statesOn, type CaseRow } from './cases.js';
import type { Transition } from '../domain/state.js';
import { BridgingView } from './views.js';
import { visibleTo } from '../../../engine/person/visible-to.js';

export class HandOverQuery extends PageQuery {
  @ApiProperty({ required: false, description: 'Of one young person' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  personId?: string;
}

export class HandOverLine extends MarkedPerson {
  @ApiProperty() id: string;
  @ApiProperty() personId: string;
  @ApiProperty() name: string;
  @ApiProperty({ required: false }) destination?: string;
  @ApiProperty({ required: false }) acceptedOn?: string;
  @ApiProperty({ required: false }) openedOn?: string;
  @ApiProperty({ required: false }) metOn?: string;
  @ApiProperty({ required: false }) closedOn?: string;
  @ApiProperty() itemsOffered: number;
  @ApiProperty() itemsAccepted: number;
  @ApiProperty() itemsReturned: number;
  @ApiProperty({ required: false, type: BridgingView }) bridging?: BridgingView;
}

export class HandOverPage {
  @ApiProperty({ type: [HandOverLine] }) items: HandOverLine[];
  @ApiProperty({ required: false }) next?: string;
}

/** Nothing is asked of anybody for somebody who is said to have died, until that is confirmed or put right (REC-11). */
const held = (line: HandOverLine): HandOverLine => (line.saidToHaveDied ? { ...line, bridging: undefined } : line);

/** Nothing for a case that was on its way by then and, after a refusal, had nowhere to go on that day. */
export function handOverLines(db: Statements, rows: readonly CaseRow[], asOf: CivilDate): HandOverLine[] {
  const ids = rows.map(({ id }) => id);
  const states = statesOn(db, ids, asOf);
  return rows.flatMap((row) => lineOf(row, states.get(row.id), asOf));
}

function lineOf(row: CaseRow, state: Transition | undefined, asOf: CivilDate): HandOverLine[] {
  const to = state && (state.chosen?.destination ?? receiverOf(state));
  if (!state?.opened || to === undefined) return [];
  const itemsWith = (status: string) => Object.values(state.items).filter((item) => item.status === status).length;
  return [
    {
      id: row.id,
      personId: row.person_id,
      name: fullName(row),
      destination: labelOf(to),
      acceptedOn: byThen(row.accepted_on, asOf),
      openedOn: byThen(row.adult_opened_on, asOf),
      metOn: byThen(row.adult_met_on, asOf),
      closedOn: byThen(row.closed_on, asOf),
      itemsOffered: itemsWith('offered'),
      itemsAccepted: itemsWith('accepted'),
      itemsReturned: itemsWith('returned'),
      bridging: bridgingOn(row, asOf),
    },
  ];
}

export const listHandOvers = question({
  name: 'ListHandOvers',
  get: 'api/v1/transitions/hand-overs',
  section: 'Transitions',
  tells: 'Hand-overs to adult services, the next 18th birthday first',
  rules: ['TRN-01', 'TRN-44', 'TRN-B3.3'],
  who: {
    roles: ['system', 'camhs-clinician', 'adult-clinician', 'manager', 'auditor'],
    because: 'Adult services see what comes to them, with consent or once it is theirs (TRN-44).',
  },
  input: HandOverQuery,
  answers: HandOverPage,
  uses: [ReadSide, Clock],
  answer: async (
    { query: { limit = defaultLimit, cursor, personId }, asked },
    readSide,
    clock,
  ): Promise<Page<HandOverLine>> => {
    const { actor, asOf } = asked;
    const today = clock.today();
    const visible = visibleTo(actor, today);
    const after = decodeCursor(cursor, 2) ?? ['', ''];
    const { db } = readSide;
    const rows = db.all<CaseRow>(
      `SELECT ${caseColumns} FROM ${caseTables} WHERE c.opened_on <= ? AND c.onward_from <= ?
         AND (p.died_on IS NULL OR p.died_on > ?) AND ${visible.sql} AND c.person_id = coalesce(?, c.person_id)
         AND (coalesce(c.gate_18, ''), c.id) > (?, ?) ORDER BY coalesce(c.gate_18, ''), c.id LIMIT ?`,
      asOf,
      asOf,
      asOf,
      ...visible.values,
      personId ?? null,
      ...after,
      limit + 1,
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.gate_18 ?? '', row.id]);
    return Promise.resolve({ items: marked(db, handOverLines(db, items, asOf), asked, today).map(held), next });
  },
  shows: everyoneIn,
});
