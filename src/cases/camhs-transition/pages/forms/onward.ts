// The forms of where the young person goes: the destination, the adult worker, and the closure to CAMHS (TRN-01, TRN-09, TRN-50).
import { form } from '../../../../engine/web/forms/form.js';
import { date, freeText, one, optionalLine, optionsOf } from '../../../../engine/web/forms/questions.js';
import { changeLeadService } from '../../commands/change-lead-service.js';
import { chooseReceivingService } from '../../commands/choose-receiving-service.js';
import { closeCamhs } from '../../commands/close-camhs.js';
import { nameAdultWorker } from '../../commands/name-adult-worker.js';
import { referOnward } from '../../commands/refer-onward.js';
import { leads, workerRoles, type Lead } from '../../domain/codes.js';
import { destinations } from '../../domain/destinations.js';
import type { TransitionSubject } from './subject.js';

const all = destinations.map(({ code, label }) => ({ value: code, text: label }));
const services = destinations.filter(({ onward }) => onward).map(({ code, label }) => ({ value: code, text: label }));
const chosen = ({ work }: TransitionSubject, name: string) =>
  work.destinationCode === undefined ? {} : { [name]: work.destinationCode };

export const destination = form({
  title: 'Choose the destination',
  lead: 'The service that is to take over, chosen with the young person (TRN-50). Nothing closes by choosing it.',
  button: 'Record the destination',
  recorded: 'The destination is recorded.',
  questions: (_: TransitionSubject) => ({
    on: date({ label: 'When was it chosen?', what: 'The day on which it was chosen' }),
    destination: one<string>({ label: 'Where to?', options: all, none: 'Choose the destination (TRN-50)' }),
  }),
  prefill: (subject) => chosen(subject, 'destination'),
  command: ({ on, ...answers }, { view }, context) =>
    chooseReceivingService.of({ transitionId: view.id }, { ...answers, on }, context),
});

export const referral = form({
  title: 'Record a referral onward',
  lead: 'The referral to the service that is to take over. It waits for an answer; until it is accepted CAMHS keeps the case (TRN-01, TRN-33).',
  button: 'Record the referral',
  recorded: 'The referral is recorded. It waits for an answer of the receiving service.',
  questions: (_: TransitionSubject) => ({
    on: date({ label: 'When was it sent?', what: 'The day on which it was sent' }),
    destination: one<string>({ label: 'To which service?', options: services, none: 'Choose the service (TRN-50)' }),
    evidence: optionalLine({
      label: 'Reference of the letter or form (optional)',
      longest: 400,
    }),
  }),
  prefill: (subject) => chosen(subject, 'destination'),
  command: ({ on, ...answers }, { view }, context) =>
    referOnward.of({ transitionId: view.id }, { ...answers, on }, context),
});

export const adultWorker = form({
  title: 'Name the adult worker',
  lead: 'The link worker is the named contact; the care co-ordinator leads the care (TRN-09). Both are dated.',
  button: 'Record the adult worker',
  recorded: 'The adult worker is recorded.',
  questions: (_: TransitionSubject) => ({
    on: date({ label: 'When was the worker named?', what: 'The day on which the worker was named' }),
    role: one<(typeof workerRoles)[number]>({
      label: 'In which role?',
      options: optionsOf(workerRoles),
      none: 'Choose the role',
    }),
    service: one<string>({ label: 'In which service?', options: services, none: 'Choose the service' }),
    name: { ...freeText({ label: 'Name of the worker', hint: 'Kept sealed' }), kind: 'text' as const },
  }),
  prefill: (subject) => chosen(subject, 'service'),
  command: ({ on, name = '', ...answers }, { view }, context) =>
    nameAdultWorker.of({ transitionId: view.id }, { ...answers, name, on }, context),
});

const sideOf = (who: string): Lead => (who === 'camhs' ? 'camhs' : 'adult');

export const lead = form({
  title: 'Record who leads',
  lead: 'CAMHS leads and is called in a crisis until a service has opened the case or accepted the hand-over; from that day the service does (TRN-01a). Say here that CAMHS stays for a while after it, where that was agreed (TRN-B2.4).',
  button: 'Record who leads',
  recorded: 'Who leads, and whom to ring in a crisis, is recorded.',
  questions: (_: TransitionSubject) => ({
    on: date({ label: 'From which day?', what: 'The first day' }),
    lead: one<Lead>({ label: 'Who leads the care?', options: optionsOf(leads), none: 'Say who leads (TRN-B2.4)' }),
    crisisContact: one<Lead>({
      label: 'Whom to ring in a crisis?',
      options: optionsOf(leads),
      none: 'Say whom to ring in a crisis (TRN-B2.4)',
    }),
  }),
  prefill: ({ view }) => ({ lead: sideOf(view.leadService), crisisContact: sideOf(view.crisisContact) }),
  command: ({ on, ...answers }, { view }, context) =>
    changeLeadService.of({ transitionId: view.id }, { ...answers, on }, context),
});

export const close = form({
  title: 'Close to CAMHS',
  lead: 'Not before the receiving service has opened the case or accepted the hand-over, whatever the age (TRN-01).',
  button: 'Close the case to CAMHS',
  checkFirst:
    'From this day on CAMHS does not have the young person any more. Nobody may fall between: check the day and where they go.',
  recorded: 'The case is closed to CAMHS.',
  questions: (_: TransitionSubject) => ({
    on: date({ label: 'On which day was it closed?', what: 'The day of the closure' }),
    destination: one<string>({ label: 'Where to?', options: all, none: 'Choose where they go (TRN-50)' }),
    receivingParty: freeText({ label: 'Who takes over there? (optional)' }),
    acceptanceEvidence: freeText({
      label: 'What shows that they have accepted?',
      hint: 'Needed for a service that takes over: the letter, the minute or the message',
    }),
  }),
  prefill: (subject) => chosen(subject, 'destination'),
  command: ({ on, ...answers }, { view }, context) =>
    closeCamhs.of({ transitionId: view.id }, { ...answers, on }, context),
});
