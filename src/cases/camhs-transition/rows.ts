// The rows of one transition, as a pure function of its state and of what is known of the person.
import { createHash } from 'node:crypto';
import { birthday, earliest, type CivilDate } from '../../kernel/calendar/index.js';
import type { Value } from '../../engine/processing/statements.js';
import { turnsOf, type Turn } from '../../engine/processing/tally.js';
import { never } from '../../engine/deadlines/deadline-table.js';
import { hasSend, type AboutPerson } from './domain/facts.js';
import { gatesOf } from './domain/gates.js';
import { acceptedOn, needsFallback, onwardFrom, receiverOf } from './domain/guards.js';
import { wasLate } from './domain/late-referral.js';
import { stepsOf } from './domain/protocols.js';
import { settledAs } from './domain/settle.js';
import type { Opened, Transition } from './domain/state.js';
import { registerStays } from './register-turns.js';

type Row = readonly Value[];

export function caseRow(id: string, state: Transition, opened: Opened, person: AboutPerson): Row {
  const { birthDate, diedOn = never as CivilDate } = person;
  const { closed, chosen, met, discharged, appointments } = state;
  const { personId, team, pack, packVersion, referredOn } = opened;
  const late = wasLate(opened, birthDate?.on);
  const attended = Object.values(appointments).some(({ status }) => status === 'attended');
  return [
    ...[id, personId, team, pack, packVersion, referredOn, opened.on, Number(late), Number(hasSend(opened, person))],
    chosen?.destination ?? null,
    receiverOf(state) ?? null,
    Number(needsFallback(state)),
    onwardFrom(state) ?? never,
    acceptedOn(state) ?? never,
    settledAs(state, 'adultServiceOpened')?.on ?? never,
    settledAs(state, 'handoverAccepted')?.on ?? never,
    met?.on ?? never,
    closed?.on ?? never,
    earliest(closed?.on ?? (never as CivilDate), diedOn),
    closed?.destination ?? null,
    discharged?.on ?? never,
    Number(attended),
    ...gateColumns(birthDate?.on),
    state.discussions.reduce((last, { on }) => (on > last ? on : last), ''),
    lotOf(id),
  ];
}

/** The place of a case among those without a name: it follows from nothing that anybody may not know (TRN-44), and leads back to nothing. */
const lotOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 16);

/** What the counts of the register go by; the same as stands in the row. */
export function registerTurns(state: Transition, opened: Opened, person: AboutPerson): Turn[] {
  const { birthDate, diedOn } = person;
  const closedOn = state.closed?.on ?? (never as CivilDate);
  return turnsOf(
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

/** `gate_16` is where the young person's own consent takes the place of a parent's (TRN-40). */
function gateColumns(birthDate: CivilDate | undefined): Row {
  if (!birthDate) return [null, null, null, null, null, null];
  const gates = gatesOf(birthDate);
  return [gates.y9, gates['14'], birthday(birthDate, 16), gates['17'], gates['17-6'], gates['18']];
}

/** Every step of the pinned protocol that is settled, whichever command settled it. */
export function stepRows(id: string, state: Transition, { pack, packVersion }: Opened): Row[] {
  return stepsOf(pack, packVersion).flatMap((step) => {
    const entry = settledAs(state, step.fact);
    if (!entry) return [];
    return [[id, step.id, step.milestone, entry.outcome, entry.on, Number(entry.late ?? false), entry.eventId]];
  });
}

export const interfaceRows = (id: string, { discussions }: Transition): Row[] =>
  discussions.map(({ meetingId, on, manner, eventId }) => [id, meetingId, on, manner, eventId]);

export const past18Rows = (id: string, { past18 }: Transition): Row[] =>
  past18.map(({ on, reason, reviewOn, eventId }) => [id, on, reason, reviewOn, eventId]);

/** The first day on which each service opened the case or accepted the hand-over, whatever became of it. */
export function receivedRows(id: string, { receivers, handedOver }: Transition): Row[] {
  const first = new Map<string, CivilDate>();
  for (const { service, on } of [...receivers, ...handedOver])
    first.set(service, earliest(on, first.get(service) ?? on));
  return [...first].map(([service, on]) => [id, service, on]);
}

export const itemRows = (id: string, { items }: Transition): Row[] =>
  Object.entries(items).map(([itemId, { kind, status, offeredOn, on }]) => [id, itemId, kind, status, offeredOn, on]);

export const appointmentRows = (id: string, { appointments }: Transition): Row[] =>
  Object.entries(appointments).map(([appointmentId, { on, bookedFor, status, outcome, contacted }]) => [
    ...[id, appointmentId, on, bookedFor, status],
    ...[outcome?.on ?? null, contacted?.on ?? null],
  ]);
