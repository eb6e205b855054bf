// The rows of the register: which gate comes next is reckoned from the stored gates, so one statement answers for any date.
import { choicesIn } from '../../../engine/settings/setting-table.js';
import { fullName } from '../../../kernel/full-name.js';
import { daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Asked } from '../../../engine/access/messages.js';
import type { Statements, Value } from '../../../engine/processing/statements.js';
import { needsFallback } from '../domain/guards.js';
import { unansweredReferrals } from '../domain/referrals.js';
import {
  bridgingOn,
  caseColumns,
  casesBy,
  caseTables,
  labelOf,
  openToCamhs,
  wholeCases,
  type CaseRow,
  type WholeCase,
} from './cases.js';
import { past18On } from './past-18-on.js';
import { protocolOn, type ProtocolOn } from './protocol-on.js';
import type { TransitionLine, UnansweredReferral } from './register-line.js';
import { openNow, stretchesOn, type Stretch } from './register-stretches.js';
import { visibleTo } from '../../../engine/person/visible-to.js';

export const nextGates = ['y9', '14', '17', '17-6', '18', 'past-18', 'not-known'] as const;

export interface RegisterRow extends CaseRow {
  readonly next_gate: string;
  readonly next_on: string;
}

interface Wanted {
  readonly gate?: string;
  readonly team?: string;
  /** Named worker of the person on that day. */
  readonly worker?: string;
  /** Referred after 17 years and 6 months (TRN-03). */
  readonly late?: boolean;
  readonly after?: readonly (string | number)[];
  readonly limit: number;
  readonly today: CivilDate;
}

/** Year 9 and 14 are gates for those with SEND or a long-term need only (AMB-07). Past 18 comes first, the longest first. */
const nextGate = (then: (gate: string, column: string) => string, otherwise: string): string =>
  'CASE ' +
  `WHEN c.send = 1 AND c.gate_y9 > d.day THEN ${then('y9', 'c.gate_y9')} ` +
  `WHEN c.send = 1 AND c.gate_14 > d.day THEN ${then('14', 'c.gate_14')} ` +
  `WHEN c.gate_17 > d.day THEN ${then('17', 'c.gate_17')} ` +
  `WHEN c.gate_17_6 > d.day THEN ${then('17-6', 'c.gate_17_6')} ` +
  `WHEN c.gate_18 > d.day THEN ${then('18', 'c.gate_18')} ` +
  `WHEN c.gate_18 IS NOT NULL THEN ${then('past-18', 'c.gate_18')} ELSE ${otherwise} END`;

export const gateName = nextGate((gate) => `'${gate}'`, "'not-known'");
const gateDay = nextGate((_, column) => column, "''");

