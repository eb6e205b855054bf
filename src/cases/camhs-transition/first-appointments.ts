// The first appointments with the adult service: booked, kept or missed, the contact after a miss, and referring back (TRN-27, TRN-28).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import { workersOf } from '../../engine/web/forms/listed.js';
import { date, freeText, one, optionsOf, pickOrNone, yesOrNo } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { notFound, OnwardError, refuse } from '../../kernel/errors.js';
import { idFrom } from '../../kernel/ids.js';
import { missesOf } from './domain/appointments.js';
import { contactMethods } from './domain/codes.js';
import { transitionEvents as events } from './domain/events.js';
import { needed, notBefore, opened } from './domain/guards.js';
import { attendedInOrder } from './domain/practitioners.js';
import type { Appointment, Transition } from './domain/state.js';
import type { AdultAppointmentView } from './queries/case-view.js';
import { dayOf, handOverForm, today, typedOn, type HandOverNow, type HandOverSubject } from './transition-forms.js';
import { bothSides, forService, transitionUseCase } from './transition-use-case.js';

type Method = (typeof contactMethods)[number];

const who = { roles: bothSides, because: 'The adult service books and sees; CAMHS follows up with it (TRN-27).' };

interface OfAppointment {
  readonly on: CivilDate;
  readonly appointmentId: string;
}

export class BookFirstAppointmentBody extends Dated {
  @ApiProperty({ description: 'Day of the appointment' }) @IsCivilDate() bookedFor: CivilDate;
}

interface Booked extends OfAppointment {
  readonly bookedFor: CivilDate;
}

export const bookFirstAppointment = transitionUseCase({
  name: 'BookFirstAppointment',
  asks: 'BookFirstAppointment',
  post: 'api/v1/transitions/:transitionId/first-appointments',
  does: 'Book a first appointment with the adult service',
  rules: ['TRN-27'],
  who,
  input: BookFirstAppointmentBody,
  command: ({ details, on, context }) => ({
    ...details,
    on,
    appointmentId: idFrom(context.commandId, 'first-appointment'),
  }),
  run: forService(),
  decide({ on, appointmentId, bookedFor }: Booked, state) {
    opened(state);
    if (state.appointments[appointmentId])
      throw new OnwardError('already-exists', { detail: 'This appointment is booked already.' });
    return [events.appointmentBooked.fact(on, { appointmentId, bookedFor })];
  },
  forms: [
    handOverForm({
      step: 'book',
      group: 'hand-over',
      offers: () => [{ about: 'case', text: 'Record a first appointment that was offered' }],
      title: 'Record a first appointment',
      lead: 'The day that was offered to the young person (TRN-27).',
      button: 'Record the appointment',
      recorded: 'The appointment is recorded.',
      questions: () => ({
        on: dayOf('When was it booked?'),
        bookedFor: date({ label: 'For which day?', what: 'The day of the appointment', mayBeAhead: true }),
      }),
      prefill: today,
      sends: (input, { view }) => ({ at: { transitionId: view.id }, input }),
    }),
  ],
});

