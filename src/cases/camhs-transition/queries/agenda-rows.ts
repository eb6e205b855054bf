// Which cases stand on a page of the agenda of an interface meeting: by name those with consent, then the others, a page however many there are.
import { latest, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Statements, Value } from '../../../engine/processing/statements.js';
import { discussWithAdultServices } from '../../../engine/person/domain/events.js';
import { caseColumns, casesBy, openToCamhs, type CaseRow } from './cases.js';
import { openNow } from './register-stretches.js';
import { consented } from '../../../engine/person/visible-to.js';

export interface Meeting {
  readonly on: CivilDate;
  readonly today: CivilDate;
  readonly recipient: string;
  readonly team?: string;
}

/**
 * Among those with a name: the last discussion, the 18th birthday, the id. Among those without: the lot, which tells nothing, and how many
 * stood before. Whoever reads a page reads this in its address, so it never holds the number of a case without a name (TRN-44).
 */
export type AgendaPlace = readonly ['named', string, string, string] | readonly ['others', string, number, ''];

export interface AgendaRow extends CaseRow {
  readonly named: boolean;
}

interface Found extends CaseRow {
  readonly last_discussed_on: string;
  readonly lot: string;
}

export interface AgendaRows {
  readonly rows: readonly AgendaRow[];
  readonly anonymousBefore: number;
  readonly next?: AgendaPlace;
}

export function agendaRows(db: Statements, meeting: Meeting, limit: number, place?: AgendaPlace): AgendaRows {
  const named = place?.[0] === 'others' ? [] : rowsOf(db, meeting, 'named', limit + 1, place?.slice(1));
  const rows = named.slice(0, limit).map((row) => ({ ...row, named: true }));
  const last = rows[rows.length - 1];
  if (named.length > limit && last)
    return { rows, anonymousBefore: 0, next: ['named', last.last_discussed_on, last.gate_18 ?? '', last.id] };
  const left = limit - rows.length;
  const [after, before] = place?.[0] === 'others' ? [place[1], place[2]] : ['', 0];
  const others = rowsOf(db, meeting, 'others', left + 1, after === '' ? undefined : [after]);
  const shown = others.slice(0, left).map((row) => ({ ...row, named: false }));
  return {
    rows: [...rows, ...shown],
    anonymousBefore: before,
    next: others.length > left ? ['others', shown[shown.length - 1]?.lot ?? '', before + shown.length, ''] : undefined,
  };
}

/** Whoever was discussed longest ago comes first, then by the 18th birthday; those without a name by lot. */
const orders = {
  named: { by: 'c.last_discussed_on, c.gate_18, c.id', places: '(?, ?, ?)', index: 'transition_case_discussed' },
  others: { by: 'c.lot', places: '(?)', index: 'transition_case_lot' },
} as const;

/** Everyone open to CAMHS whose 17th birthday has come by then: also who is accepted and still waits for an adult worker. */
function rowsOf(
  db: Statements,
  { on, today, recipient, team }: Meeting,
  which: keyof typeof orders,
  limit: number,
  after: readonly Value[] | undefined,
): Found[] {
  const { by, places, index } = orders[which];
  const isNow = on >= today;
  // Consent must hold on the day of the meeting, and must not have been withdrawn since (TRN-43).
  const days: CivilDate[] = [...new Set([on, latest(on, today)])];
  const consents = days.map((day) => consented(discussWithAdultServices, recipient, day));
  const agreed = consents.map(({ sql }) => sql).join(' AND ');
  return db.all<Found>(
    `SELECT ${caseColumns}, c.last_discussed_on, c.lot FROM ${casesBy(isNow ? index : undefined)}
     WHERE ${isNow ? openNow : openToCamhs} AND c.gate_17 <= ? AND ${which === 'named' ? '' : 'NOT '}(${agreed})
       ${team === undefined ? '' : 'AND c.team = ?'} ${after ? `AND (${by}) > ${places}` : ''} ORDER BY ${by} LIMIT ?`,
    ...(isNow ? [on] : [on, on]),
    on,
    ...consents.flatMap(({ values }) => values),
    ...(team === undefined ? [] : [team]),
    ...(after ?? []),
    limit,
  );
}