/** In the order of the next gate, then of the id. */
export function registerRows(db: Statements, asked: Asked, wanted: Wanted): RegisterRow[] {
  // The people of one worker are few, and are gathered; a past day is asked of every row.
  if (asked.asOf < wanted.today || wanted.worker !== undefined) return rowsOfAll(db, asked, wanted);
  const { gate, limit } = wanted;
  const found: RegisterRow[] = [];
  const ahead: RegisterRow[] = [];
  for (const stretch of stretchesOn(asked.asOf).filter((one) => gate === undefined || one.gate === gate)) {
    const isAhead = stretch.gate !== 'not-known' && stretch.gate !== 'past-18';
    if (isAhead || found.length < limit) (isAhead ? ahead : found).push(...rowsOf(db, asked, wanted, stretch));
    if (found.length >= limit) break;
  }
  // Whose day is not known or past stands before all others, each stretch in its own order.
  ahead.sort((a, b) => compare(a.next_on, b.next_on) || compare(a.id, b.id));
  return [...found, ...ahead].slice(0, limit);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Conditions {
  readonly sql: readonly string[];
  readonly values: readonly Value[];
}

/** What a filter asks, and what whoever asks may see. */
function conditionsOf({ actor, asOf }: Asked, { team, worker, late, today }: Wanted): Conditions {
  const visible = visibleTo(actor, today);
  const sql = [visible.sql];
  const values: Value[] = [...visible.values];
  if (team !== undefined) {
    sql.push('c.team = ?');
    values.push(team);
  }
  if (worker !== undefined) {
    const theirs = "w.worker_id = ? AND w.role = 'named-worker' AND w.from_on <= ? AND w.to_on > ?";
    sql.push(`c.person_id IN (SELECT w.person_id FROM named_worker w WHERE ${theirs})`);
    values.push(worker, asOf, asOf);
  }
  if (late !== undefined) {
    sql.push('c.late = ?');
    values.push(Number(late));
  }
  return { sql, values };
}

function rowsOf(db: Statements, asked: Asked, wanted: Wanted, stretch: Stretch): RegisterRow[] {
  const { by, gate } = stretch;
  const { sql, values } = conditionsOf(asked, wanted);
  const place = wanted.after && (by === undefined ? wanted.after.slice(1) : wanted.after);
  // Without a day they stand before all that have one.
  if (by === undefined && wanted.after && wanted.after[0] !== '') return [];
  const after = place === undefined ? '' : by === undefined ? 'AND c.id > ?' : `AND (${by}, c.id) > (?, ?)`;
  return db.all<RegisterRow>(
    `SELECT ${caseColumns}, '${gate}' AS next_gate, ${by ?? "''"} AS next_on FROM ${casesBy(stretch.index)}
     WHERE ${openNow} AND ${stretch.sql} AND ${sql.join(' AND ')} ${after} ORDER BY ${by ? `${by}, ` : ''}c.id LIMIT ?`,
    asked.asOf,
    ...stretch.values,
    ...values,
    ...(place ?? []),
    wanted.limit,
  );
}

export function rowsOfAll(db: Statements, asked: Asked, wanted: Wanted): RegisterRow[] {
  const { sql, values } = conditionsOf(asked, wanted);
  const { asOf } = asked;
  const outer: string[] = ['1 = 1'];
  const more: Value[] = [];
  if (wanted.gate !== undefined) {
    outer.push('next_gate = ?');
    more.push(wanted.gate);
  }
  if (wanted.after) {
    outer.push('(next_on, id) > (?, ?)');
    more.push(...wanted.after);
  }
  return db.all<RegisterRow>(
    `SELECT * FROM (SELECT ${caseColumns}, ${gateName} AS next_gate, ${gateDay} AS next_on
       FROM (SELECT ? AS day) d CROSS JOIN ${caseTables} WHERE ${openToCamhs} AND ${sql.join(' AND ')})
     WHERE ${outer.join(' AND ')} ORDER BY next_on, id LIMIT ?`,
    ...[asOf, asOf, asOf],
    ...values,
    ...more,
    wanted.limit,
  );
}

const namedOn = "w.person_id = c.person_id AND w.role = 'named-worker' AND w.from_on <= ? AND w.to_on > ?";

interface NamedRow {
  readonly personId: string;
  readonly id: string;
  readonly name: string;
}

/** Who is named worker of these people on a day; nobody, or several, are answers too. */
const namedWorkers = (db: Statements, personIds: readonly string[], asOf: CivilDate): NamedRow[] =>
  db.all<NamedRow>(
    `SELECT w.person_id AS personId, w.worker_id AS id, coalesce(w.name, w.worker_id) AS name
     FROM (SELECT DISTINCT value AS person_id FROM json_each(?)) c JOIN named_worker w ON ${namedOn} ORDER BY w.from_on`,
    ...[JSON.stringify(personIds), asOf, asOf],
  );

/** The lines of a page: what they need of cases and people is asked once for all of them. */
export function linesOf(db: Statements, rows: readonly RegisterRow[], asOf: CivilDate): TransitionLine[] {
  const ids = rows.map(({ id }) => id);
  const cases = wholeCases(db, ids, asOf);
  const named = namedWorkers(
    db,
    rows.map((row) => row.person_id),
    asOf,
  );
  const choices = choicesIn(db);
  return rows.map((row) => {
    const whole = cases.get(row.id);
    return lineOf(db, row, asOf, { whole, protocol: whole && protocolOn(whole, asOf, choices) }, named);
  });
}

function lineOf(
  db: Statements,
  row: RegisterRow,
  asOf: CivilDate,
  { whole, protocol }: { readonly whole?: WholeCase; readonly protocol?: ProtocolOn },
  named: readonly NamedRow[],
): TransitionLine {
  return {
    id: row.id,
    personId: row.person_id,
    name: fullName(row),
    team: row.team,
    namedWorkers: named.filter(({ personId }) => personId === row.person_id).map(({ id, name }) => ({ id, name })),
    protocol: `${row.pack} v${row.pack_version}`,
    nextGate: row.next_gate,
    nextGateOn: row.next_on || undefined,
    stage: protocol?.stage,
    nextStep: protocol?.next,
    milestonesDone: protocol?.milestones ?? [],
    lateReferral: row.late === 1,
    send: row.send === 1,
    destination: labelOf(whole?.state.chosen?.destination),
    needsFallback: whole !== undefined && needsFallback(whole.state),
    unanswered: unansweredOn(whole, asOf),
    past18: past18On(db, row.id, row.gate_18, asOf),
    bridging: bridgingOn(row, asOf),
  };
}

const unansweredOn = (whole: WholeCase | undefined, asOf: CivilDate): UnansweredReferral[] =>
  (whole ? unansweredReferrals(whole.state, asOf) : []).map(({ destination, on }) => ({
    service: labelOf(destination) ?? destination,
    since: on,
    days: daysBetween(on, asOf),
  }));
