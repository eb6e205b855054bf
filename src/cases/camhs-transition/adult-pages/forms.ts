// The forms of a hand-over and of the first appointments: one address for each thing that can be recorded.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { form, type Form } from '../../../engine/web/forms/form.js';
import type { Typed } from '../../../engine/web/forms/question.js';
import { listedOptions } from '../../../engine/web/forms/listed.js';
import {
  date,
  freeText,
  line,
  one,
  oneOrNone,
  optionsOf,
  pickOrNone,
  yesOrNo,
} from '../../../engine/web/forms/questions.js';
import { acceptHandOverItem } from '../commands/accept-hand-over-item.js';
import { acceptHandOver } from '../commands/accept-hand-over.js';
import { attendFirstAppointment } from '../commands/attend-first-appointment.js';
import { bookFirstAppointment } from '../commands/book-first-appointment.js';
import { acceptReferral as acceptReferralUseCase } from '../commands/accept-referral.js';
import { contactAfterMiss } from '../commands/contact-after-miss.js';
import { missFirstAppointment } from '../commands/miss-first-appointment.js';
import { openReceivingService } from '../commands/open-receiving-service.js';
import { offerHandOverItems } from '../commands/offer-hand-over-items.js';
import { refuseReferral as refuseReferralUseCase } from '../commands/refuse-referral.js';
import { returnHandOverItem } from '../commands/return-hand-over-item.js';
import { contactMethods, handOverKinds, reportChannels, type ReportChannel } from '../domain/codes.js';
import { destinations } from '../domain/destinations.js';
import type { HandOverView } from '../queries/hand-over-views.js';

export interface HandOverSubject {
  readonly view: HandOverView;
  /** The item or the appointment that it is about. */
  readonly about: string;
  readonly today: CivilDate;
}

type Method = (typeof contactMethods)[number];

const typed = (day: string): Typed => {
  const [year = '', month = '', of = ''] = day.split('-');
  return { 'on-day': String(Number(of)), 'on-month': String(Number(month)), 'on-year': year };
};
const today = ({ today: day }: HandOverSubject): Typed => typed(day);
const booked = ({ view, about }: HandOverSubject): Typed => {
  const found = view.appointments.find(({ appointmentId }) => appointmentId === about);
  return found ? typed(found.bookedFor) : {};
};
const when = (label: string) => date({ label, what: 'The day' });

const accept = form({
  title: 'Accept an item of the hand-over',
  lead: 'It says that you have it and that it is whole. If something is missing, query it instead (TRN-B3.3).',
  button: 'Accept the item',
  recorded: 'The item is accepted.',
  questions: (_: HandOverSubject) => ({ on: when('When did you accept it?') }),
  prefill: today,
  command: ({ on }, { view, about }, context) =>
    acceptHandOverItem.of({ transitionId: view.id, itemId: about }, { on }, context),
});

const query = form({
  title: 'Query an item of the hand-over',
  lead: 'It goes back to CAMHS with what is missing; they offer it again (TRN-B3.3).',
  button: 'Send it back',
  recorded: 'The item went back to CAMHS with your question.',
  questions: (_: HandOverSubject) => ({
    on: when('When did you send it back?'),
    reason: freeText({ label: 'What is missing?' }),
  }),
  prefill: today,
  command: ({ on, reason = '' }, { view, about }, context) =>
    returnHandOverItem.of({ transitionId: view.id, itemId: about }, { reason, on }, context),
});

type ItemKind = (typeof handOverKinds)[number];

/** A new one, or `about` again with what was missing. */
const offer = form({
  title: 'Offer an item of the hand-over',
  lead: 'The receiving service answers each item for itself: it accepts it, or asks for what is missing (TRN-B3.3).',
  button: 'Offer the item',
  recorded: 'The item is offered. The receiving service has a task to answer it.',
  questions: (_: HandOverSubject) => ({
    on: when('When was it offered?'),
    kind: one<ItemKind>({ label: 'Which item?', options: optionsOf(handOverKinds), none: 'Choose the item' }),
    note: freeText({
      label: 'What goes with it? (optional)',
      hint: 'Where it lies, or what was added since it was queried',
    }),
  }),
  prefill: (subject) => ({ ...today(subject), kind: itemOf(subject)?.kind }),
  command: ({ on, kind, note }, subject, context) =>
    offerHandOverItems.of(
      { transitionId: subject.view.id },
      { items: [{ itemId: itemOf(subject)?.itemId, kind, note }], on },
      context,
    ),
});

const itemOf = ({ view, about }: HandOverSubject) => view.items.find(({ itemId }) => itemId === about);

const acceptReferral = form({
  title: 'The referral is accepted',
  lead: 'A promise to take the young person on. Until the service has opened the case or accepted the hand-over, CAMHS has them still (TRN-01, TRN-33).',
  button: 'Record that it is accepted',
  recorded: 'It is recorded that the referral is accepted.',
  questions: (_: HandOverSubject) => ({
    on: when('When was it accepted?'),
    by: line({ label: 'Who accepted it?', longest: 200, none: 'Enter who accepted it' }),
    evidence: line({
      label: 'Where is that written?',
      hint: 'The letter, the message or the minute',
      longest: 400,
      none: 'Enter where it is written',
    }),
  }),
  prefill: today,
  command: ({ on, by, evidence }, { view, about }, context) =>
    acceptReferralUseCase.of({ transitionId: view.id }, { destination: about, by, evidence, on }, context),
});

