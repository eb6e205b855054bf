// From the rows and the state of one case to its hand-over and the first months after it.
import { choicesIn } from '../../../engine/settings/setting-table.js';
import { fullName } from '../../../kernel/full-name.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { notFound } from '../../../kernel/errors.js';
import type { CrisisLine } from '../../../engine/directory/area.js';
import { readRevision } from '../../../engine/processing/case-projection.js';
import type { Statements } from '../../../engine/processing/statements.js';
import type { Choices } from '../../../rules/chosen-settings.js';
import { hasGap, receiverOf } from '../domain/guards.js';
import { stepsOf } from '../domain/protocols.js';
import { heldOn, transferOf } from '../domain/receiving.js';
import { unansweredReferrals } from '../domain/referrals.js';
import type { Received, Transition } from '../domain/state.js';
import {
  bridgingOn,
  byThen,
  caseColumns,
  caseTables,
  labelOf,
  wholeCase,
  type CaseRow,
  type WholeCase,
} from './cases.js';
import type { AuditWindowView, FirstMonthsLine, HandOverView, ReceiptView } from './hand-over-views.js';
import { leadView } from './in-a-crisis.js';
import { owedOn } from './owed-after-transfer.js';
import { protocolOn } from './protocol-on.js';
import { appointmentsOf, itemsOf } from './view-case.js';

/** `line`: the crisis line of the area, for whom no service here leads. */
export function viewHandOver(db: Statements, id: string, asOf: CivilDate, line?: CrisisLine): HandOverView {
  const row = db.get<CaseRow>(`SELECT ${caseColumns} FROM ${caseTables} WHERE c.id = ?`, id);
  const whole = wholeCase(db, id, asOf);
  if (!row || !whole) throw notFound('transition', id);
  const { state, person } = whole;
  const held = heldOn(state, asOf);
  const { chosen, closed } = state;
  return {
    ...monthsOf(db, row, whole, asOf),
    team: row.team,
    destinationCode: chosen?.destination,
    destination: labelOf(chosen?.destination),
    ...leadView(state, asOf, line, person.diedOn),
    items: itemsOf(state),
    referrals: unansweredReferrals(state, asOf).map(({ destination, on }) => ({
      destination,
      service: labelOf(destination) ?? '',
      on,
    })),
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
  const whole = wholeCase(db, row.id, asOf);
  if (!whole) throw notFound('transition', row.id);
  return monthsOf(db, row, whole, asOf);
}

function monthsOf(db: Statements, row: CaseRow, whole: WholeCase, asOf: CivilDate): FirstMonthsLine {
  const { state } = whole;
  return {
    id: row.id,
    personId: row.person_id,
    name: fullName(row),
    service: labelOf(receiverOf(state)),
    transferredOn: transferOf(state)?.on,
    coverUntil: coverUntil(db, row.id, asOf),
    appointments: appointmentsOf(state),
    audit: auditOf(whole, asOf, choicesIn(db)),
    owed: owedOn(db, row.id, asOf),
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

function auditOf(whole: WholeCase, asOf: CivilDate, choices: Choices): AuditWindowView | undefined {
  const { opened } = whole;
  const rule = stepsOf(opened.pack, opened.packVersion).find(({ fact }) => fact === 'postAudit')?.id;
  const step = protocolOn(whole, asOf, choices).steps.find((one) => one.id === rule);
  return step && { rule: step.id, opensOn: step.opensOn, closesOn: step.closesOn, doneOn: step.on };
}

function receiptsOf({ referrals, receivers, handedOver }: Transition): ReceiptView[] {
  const received = (how: ReceiptView['how']) => (one: Received) => ({
    how,
    service: labelOf(one.service) ?? '',
    on: one.on,
    reported: one.reported,
    until: one.letGo?.on,
  });
  const accepted = referrals.flatMap(({ destination, answer, answeredOn }) =>
    answer === 'accepted' && answeredOn
      ? [
          {
            how: 'referral' as const,
            service: labelOf(destination) ?? '',
            on: answeredOn,
            reported: undefined,
            until: undefined,
          },
        ]
      : [],
  );
  const all = [...accepted, ...handedOver.map(received('hand-over')), ...receivers.map(received('opening'))];
  return all.sort((a, b) => a.on.localeCompare(b.on));
}

const revisionOf = (db: Statements, id: string): number => readRevision(db, 'transition', id) ?? 0;
