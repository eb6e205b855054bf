// From the rows and the state of one case to what its page shows.
import type { CivilDate } from '../../kernel/calendar/index.js';
import { notFound } from '../../kernel/errors.js';
import type { Statements } from '../../processing/statements.js';
import { bridgingOn, byThen, caseColumns, caseTables, labelOf, nameOf, wholeCase, type CaseRow } from './cases.js';
import type { AdultAppointmentView, HandOverItemView, TransitionView } from './case-view.js';
import { past18On } from './past-18-on.js';
import { protocolOn } from './protocol-on.js';

export function viewCase(db: Statements, id: string, asOf: CivilDate): TransitionView {
  const row = db.get<CaseRow>(`SELECT ${caseColumns} FROM ${caseTables} WHERE c.id = ?`, id);
  const whole = wholeCase(db, id);
  if (!row || !whole) throw notFound('transition', id);
  const { state, opened, person } = whole;
  const { stage, stages, steps, next, milestones } = protocolOn(state, opened, person, asOf);
  const closedOn = byThen(row.closed_on, asOf);
  return {
    id,
    personId: row.person_id,
    name: nameOf(row),
    team: row.team,
    protocol: `${row.pack} v${row.pack_version}`,
    referredOn: row.referred_on,
    lateReferral: opened.late,
    stage,
    stages: stages.map((one) => ({ ...one, steps: steps.filter((step) => step.stage === one.id) })),
    nextStep: next,
    milestonesDone: milestones,
    leadService: state.lead,
    crisisContact: state.crisisContact,
    destination: labelOf(row.destination),
    needsFallback: row.needs_fallback === 1,
    acceptedOn: byThen(row.accepted_on, asOf),
    adultOpenedOn: byThen(row.adult_opened_on, asOf),
    adultMetOn: byThen(row.adult_met_on, asOf),
    closedOn,
    closedTo: closedOn && labelOf(row.closed_to),
    past18: closedOn ? undefined : past18On(db, id, row.gate_18, asOf),
    bridging: bridgingOn(row, asOf),
    discussions: state.discussions
      .filter(({ on }) => on <= asOf)
      .map(({ meetingId, on, manner }) => ({ meetingId, on, manner })),
    handOver: itemsOf(db, id, asOf),
    firstAppointments: appointmentsOf(db, id, asOf),
  };
}

const itemsOf = (db: Statements, id: string, asOf: CivilDate): HandOverItemView[] =>
  db.all<HandOverItemView & Record<string, string>>(
    'SELECT item_id AS itemId, kind, status, offered_on AS offeredOn, on_date AS "on" FROM handover_item ' +
      'WHERE case_id = ? AND offered_on <= ? ORDER BY offered_on, item_id',
    id,
    asOf,
  );

const appointmentsOf = (db: Statements, id: string, asOf: CivilDate): AdultAppointmentView[] =>
  db.all<AdultAppointmentView & Record<string, string | null>>(
    'SELECT appointment_id AS appointmentId, booked_for AS bookedFor, status, outcome_on AS outcomeOn, contacted_on AS contactedOn ' +
      'FROM adult_appointment WHERE case_id = ? AND booked_on <= ? ORDER BY booked_for, appointment_id',
    id,
    asOf,
  );
