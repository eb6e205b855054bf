// The forms of a wait, by their names in the address: a contact while waiting, and the appointment for the first contact.
import { bookFirstContact } from '../../commands/book-first-contact.js';
import { escalateConcern } from '../../commands/escalate-concern.js';
import { recordWaitingWellContact } from '../../commands/record-waiting-well-contact.js';
import {
  accessibleFormats,
  contactChannels,
  contactOutcomes,
  contactRecipients,
  contactTypes,
  riskChanges,
  type AccessibleFormat,
  type ContactChannel,
  type ContactOutcome,
  type ContactRecipient,
  type ContactType,
  type RiskChange,
} from '../../domain/contact-codes.js';
import { urgencies, type Urgency } from '../../domain/codes.js';
import { form, type Form } from '../../../../engine/web/forms/form.js';
import { date, freeText, one, optionsOf } from '../../../../engine/web/forms/questions.js';
import type { OneWait } from '../../queries/wait-answer.js';
import type { CivilDate } from '../../../../kernel/calendar/index.js';

export interface WaitSubject {
  readonly wait: OneWait;
  readonly today: CivilDate;
}

const contact = form({
  title: 'Record a contact while waiting',
  lead: 'With the family, the young person or a professional. The clock runs on; the next contact is due from this one (WAIT-45).',
  button: 'Record the contact',
  recorded: 'The contact is recorded. The next one is due from it.',
  questions: (_: WaitSubject) => ({
    on: date({ label: 'When was it?', what: 'The day of the contact' }),
    contact: one<ContactType>({
      label: 'What was it about?',
      options: optionsOf(contactTypes),
      none: 'Choose what it was about',
    }),
    to: one<ContactRecipient>({ label: 'With whom?', options: optionsOf(contactRecipients), none: 'Choose with whom' }),
    channel: one<ContactChannel>({ label: 'How?', options: optionsOf(contactChannels), none: 'Choose how' }),
    accessibleFormat: one<AccessibleFormat>({
      label: 'In which accessible format?',
      options: optionsOf(accessibleFormats, { 'none-needed': 'Nobody asked for one' }),
      none: 'Choose the format',
    }),
    outcome: one<ContactOutcome>({
      label: 'What came of it?',
      options: optionsOf(contactOutcomes),
      none: 'Choose what came of it',
    }),
    riskChange: one<RiskChange>({
      label: 'Has the risk changed?',
      hint: 'A concern that grew is escalated besides; that never resets the clock (WAIT-47)',
      options: optionsOf(riskChanges),
      none: 'Choose whether the risk has changed',
    }),
    note: freeText({ label: 'Note (optional)', hint: 'Kept sealed' }),
  }),
  command: (answers, { wait }, context) => recordWaitingWellContact.of({ id: wait.id }, { ...answers }, context),
});

const appointment = form({
  title: 'Record an appointment',
  lead: 'The day that was agreed for the first contact. The wait goes on until it is attended (WAIT-03, WAIT-31).',
  button: 'Record the appointment',
  recorded: 'The appointment is recorded. The wait goes on until it is attended.',
  questions: (_: WaitSubject) => ({
    on: date({ label: 'When was it agreed?', what: 'The day on which it was agreed' }),
    appointmentOn: date({ label: 'For which day?', what: 'The day of the appointment', mayBeAhead: true }),
  }),
  command: (answers, { wait }, context) => bookFirstContact.of({ id: wait.id }, { ...answers }, context),
});

const escalation = form({
  title: 'Escalate a concern',
  lead: 'It changes who is seen first, and never the clock (WAIT-47). In danger now: ring the crisis line or 999 first.',
  button: 'Escalate the concern',
  recorded: 'The concern is escalated. They are seen in the new order; the clock runs on as before.',
  questions: (_: WaitSubject) => ({
    on: date({ label: 'When was it seen?', what: 'The day on which it was seen' }),
    urgency: one<Urgency>({
      label: 'How urgent is it now?',
      options: optionsOf(urgencies),
      none: 'Choose how urgent it is now',
    }),
    concern: freeText({ label: 'What is the concern?', hint: 'Kept sealed' }),
  }),
  command: ({ concern = '', ...answers }, { wait }, context) =>
    escalateConcern.of({ id: wait.id }, { ...answers, concern }, context),
});

export const waitForms = { contact, appointment, escalation } as const satisfies Readonly<
  Record<string, Form<WaitSubject>>
>;

export const isWaitForm = (name: string): name is keyof typeof waitForms => Object.hasOwn(waitForms, name);
