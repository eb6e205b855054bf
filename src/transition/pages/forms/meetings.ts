// The form of the interface meeting: a case was discussed there, with whom, and whether by name (TRN-44).
import { words } from '../../../web/present/words.js';
import { form } from '../../../web/forms/form.js';
import { date, freeText, one, optionsOf, several } from '../../../web/forms/questions.js';
import { DiscussAtInterface } from '../../commands/discuss-at-interface.js';
import { interfaceManners, type InterfaceManner } from '../../domain/codes.js';
import type { TransitionSubject } from './subject.js';

const mannerHints: Readonly<Record<InterfaceManner, string>> = {
  named: 'Only with consent for every service that was there, on that day',
  anonymised: 'Age and stage only: needs no consent',
  override: 'Only with an override on the young person’s record',
};

export const interfaceMeeting = form({
  title: 'Record an interface discussion',
  lead: 'That the case was discussed, with whom, and whether by name (TRN-44). What was agreed is recorded as steps.',
  button: 'Record the discussion',
  recorded: 'The discussion is recorded.',
  questions: ({ work }: TransitionSubject) => ({
    on: date({ label: 'When was the meeting?', what: 'The day of the meeting' }),
    recipients: several<string>({
      label: 'Which adult services were there?',
      options: work.consents.map(({ recipient }) => ({ value: recipient, text: words(recipient) })),
    }),
    other: { ...freeText({ label: 'Another adult service (its code, optional)' }), kind: 'text' as const },
    manner: one<InterfaceManner>({
      label: 'How was it discussed?',
      options: optionsOf(interfaceManners, mannerHints),
      none: 'Say how it was discussed (TRN-44)',
    }),
  }),
  prefill: ({ work }) => (work.consents.length === 1 ? { recipients: work.consents.map((one) => one.recipient) } : {}),
  command: ({ on, recipients, other, manner }, { view }, context) => {
    const there = [...new Set([...recipients, ...(other === undefined ? [] : [other])])].sort();
    // One meeting a day with the same services: recorded twice, it is found to be the same.
    const meetingId = ['interface', on, ...there].join('/').slice(0, 120);
    return new DiscussAtInterface(view.id, { meetingId, manner, recipients: there }, on, context);
  },
});
