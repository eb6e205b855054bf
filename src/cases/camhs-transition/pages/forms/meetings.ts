// The form of the interface meeting: a case was discussed there, with whom, and whether by name (TRN-44).
import { words } from '../../../../engine/web/present/words.js';
import { listedOptions } from '../../../../engine/web/forms/listed.js';
import { form } from '../../../../engine/web/forms/form.js';
import {
  date,
  freeText,
  one,
  oneOrNone,
  optionalDate,
  optionsOf,
  pickOrNone,
  several,
} from '../../../../engine/web/forms/questions.js';
import { discussAtInterface } from '../../commands/discuss-at-interface.js';
import {
  attendeeRoles,
  interfaceDecisions,
  interfaceManners,
  type AttendeeRole,
  type InterfaceDecision,
  type InterfaceManner,
} from '../../domain/codes.js';
import type { TransitionSubject } from './subject.js';

const mannerHints: Readonly<Record<InterfaceManner, string>> = {
  named: 'Only with consent for every service that was there, on that day',
  anonymised: 'Age and stage only: needs no consent',
  override: 'Only with an override on the young person’s record',
};

export const interfaceMeeting = form({
  title: 'Record an interface discussion',
  lead: 'That the case was discussed, with whom, and whether by name (TRN-44). Steps of the protocol are recorded by themselves.',
  button: 'Record the discussion',
  recorded: 'The discussion is recorded.',
  questions: ({ today, work }: TransitionSubject) => ({
    on: date({ label: 'When was the meeting?', what: 'The day of the meeting' }),
    recipients: several<string>({
      label: 'Which adult services were there?',
      options: work.consents.map(({ recipient }) => ({ value: recipient, text: words(recipient) })),
    }),
    other: pickOrNone<string>({
      label: 'Another adult service (optional)',
      options: listedOptions(['organisations'], today),
    }),
    manner: one<InterfaceManner>({
      label: 'How was it discussed?',
      options: optionsOf(interfaceManners, mannerHints),
      none: 'Say how it was discussed (TRN-44)',
    }),
    decision: oneOrNone<InterfaceDecision>({
      label: 'What was decided? (optional)',
      hint: 'Only where the young person was named',
      options: optionsOf(interfaceDecisions),
    }),
    minute: freeText({ label: 'Minute, in short (optional)', hint: 'Kept sealed. It stands on the next agenda' }),
    action: freeText({ label: 'What is to be done? (optional)', hint: 'Kept sealed' }),
    actionBy: oneOrNone<AttendeeRole>({ label: 'By whom?', options: optionsOf(attendeeRoles) }),
    actionDueOn: optionalDate({ label: 'By when?', what: 'The day by which it is to be done', mayBeAhead: true }),
  }),
  prefill: ({ work }) => (work.consents.length === 1 ? { recipients: work.consents.map((one) => one.recipient) } : {}),
  command: ({ on, recipients, other, manner, ...minuted }, { view }, context) => {
    const there = [...new Set([...recipients, ...(other === undefined ? [] : [other])])].sort();
    // One meeting a day with the same services: recorded twice, it is found to be the same.
    const meetingId = ['interface', on, ...there].join('/').slice(0, 120);
    return discussAtInterface.of(
      { transitionId: view.id },
      { meetingId, manner, recipients: there, ...minuted, on },
      context,
    );
  },
});
