// After the transfer: first appointments, no discharge on a first miss (TRN-27), audits and surveys (TRN-45).
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { notFound, OnwardError, refuse } from '../../../kernel/errors.js';
import { everAttended, missesOf, unanswered } from './appointments.js';
import type { beforeOrAfter, contactMethods, dischargeReasons, surveyOutcomes } from './codes.js';
import { transitionEvents as events } from './events.js';
import { viewOf } from './evolve.js';
import { attendedInOrder } from './practitioners.js';
import { hasGap, needed, notBefore, opened } from './guards.js';
import type { Appointment, Transition } from './state.js';

type Which = (typeof beforeOrAfter)[number];

interface OfAppointment {
  readonly on: CivilDate;
  readonly appointmentId: string;
}

export type AfterCommand =
  | ({ readonly type: 'BookFirstAppointment'; readonly bookedFor: CivilDate } & OfAppointment)
  | ({
      readonly type: 'AttendFirstAppointment';
      readonly practitionerId?: string;
      readonly otherPractitionerReason?: string;
    } & OfAppointment)
  | ({ readonly type: 'MissFirstAppointment' } & OfAppointment)
  | ({
      readonly type: 'ContactAfterMiss';
      readonly method: (typeof contactMethods)[number];
      readonly reached: boolean;
    } & OfAppointment)
  | { readonly type: 'ReferBack'; readonly on: CivilDate; readonly reason: string }
  | {
      readonly type: 'DischargeFromAdultService';
      readonly on: CivilDate;
      readonly reason: (typeof dischargeReasons)[number];
      readonly note?: string;
    }
  | { readonly type: 'CompleteAudit'; readonly on: CivilDate; readonly which: Which; readonly evidence?: string }
  | {
      readonly type: 'RecordSurvey';
      readonly on: CivilDate;
      readonly which: Which;
      readonly outcome: (typeof surveyOutcomes)[number];
    };

type Command<T extends AfterCommand['type']> = Extract<AfterCommand, { type: T }>;

export function bookFirstAppointment(
  { on, appointmentId, bookedFor }: Command<'BookFirstAppointment'>,
  state: Transition,
) {
  opened(state);
  if (state.appointments[appointmentId])
    throw new OnwardError('already-exists', { detail: 'This appointment is booked already.' });
  return [events.appointmentBooked.fact(on, { appointmentId, bookedFor })];
}

export function attendFirstAppointment(
  { on, appointmentId, practitionerId, otherPractitionerReason: reason }: Command<'AttendFirstAppointment'>,
  state: Transition,
) {
  toCome(state, appointmentId, on);
  const attended = events.appointmentAttended.fact(on, { appointmentId });
  if (practitionerId === undefined) return [attended];
  const otherThanFirst = isOtherThanFirst(practitionerId, on, state);
  if (otherThanFirst) {
    needed(
      reason,
      'otherPractitionerReason',
      'is needed: the first two appointments are with the same practitioner',
      'TRN-28',
    );
  }
  const seen = { appointmentId, practitionerId, otherThanFirst, reason: otherThanFirst ? reason : undefined };
  return [attended, events.practitionerSeen.fact(on, seen)];
}

/** Only the second one is compared: from the third on anybody may see them (TRN-28). */
function isOtherThanFirst(practitionerId: string, on: CivilDate, state: Transition): boolean {
  const [first, second] = attendedInOrder(state).filter((one) => (one.outcome?.on ?? on) <= on);
  return first?.seen !== undefined && second === undefined && first.seen.practitionerId !== practitionerId;
}

export function missFirstAppointment({ on, appointmentId }: Command<'MissFirstAppointment'>, state: Transition) {
  toCome(state, appointmentId, on);
  return [events.appointmentMissed.fact(on, { appointmentId })];
}

export function contactAfterMiss(
  { on, appointmentId, method, reached }: Command<'ContactAfterMiss'>,
  state: Transition,
) {
  const { status, outcome } = theAppointment(state, appointmentId);
  if (status !== 'missed' || !outcome) throw refuse('TRN-27', 'This appointment was not missed.');
  notBefore(on, outcome.on, 'the missed appointment');
  return [events.contactedAfterMiss.fact(on, { appointmentId, method, reached })];
}

export function referBack({ on, reason }: Command<'ReferBack'>, state: Transition) {
  opened(state);
  if (missesOf(state).length === 0)
    throw refuse('TRN-27', 'No first appointment was missed, so there is nothing to refer back.');
  needed(reason, 'reason', 'is needed, with what was tried', 'TRN-27');
  return [events.referredBack.fact(on, { reason })];
}

/** TRN-27: whoever never came is contacted and gets a further chance before anybody discharges them. */
export function dischargeFromAdultService(
  { on, reason, note }: Command<'DischargeFromAdultService'>,
  state: Transition,
) {
  opened(state);
  const attended = everAttended(state);
  if (!attended && !endsWithoutThem.has(reason)) mayEndUnseen(on, reason, state);
  if (reason === 'other') needed(note, 'note', 'says what the reason is', 'TRN-27');
  const discharged = events.adultDischarged.fact(on, { reason, everAttended: attended, note });
  if (state.closed && hasGap(viewOf([...state.log, { ...discharged, id: '', recordedAt: '' }])))
    throw refuse(
      'TRN-01',
      'The case was closed to CAMHS after this discharge: nobody would have had the young person.',
      {
        help: 'Withdraw the closure first: CAMHS then has the case again.',
      },
    );
  return [discharged];
}

/** What happened to the young person, whether or not the service had seen them. */
const endsWithoutThem: ReadonlySet<string> = new Set<(typeof dischargeReasons)[number]>(['moved', 'died']);

function mayEndUnseen(on: CivilDate, reason: string, state: Transition): void {
  const help =
    'Contact the young person, offer another appointment, and refer back to the named worker if they still do not come.';
  const [notKnown] = unanswered(state, on);
  if (notKnown)
    throw refuse('TRN-27', `What happened at the appointment of ${formatDate(notKnown.bookedFor)} is not on record.`, {
      help: 'Record first that it was kept, or that it was missed.',
    });
  const misses = missesOf(state);
  if (reason === 'needs-met' && state.met === undefined)
    throw refuse(
      'TRN-27',
      'Nobody of the adult service has seen the young person: that needs are met cannot be known.',
      {
        help: misses.length > 0 ? help : 'Book a first appointment, or say another reason.',
      },
    );
  if (misses.length === 0 && reason !== 'not-engaging') return;
  if (misses.length < 2)
    throw refuse('TRN-27', 'An adult service may not discharge on a first missed appointment.', { help });
  if (misses.some(({ contacted }) => !contacted))
    throw refuse('TRN-27', 'The young person was not contacted after every missed appointment.', { help });
}

export function completeAudit({ on, which, evidence }: Command<'CompleteAudit'>, state: Transition) {
  opened(state);
  return [events.auditCompleted.fact(on, { which, evidence })];
}

export function recordSurvey({ on, which, outcome }: Command<'RecordSurvey'>, state: Transition) {
  opened(state);
  return [events.surveyRecorded.fact(on, { which, outcome })];
}

function theAppointment(state: Transition, id: string): Appointment {
  opened(state);
  const there = state.appointments[id];
  if (!there) throw notFound('appointment', id);
  return there;
}

function toCome(state: Transition, id: string, on: CivilDate): void {
  const { status, on: booked } = theAppointment(state, id);
  if (status !== 'booked') throw refuse('TRN-27', `This appointment was ${status} already.`);
  notBefore(on, booked, 'the day on which the appointment was booked');
}