const refuseReferral = form({
  title: 'The referral is refused',
  lead: 'The young person stays with CAMHS, who look for another service (TRN-33).',
  button: 'Record that it is refused',
  checkFirst: 'You are about to say that this service does not take the young person on.',
  recorded: 'It is recorded that the referral is refused.',
  questions: (_: HandOverSubject) => ({
    on: when('When was it refused?'),
    reason: line({ label: 'Why?', longest: 4000, none: 'Enter the reason' }),
    fallback: pickOrNone<string>({ label: 'Where to turn instead? (optional)', options: services }),
  }),
  prefill: today,
  command: ({ on, ...answers }, { view, about }, context) =>
    refuseReferralUseCase.of({ transitionId: view.id }, { destination: about, ...answers, on }, context),
});

const services = destinations.filter(({ onward }) => onward).map(({ code, label }) => ({ value: code, text: label }));

const toldBy = reportChannels.filter((channel) => channel !== 'loaded-file');

/** Asked of CAMHS, where it records for a service that has nobody here (TRN-01b); the service itself leaves it empty. */
const report = () => ({
  channel: oneOrNone<ReportChannel>({
    label: 'If CAMHS records it for the service: how were you told?',
    options: optionsOf(toldBy),
  }),
  evidence: freeText({
    label: 'Where is that written?',
    hint: 'Needed where CAMHS records it for the service: the letter, the message or the minute',
  }),
});

const acceptAll = form({
  title: 'Accept the hand-over as a whole',
  lead: 'From this day on your service has the young person: CAMHS may close the case after it (TRN-01).',
  button: 'Accept the hand-over',
  checkFirst: 'You are about to say that your service has the young person from this day on.',
  recorded: 'The hand-over is accepted.',
  questions: (_: HandOverSubject) => ({
    on: when('When was it accepted?'),
    service: one<string>({ label: 'Which service?', options: services, none: 'Choose the service' }),
    by: freeText({ label: 'Who accepted it?' }),
    ...report(),
  }),
  prefill: (subject) => ({ ...today(subject), service: subject.view.destinationCode }),
  command: ({ on, by = '', ...answers }, { view }, context) =>
    acceptHandOver.of({ transitionId: view.id }, { ...answers, by, on }, context),
});

const opened = form({
  title: 'The receiving service has opened the case',
  lead: 'From this day on that service has the young person, leads and is called in a crisis (TRN-01, TRN-01a). It records this itself; CAMHS only for a service that has nobody here (TRN-01b).',
  button: 'Record the opening',
  checkFirst: 'You are about to say that this service has the young person from this day on.',
  recorded: 'It is recorded that the service has opened the case.',
  questions: (_: HandOverSubject) => ({
    on: when('When was it opened?'),
    service: one<string>({ label: 'Which service?', options: services, none: 'Choose the service' }),
    reference: freeText({ label: 'Its own reference' }),
    by: freeText({ label: 'Who of the service opened it? (optional)' }),
    ...report(),
  }),
  prefill: (subject) => ({ ...today(subject), service: subject.view.destinationCode }),
  command: ({ on, reference = '', ...answers }, { view }, context) =>
    openReceivingService.of({ transitionId: view.id }, { ...answers, reference, on }, context),
});

const book = form({
  title: 'Record a first appointment',
  lead: 'The day that was offered to the young person (TRN-27).',
  button: 'Record the appointment',
  recorded: 'The appointment is recorded.',
  questions: (_: HandOverSubject) => ({
    on: when('When was it booked?'),
    bookedFor: date({ label: 'For which day?', what: 'The day of the appointment', mayBeAhead: true }),
  }),
  prefill: today,
  command: ({ on, bookedFor }, { view }, context) =>
    bookFirstAppointment.of({ transitionId: view.id }, { bookedFor, on }, context),
});

const kept = form({
  title: 'The first appointment was kept',
  button: 'Record that it was kept',
  recorded: 'It is recorded that the appointment was kept.',
  questions: ({ today: day }: HandOverSubject) => ({
    on: when('When was it?'),
    practitionerId: pickOrNone<string>({
      label: 'Who saw them? (optional)',
      hint: 'The first two appointments are with the same (TRN-28)',
      options: listedOptions(['workers'], day),
    }),
    otherPractitionerReason: freeText({ label: 'If the second is with somebody else: why?' }),
  }),
  prefill: booked,
  command: ({ on, ...answers }, { view, about }, context) =>
    attendFirstAppointment.of({ transitionId: view.id, appointmentId: about }, { ...answers, on }, context),
});

const missed = form({
  title: 'The first appointment was missed',
  lead: 'The young person is contacted and gets another chance; nobody is discharged on a first miss (TRN-27).',
  button: 'Record that it was missed',
  recorded: 'It is recorded that the appointment was missed. A task to contact the young person follows.',
  questions: (_: HandOverSubject) => ({ on: when('When was it?') }),
  prefill: booked,
  command: ({ on }, { view, about }, context) =>
    missFirstAppointment.of({ transitionId: view.id, appointmentId: about }, { on }, context),
});

const contact = form({
  title: 'Contact after a missed appointment',
  button: 'Record the contact',
  recorded: 'The contact is recorded.',
  questions: (_: HandOverSubject) => ({
    on: when('When was it?'),
    method: one<Method>({ label: 'How?', options: optionsOf(contactMethods), none: 'Choose how' }),
    reached: yesOrNo({ label: 'Was the young person reached?', none: 'Say whether the young person was reached' }),
  }),
  prefill: today,
  command: ({ on, ...answers }, { view, about }, context) =>
    contactAfterMiss.of({ transitionId: view.id, appointmentId: about }, { ...answers, on }, context),
});

export const handOverForms: Readonly<Record<string, Form<HandOverSubject>>> = {
  accept,
  query,
  offer,
  'accept-referral': acceptReferral,
  'refuse-referral': refuseReferral,
  'accept-all': acceptAll,
  opened,
  book,
  kept,
  missed,
  contact,
};
