// The form that forgets a person: a ground, and the number of the decision. No words: they would stay for ever.
import type { CivilDate } from '../../kernel/calendar/index.js';
import { form } from '../../web/forms/form.js';
import { line, one, optionsOf } from '../../web/forms/questions.js';
import { forgettingGrounds, type ForgettingGround } from '../../young-people/domain/events.js';
import { decisionNumber, ForgetPerson } from '../commands/forget-person.js';

export interface ForgetSubject {
  readonly personId: string;
  readonly today: CivilDate;
}

const hints: Readonly<Record<ForgettingGround, string>> = {
  'retention-ended': 'Only once every rule of keeping has run out (REC-03)',
  'erasure-granted': 'A request for erasure was granted (REC-10)',
  'registered-in-error': 'There should have been no record of this person',
  'court-order': 'A court has ordered it',
};

export const forget = form({
  title: 'Forget this person',
  lead: 'The key to everything personal is destroyed. Nobody can bring it back: not whoever runs Onward, not from a backup (REC-12).',
  button: 'Forget this person for ever',
  checkFirst:
    'This cannot be undone. Name, birth date, numbers, contacts and every free text about this person become unreadable, in every list and in every copy of the history. What stays is that things happened, on which days, without anybody’s name; and this decision with its number. Their open deadlines are asked of nobody any more.',
  recorded: 'The person is forgotten. What was personal cannot be read any more.',
  questions: (_: ForgetSubject) => ({
    ground: one<ForgettingGround>({
      label: 'On which ground?',
      options: optionsOf(forgettingGrounds, hints),
      none: 'Choose the ground (REC-10)',
    }),
    decision: line({
      label: 'Number of the decision',
      hint: 'As in your register, like RM-2046-0017. A number only: it stays for ever',
      none: 'Enter the number of the decision (REC-05)',
      like: { pattern: decisionNumber, otherwise: 'The number must be one of a register, like RM-2046-0017' },
    }),
  }),
  command: (answers, { personId, today }, context) => new ForgetPerson(personId, answers, today, context),
});
