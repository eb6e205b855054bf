// What is on its way to the adult side, for those who may know of it (TRN-01, TRN-44).
import { question } from '../../../engine/use-cases/question.js';
import { fullName } from '../../../kernel/full-name.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../../engine/api/paging.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Actor } from '../../../kernel/envelope.js';
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
  @ApiProperty({ required: false, description: 'The service that was chosen, or that has them' }) destination?: string;
  @ApiProperty({
    required: false,
    description: 'Where none is chosen: the service that was referred to, and has not refused',
  })
  referredTo?: string;
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

/** A case on its way of which nobody has chosen where to is on the list all the same: that is what is missing. */
export function handOverLines(db: Statements, rows: readonly CaseRow[], asOf: CivilDate): HandOverLine[] {
  const ids = rows.map(({ id }) => id);
  const states = statesOn(db, ids, asOf);
  return rows.flatMap((row) => lineOf(row, states.get(row.id), asOf));
}

function lineOf(row: CaseRow, state: Transition | undefined, asOf: CivilDate): HandOverLine[] {
  const to = state && (state.chosen?.destination ?? receiverOf(state));
  if (!state?.opened || (state.closed && to === undefined)) return [];
  const referral = to === undefined ? state.referrals.findLast(({ answer }) => answer !== 'refused') : undefined;
  const itemsWith = (status: string) => Object.values(state.items).filter((item) => item.status === status).length;
  return [
    {
      id: row.id,
      personId: row.person_id,
      name: fullName(row),
      destination: to && labelOf(to),
      referredTo: referral && labelOf(referral.destination),
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
    const { db } = readSide;
    const today = clock.today();
    const { items, next } = handOversOn(db, { ...asked, today }, { limit, cursor, personId });
    return Promise.resolve({ items: marked(db, items, asked, today).map(held), next });
  },
  shows: everyoneIn,
});

/** Before what stands beside a name. */
export function handOversOn(
  db: Statements,
  { actor, asOf, today }: { readonly actor: Actor; readonly asOf: CivilDate; readonly today: CivilDate },
  { limit = defaultLimit, cursor, personId }: HandOverQuery,
): Page<HandOverLine> {
  const visible = visibleTo(actor, today);
  const after = decodeCursor(cursor, 2) ?? ['', ''];
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
  return { items: handOverLines(db, items, asOf), next };
}
