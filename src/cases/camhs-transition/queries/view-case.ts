// From the rows and the state of one case to what its page shows.
import { choicesIn } from '../../../engine/settings/setting-table.js';
import { fullName } from '../../../kernel/full-name.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { notFound } from '../../../kernel/errors.js';
import type { CrisisLine } from '../../../engine/directory/area.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { bridgingOn, byThen, caseColumns, caseTables, labelOf, wholeCase, type CaseRow } from './cases.js';
import type { AdultAppointmentView, HandOverItemView, TransitionView } from './case-view.js';
import { past18On } from './past-18-on.js';
import { leadView } from './in-a-crisis.js';
import { needsFallback } from '../domain/guards.js';
import { wasLate } from '../domain/late-referral.js';
import type { Transition } from '../domain/state.js';
import { protocolOn } from './protocol-on.js';

/** `line`: the crisis line of the area, for whom no service here leads. */
export function viewCase(db: Statements, id: string, asOf: CivilDate, line?: CrisisLine): TransitionView {
  const row = db.get<CaseRow>(`SELECT ${caseColumns} FROM ${caseTables} WHERE c.id = ?`, id);
  const whole = wholeCase(db, id, asOf);
  if (!row || !whole) throw notFound('transition', id);
  const { state, opened, person } = whole;
  const { stage, stages, steps, next, milestones } = protocolOn(whole, asOf, choicesIn(db));
  const { closed } = state;
  return {
    id,
    personId: row.person_id,
    name: fullName(row),
    team: row.team,
    protocol: `${row.pack} v${row.pack_version}`,
    referredOn: row.referred_on,
    lateReferral: wasLate(opened, person.birthDate?.on),
    stage,
    stages: stages.map((one) => ({ ...one, steps: steps.filter((step) => step.stage === one.id) })),
    nextStep: next,
    milestonesDone: milestones,
    ...leadView(state, asOf, line, person.diedOn),
    destination: labelOf(state.chosen?.destination),
    needsFallback: needsFallback(state),
    acceptedOn: byThen(row.accepted_on, asOf),
    adultOpenedOn: byThen(row.adult_opened_on, asOf),
    adultMetOn: byThen(row.adult_met_on, asOf),
    closedOn: closed?.on,
    closedTo: labelOf(closed?.destination),
    past18: closed ? undefined : past18On(db, id, row.gate_18, asOf),
    bridging: bridgingOn(row, asOf),
    discussions: state.discussions.map(({ meetingId, on, manner }) => ({ meetingId, on, manner })),
    handOver: itemsOf(state),
    firstAppointments: appointmentsOf(state),
  };
}

/** In order of the day, and of the id on one day. */
const inOrder = (a: readonly [string, string], b: readonly [string, string]) => a.join(' ').localeCompare(b.join(' '));

export const itemsOf = ({ items }: Transition): HandOverItemView[] =>
  Object.entries(items)
    .map(([itemId, { kind, status, offeredOn, on }]) => ({ itemId, kind, status, offeredOn, on }))
    .sort((a, b) => inOrder([a.offeredOn, a.itemId], [b.offeredOn, b.itemId]));

export const appointmentsOf = ({ appointments }: Transition): AdultAppointmentView[] =>
  Object.entries(appointments)
    .map(([appointmentId, { bookedFor, status, outcome, contacted }]) => {
      return { appointmentId, bookedFor, status, outcomeOn: outcome?.on ?? null, contactedOn: contacted?.on ?? null };
    })
    .sort((a, b) => inOrder([a.bookedFor, a.appointmentId], [b.bookedFor, b.appointmentId]));