export class FirstAppointmentAttendance extends Dated {
  @ApiProperty({ required: false, description: 'Code of whoever saw them; the first two are with the same (TRN-28)' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  practitionerId?: string;
  @ApiProperty({ required: false, description: 'Why the second one is with another practitioner; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  otherPractitionerReason?: string;
}

interface Attended extends OfAppointment {
  readonly practitionerId?: string;
  readonly otherPractitionerReason?: string;
}

export const attendFirstAppointment = transitionUseCase({
  name: 'AttendFirstAppointment',
  asks: 'AttendFirstAppointment',
  post: 'api/v1/transitions/:transitionId/first-appointments/:appointmentId/attended',
  does: 'Record that a first adult appointment was attended',
  rules: ['TRN-27', 'TRN-28'],
  who,
  input: FirstAppointmentAttendance,
  run: forService(),
  decide({ on, appointmentId, practitionerId, otherPractitionerReason: reason }: Attended, state) {
    toCome(state, appointmentId, on);
    const attended = events.appointmentAttended.fact(on, { appointmentId });
    if (practitionerId === undefined) return [attended];
    const otherThanFirst = isOtherThanFirst(practitionerId, on, state);
    if (otherThanFirst) {
      const problem = 'is needed: the first two appointments are with the same practitioner';
      needed(reason, 'otherPractitionerReason', problem, 'TRN-28');
    }
    const seen = { appointmentId, practitionerId, otherThanFirst, reason: otherThanFirst ? reason : undefined };
    return [attended, events.practitionerSeen.fact(on, seen)];
  },
  forms: [
    handOverForm({
      step: 'kept',
      group: 'hand-over',
      offers: whoseDayHasCome('Record that it was kept'),
      title: 'The first appointment was kept',
      button: 'Record that it was kept',
      recorded: 'It is recorded that the appointment was kept.',
      questions: ({ today: day }) => ({
        on: dayOf('When was it?'),
        practitionerId: pickOrNone<string>({
          label: 'Who saw them? (optional)',
          hint: 'The first two appointments are with the same (TRN-28)',
          options: workersOf(['adult-clinician'], day),
        }),
        otherPractitionerReason: freeText({ label: 'If the second is with somebody else: why?' }),
      }),
      prefill: bookedDay,
      sends: (input, { view, about }) => ({ at: { transitionId: view.id, appointmentId: about }, input }),
    }),
  ],
});

export const missFirstAppointment = transitionUseCase({
  name: 'MissFirstAppointment',
  asks: 'MissFirstAppointment',
  post: 'api/v1/transitions/:transitionId/first-appointments/:appointmentId/missed',
  does: 'Record that a first adult appointment was missed',
  rules: ['TRN-27'],
  who,
  input: Dated,
  run: forService(),
  decide({ on, appointmentId }: OfAppointment, state) {
    toCome(state, appointmentId, on);
    return [events.appointmentMissed.fact(on, { appointmentId })];
  },
  forms: [
    handOverForm({
      step: 'missed',
      group: 'hand-over',
      offers: whoseDayHasCome('Record that it was missed'),
      title: 'The first appointment was missed',
      lead: 'The young person is contacted and gets another chance; nobody is discharged on a first miss (TRN-27).',
      button: 'Record that it was missed',
      recorded: 'It is recorded that the appointment was missed. A task to contact the young person follows.',
      questions: () => ({ on: dayOf('When was it?') }),
      prefill: bookedDay,
      sends: (input, { view, about }) => ({ at: { transitionId: view.id, appointmentId: about }, input }),
    }),
  ],
});

export class ContactAfterMissBody extends Dated {
  @ApiProperty({ enum: contactMethods }) @IsIn(contactMethods) method: Method;
  @ApiProperty({ description: 'The young person was reached' }) @IsBoolean() reached: boolean;
}

interface Contacted extends OfAppointment {
  readonly method: Method;
  readonly reached: boolean;
}

export const contactAfterMiss = transitionUseCase({
  name: 'ContactAfterMiss',
  asks: 'ContactAfterMiss',
  post: 'api/v1/transitions/:transitionId/first-appointments/:appointmentId/contact',
  does: 'Record the contact after a missed first appointment',
  rules: ['TRN-27'],
  who,
  input: ContactAfterMissBody,
  run: forService(),
  decide({ on, appointmentId, method, reached }: Contacted, state) {
    const { status, outcome } = theAppointment(state, appointmentId);
    if (status !== 'missed' || !outcome) throw refuse('TRN-27', 'This appointment was not missed.');
    notBefore(on, outcome.on, 'the missed appointment');
    return [events.contactedAfterMiss.fact(on, { appointmentId, method, reached })];
  },
  forms: [
    handOverForm({
      step: 'contact',
      group: 'hand-over',
      offers: appointmentsThat(({ status }) => status === 'missed', 'Record the contact after it'),
      title: 'Contact after a missed appointment',
      button: 'Record the contact',
      recorded: 'The contact is recorded.',
      questions: () => ({
        on: dayOf('When was it?'),
        method: one<Method>({ label: 'How?', options: optionsOf(contactMethods), none: 'Choose how' }),
        reached: yesOrNo({ label: 'Was the young person reached?', none: 'Say whether the young person was reached' }),
      }),
      prefill: today,
      sends: (input, { view, about }) => ({ at: { transitionId: view.id, appointmentId: about }, input }),
    }),
  ],
});

export class ReferBackToNamedWorkerBody extends Dated {
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
}

export const referBackToNamedWorker = transitionUseCase({
  name: 'ReferBackToNamedWorker',
  asks: 'ReferBack',
  post: 'api/v1/transitions/:transitionId/referred-back',
  does: 'Refer back to the named worker after missed first appointments',
  rules: ['TRN-27'],
  who: { roles: ['system', 'adult-clinician'], because: 'The adult service refers back (TRN-27).' },
  input: ReferBackToNamedWorkerBody,
  noForm: missing,
  run: forService(),
  decide({ on, reason }: { readonly on: CivilDate; readonly reason: string }, state) {
    opened(state);
    if (missesOf(state).length === 0)
      throw refuse('TRN-27', 'No first appointment was missed, so there is nothing to refer back.');
    needed(reason, 'reason', 'is needed, with what was tried', 'TRN-27');
    return [events.referredBack.fact(on, { reason })];
  },
});

/** Only the second one is compared: from the third on anybody may see them (TRN-28). */
function isOtherThanFirst(practitionerId: string, on: CivilDate, state: Transition): boolean {
  const [first, second] = attendedInOrder(state).filter((one) => (one.outcome?.on ?? on) <= on);
  return first?.seen !== undefined && second === undefined && first.seen.practitionerId !== practitionerId;
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

/** One link for each appointment that stands so on the day. */
function appointmentsThat(are: (one: AdultAppointmentView, today: CivilDate) => boolean, text: string) {
  return ({ view, today: day }: HandOverNow) =>
    view.appointments.filter((one) => are(one, day)).map(({ appointmentId }) => ({ about: appointmentId, text }));
}

function whoseDayHasCome(text: string) {
  return appointmentsThat(({ status, bookedFor }, day) => status === 'booked' && bookedFor <= day, text);
}

function bookedDay({ view, about }: HandOverSubject) {
  const found = view.appointments.find(({ appointmentId }) => appointmentId === about);
  return found ? typedOn(found.bookedFor) : {};
}
