// The form that forgets a person: whose record it is, what ends with it and what does not, a ground, and the number of the decision.
import type { CivilDate } from '../../../../kernel/calendar/index.js';
import { form, type Form } from '../../../../engine/web/forms/form.js';
import { line, one, optionsOf, several } from '../../../../engine/web/forms/questions.js';
import { words } from '../../../../engine/web/present/words.js';
import { forgettingGrounds, type ForgettingGround } from '../../../../engine/person/domain/events.js';
import { decisionNumber, forgetPerson, type OpenCasesStop } from '../forgetting.js';

export interface ForgetSubject {
  readonly personId: string;
  readonly today: CivilDate;
  readonly name: string;
  /** In words; empty where it is not known. */
  readonly birthDate: string;
  /** Pathways of the cases that are still open, one for each case. */
  readonly open: readonly string[];
}

const hints: Readonly<Record<ForgettingGround, string>> = {
  'retention-ended': 'Only once every rule of keeping has run out (REC-03)',
  'erasure-granted': 'A request for erasure was granted (REC-10)',
  'registered-in-error': 'There should have been no record of this person',
  'court-order': 'A court has ordered it',
};

const whose = ({ name, birthDate }: ForgetSubject): string =>
  `${name === '' ? 'Somebody whose name is not on record' : name}${birthDate === '' ? '' : `, born ${birthDate}`}`;

const openWords = ({ open }: ForgetSubject): string => open.map((pathway) => words(pathway)).join(', ');

const warningOf = (subject: ForgetSubject): string =>
  [
    `You are about to forget ${whose(subject)}. This cannot be undone.`,
    'Name, birth date, numbers, contacts and every free text about this person become unreadable here, in every list and in the history. What stays is that things happened, on which days, without anybody’s name; and this decision with its number.',
    ...(subject.open.length === 0
      ? []
      : [`Still open, and followed by nobody any more after this: ${openWords(subject)}.`]),
    'It does not reach what other controllers keep: the council, the mental-health trust and the community trust each decide about their own systems (REC-05).',
    'Nor does it reach backups made before today: they still hold the key. Have them deleted; one that is restored must be restored with the keys of today (--destroyed-keys), or this person forgotten again.',
  ].join(' ');

export const forgetFormOf = (subject: ForgetSubject): Form<ForgetSubject> =>
  form({
    title: 'Forget this person',
    lead: `This is the record of ${whose(subject)}. The key to everything personal in it is destroyed; nobody can bring it back from what Onward holds here (REC-12).`,
    button: 'Forget this person for ever',
    cannotBeUndone: true,
    canBeRehearsed: true,
    checkFirst: warningOf(subject),
    recorded:
      'The person is forgotten. What was personal cannot be read here any more. Have backups from before today deleted.',
    questions: (_: ForgetSubject) =>
      subject.open.length === 0 ? asked : { openCases: openCasesQuestion(subject), ...asked },
    command: ({ ground, decision }, { personId, open }, context) => {
      const openCases: OpenCasesStop | undefined = open.length === 0 ? undefined : 'stop-with-it';
      return forgetPerson.of({ personId }, { ground, decision, openCases }, context);
    },
  });

const asked = {
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
};

const openCasesQuestion = (subject: ForgetSubject) =>
  several<OpenCasesStop>({
    label: `Cases of this person are still open: ${openWords(subject)}`,
    hint: 'Ask those who hold them to end them first. Nobody follows them any more once the person is forgotten',
    options: [{ value: 'stop-with-it', text: 'They stop with the record, and those who hold them know it' }],
    none: 'Have the open cases ended first, or say that they stop with the record (REC-05)',
  });
