// The rows of one transition, as a pure function of its state and of what is known of the person.
import { createHash } from 'node:crypto';
import { birthday, earliest, type CivilDate } from '../../kernel/calendar/index.js';
import type { RowsOf } from '../../engine/processing/case-projection.js';
import type { RowOf } from '../../engine/processing/table.js';
import { entriesOf, type Entry } from '../../engine/processing/tally.js';
import { never } from '../../engine/deadlines/deadline-table.js';
import { hasSend, type AboutPerson } from './domain/facts.js';
import { gatesOf } from './domain/gates.js';
import { acceptedOn, needsFallback, receiverOf } from './domain/guards.js';
import { wasLate } from './domain/late-referral.js';
import { stepsOf } from './domain/protocols.js';
import { settledAs } from './domain/settle.js';
import type { Opened, Transition } from './domain/state.js';
import { registerStays, registerTally } from './register-tally.js';
import type { TransitionTables } from './tables.js';

type RowsIn<T extends keyof TransitionTables> = RowOf<TransitionTables[T]>[];

export function transitionRows(
  id: string,
  state: Transition,
  opened: Opened,
  person: AboutPerson,
): RowsOf<TransitionTables> {
  return {
    transition_case: [caseRow(id, state, opened, person)],
    transition_step: stepRows(id, state, opened),
    transition_interface: state.discussions.map(({ meetingId, on, manner, eventId }) => {
      return { case_id: id, meeting_id: meetingId, on_date: on, manner, event_id: eventId };
    }),
    transition_received: receivedRows(id, state),
    transition_past18: state.past18.map(({ on, reason, reviewOn, eventId }) => {
      return { case_id: id, on_date: on, reason, review_on: reviewOn, event_id: eventId };
    }),
    handover_item: Object.entries(state.items).map(([itemId, { kind, status, offeredOn, on }]) => {
      return { case_id: id, item_id: itemId, kind, status, offered_on: offeredOn, on_date: on };
    }),
    adult_appointment: Object.entries(state.appointments).map(([appointmentId, one]) => {
      const { on, bookedFor, status, outcome, contacted } = one;
      return {
        ...{ case_id: id, appointment_id: appointmentId, booked_on: on, booked_for: bookedFor, status },
        ...{ outcome_on: outcome?.on, contacted_on: contacted?.on },
      };
    }),
    ...registerTally.rows(id, registerEntries(state, opened, person)),
  };
}

function caseRow(
  id: string,
  state: Transition,
  opened: Opened,
  person: AboutPerson,
): RowOf<TransitionTables['transition_case']> {
  const { birthDate, diedOn = never as CivilDate } = person;
  const { closed, chosen, met, discharged, appointments } = state;
  const { personId, team, pack, packVersion, referredOn } = opened;
  const gates = birthDate && gatesOf(birthDate.on);
  return {
    ...{
      id,
      person_id: personId,
      team,
      pack,
      pack_version: packVersion,
      referred_on: referredOn,
      opened_on: opened.on,
    },
    late: wasLate(opened, birthDate?.on),
    send: hasSend(opened, person),
    destination: chosen?.destination,
    receiver: receiverOf(state),
    needs_fallback: needsFallback(state),
    onward_from: state.onwardFrom ?? never,
    accepted_on: acceptedOn(state) ?? never,
    adult_opened_on: settledAs(state, 'adultServiceOpened')?.on ?? never,
    handed_over_on: settledAs(state, 'handoverAccepted')?.on ?? never,
    adult_met_on: met?.on ?? never,
    closed_on: closed?.on ?? never,
    open_until: earliest(closed?.on ?? (never as CivilDate), diedOn),
    closed_to: closed?.destination,
    discharged_on: discharged?.on ?? never,
    ever_attended: Object.values(appointments).some(({ status }) => status === 'attended'),
    ...{ gate_y9: gates?.y9, gate_14: gates?.['14'], gate_16: birthDate && birthday(birthDate.on, 16) },
    ...{ gate_17: gates?.['17'], gate_17_6: gates?.['17-6'], gate_18: gates?.['18'] },
    last_discussed_on: state.discussions.reduce((last, { on }) => (on > last ? on : last), ''),
    lot: lotOf(id),
  };
}

/** It leads back to nothing. */
const lotOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 16);

/** What the counts of the register go by; the same as stands in the row. */
function registerEntries(state: Transition, opened: Opened, person: AboutPerson): Entry[] {
  const { birthDate, diedOn } = person;
  const closedOn = state.closed?.on ?? (never as CivilDate);
  return entriesOf(
    registerStays({
      openedOn: opened.on,
      openUntil: earliest(closedOn, diedOn ?? (never as CivilDate)),
      team: opened.team,
      send: hasSend(opened, person),
      closedOn,
      closedTo: state.closed?.destination,
      gates: birthDate && gatesOf(birthDate.on),
    }),
  );
}

/** Every step of the pinned protocol that is settled, whichever command settled it. */
const stepRows = (id: string, state: Transition, { pack, packVersion }: Opened): RowsIn<'transition_step'> =>
  stepsOf(pack, packVersion).flatMap(({ id: stepId, milestone, fact }) => {
    const entry = settledAs(state, fact);
    if (!entry) return [];
    const { outcome, on, late = false, eventId } = entry;
    return [{ case_id: id, step_id: stepId, milestone, outcome, on_date: on, late, event_id: eventId }];
  });

/** The first day on which each service opened the case or accepted the hand-over, whatever became of it. */
function receivedRows(id: string, { receivers, handedOver }: Transition): RowsIn<'transition_received'> {
  const first = new Map<string, CivilDate>();
  for (const { service, on } of [...receivers, ...handedOver])
    first.set(service, earliest(on, first.get(service) ?? on));
  return [...first].map(([service, on]) => ({ case_id: id, service, on_date: on }));
}
