// From the rows and the state of one case to its hand-over and the first months after it.
import type { CivilDate } from '../../kernel/calendar/index.js';
import { notFound } from '../../kernel/errors.js';
import type { Statements } from '../../processing/statements.js';
import { hasGap, receiverOf } from '../domain/guards.js';
import { stepsOf } from '../domain/protocols.js';
import { heldOn, receivedBy } from '../domain/receiving.js';
import type { Received, Transition } from '../domain/state.js';
import { bridgingOn, byThen, caseColumns, caseTables, labelOf, nameOf, wholeCase, type CaseRow } from './cases.js';
import type { AuditWindowView, FirstMonthsLine, HandOverView, ReceiptView } from './hand-over-views.js';
import { protocolOn } from './protocol-on.js';
import { appointmentsOf, itemsOf } from './view-case.js';

export function viewHandOver(db: Statements, id: string, asOf: CivilDate): HandOverView {
  const row = db.get<CaseRow>(`SELECT ${caseColumns} FROM ${caseTables} WHERE c.id = ?`, id);
  const state = wholeCase(db, id, asOf)?.state;
  if (!row || !state) throw notFound('transition', id);
  const held = heldOn(state, asOf);
  const { chosen, closed } = state;
  return {
    ...firstMonths(db, row, asOf),
    team: row.team,
    destinationCode: chosen?.destination,
    destination: labelOf(chosen?.destination),
    leadService: state.lead,
    items: itemsOf(state),
    receipts: receiptsOf(state),
    heldBy: labelOf(held?.service),
    heldSince: held?.on,
    adultMetOn: byThen(row.adult_met_on, asOf),
    closedOn: closed?.on,
    closedTo: labelOf(closed?.destination),
    gap: hasGap(state),
    bridging: bridgingOn(row, asOf),
    revision: revisionOf(db, id),
  };
}

export function firstMonths(db: Statements, row: CaseRow, asOf: CivilDate): FirstMonthsLine {
  const state = wholeCase(db, row.id, asOf)?.state;
  if (!state) throw notFound('transition', row.id);
  return {
    id: row.id,
    personId: row.person_id,
    name: nameOf(row),
    service: labelOf(receiverOf(state)),
    transferredOn: receivedBy(state, asOf)?.on,
    coverUntil: coverUntil(db, row.id, asOf),
    appointments: appointmentsOf(state),
    audit: auditOf(db, row.id, asOf),
    dischargedOn: state.discharged?.on,
  };
}

/** TRN-24: the six months are the rule pack's, not this page's. */
export const coverKey = 'namedWorkerCover';

const coverUntil = (db: Statements, id: string, asOf: CivilDate): CivilDate | undefined =>
  db.get<{ due_on: CivilDate }>(
    'SELECT due_on FROM deadline WHERE case_id = ? AND key = ? AND valid_from <= ? AND valid_to > ?',
    id,
    coverKey,
    asOf,
    asOf,
  )?.due_on;

function auditOf(db: Statements, id: string, asOf: CivilDate): AuditWindowView | undefined {
  const whole = wholeCase(db, id, asOf);
  if (!whole) return undefined;
  const { state, opened, person } = whole;
  const rule = stepsOf(opened.pack, opened.packVersion).find(({ fact }) => fact === 'postAudit')?.id;
  const step = protocolOn(state, opened, person, asOf).steps.find((one) => one.id === rule);
  return step && { rule: step.id, opensOn: step.opensOn, closesOn: step.closesOn, doneOn: step.on };
}

function receiptsOf({ referrals, receivers, handedOver }: Transition): ReceiptView[] {
  const received = (how: ReceiptView['how']) => (one: Received) => ({
    how,
    service: labelOf(one.service) ?? '',
    on: one.on,
    until: one.letGo?.on,
  });
  const accepted = referrals.flatMap(({ destination, answer, answeredOn }) =>
    answer === 'accepted' && answeredOn
      ? [{ how: 'referral' as const, service: labelOf(destination) ?? '', on: answeredOn, until: undefined }]
      : [],
  );
  const all = [...accepted, ...handedOver.map(received('hand-over')), ...receivers.map(received('opening'))];
  return all.sort((a, b) => a.on.localeCompare(b.on));
}

const revisionOf = (db: Statements, id: string): number =>
  db.get<{ revision: number }>('SELECT revision FROM transition_state WHERE id = ?', id)?.revision ?? 0;
