// The words of the own form that hang on who answers and on what happened: short, and for somebody of eleven too.
import { longDate } from '../../../engine/web/present/dates.js';
import type { OnwardError } from '../../../kernel/errors.js';
import type { AnswerCode } from '../domain/questionnaires/answers.js';
import type { Voice } from '../domain/questionnaires/questionnaire.js';
import type { BothChanged } from './as-it-was-shown.js';
import type { Closed, OwnForm } from './own-forms.js';

/** RSG-05: yes, extra help, and what paper leaves blank because it does not concern one; the last takes an answer back. */
export const answerWords = (
  voice: Voice,
  easy: boolean,
): readonly { readonly value: AnswerCode | ''; readonly text: string }[] => [
  { value: 'yes', text: easy ? 'Yes' : 'Yes, I am OK with this' },
  { value: 'help', text: easy ? 'I want help' : 'I would like help with this' },
  { value: 'not-applicable', text: voice === 'parent' ? 'This is not about us' : 'This is not about me' },
  { value: '', text: easy ? 'Leave it out' : 'Leave this one out' },
];

const notSafe = {
  usual: 'If somebody may not be safe, the team may have to tell people who can help.',
  easy: 'If somebody is not safe, the team may have to tell someone who can help.',
};

/** RSG-04, AMB-19: two voices, and neither sees the other's form; what the team may tell parents ends being theirs to ask at 16 and at 18. */
export function whoSeesWords({ link: { voice }, from16 }: Pick<OwnForm, 'link' | 'from16'>, easy: boolean): string[] {
  if (voice === 'parent')
    return [
      'The young person does not see your answers here, and you do not see theirs. The team at the clinic reads both.',
      ...(from16 ? ['They are 16 or over: what they tell the team is theirs to share.'] : []),
    ];
  if (voice === 'adult')
    return easy
      ? ['Your parents or carers do not see this form.', 'You are an adult. You say what they are told.', notSafe.easy]
      : [
          'Your parents or carers do not see your answers here. You are an adult: they are told only what you say yes to.',
          notSafe.usual,
        ];
  if (from16)
    return easy
      ? [
          'Your parents or carers do not see this form.',
          'You are 16 or over. You say what they are told.',
          notSafe.easy,
        ]
      : [
          'Your parents or carers do not see your answers here. You are 16 or over: what you tell your team is yours to share.',
          notSafe.usual,
        ];
  return easy
    ? [
        'Your parents or carers do not see this form.',
        'Your team reads it. They talk with you about what your parents or carers need to know.',
        notSafe.easy,
      ]
    : [
        'Your parents or carers do not see your answers here: they have a form of their own. Your team talks with you about what they need to know.',
        notSafe.usual,
      ];
}

/** Where it was answered elsewhere too since the page was opened: what became of both, and what was chosen there. */
export function bothChangedWords({ tick, words }: BothChanged, voice: Voice): string {
  const there = answerWords(voice, false).find(({ value }) => value === (tick?.kept ?? ''))?.text ?? '';
  return [
    'This was changed on another page or phone meanwhile.',
    ...(words ? ['What was written there and here is in the box.'] : []),
    ...(tick ? [`There the answer was “${there}”, and that is kept. Keep this page again to change it.`] : []),
  ].join(' ');
}

interface Message {
  readonly title: string;
  readonly lines: readonly string[];
}

const newLink = 'Ask the clinic that gave it to you for a new one.';

export function closedWords(form: OwnForm, justKept: boolean): Message {
  const { closed, link, sentAt } = form;
  const all: Readonly<Record<Closed, Message>> = {
    sent: {
      title: sentAt === undefined ? 'This form was sent' : 'Thank you: your form was sent',
      lines: [
        'Your team at the clinic can read it now, and will talk about it with you.',
        whoSeesWords(form, false)[0] ?? '',
        'You do not need this link any more. If something has changed, tell your team.',
      ],
    },
    'sending-taken-back': {
      title: 'This form was sent, and taken back by the clinic',
      lines: [`The link opens nothing any more. ${newLink}`],
    },
    'taken-back': { title: 'The clinic took this link back', lines: [`It opens nothing any more. ${newLink}`] },
    ended: {
      title: 'This form is closed',
      lines: ['The clinic does not need it any more. You do not have to do anything.'],
    },
    'grown-up': {
      title: 'This form is closed',
      lines: [
        'The young person is 18 now: a parent or carer is asked only if they say yes to it themselves (TRN-42).',
        'If they do, the clinic can give you a new link.',
      ],
    },
    'needs-consent': {
      title: 'This form needs your yes first',
      lines: ['Tell the clinic that you want to answer it. Then this link opens.'],
    },
    'run-out': {
      title: justKept ? 'What you wrote is kept, but not sent' : 'The time for this link is over',
      lines: [
        `It could be used until ${longDate(link.validUntil)}. What you wrote before is kept for you.`,
        'Ask the nurse or the clinic that gave it to you for more time: then the same link opens again, with what you wrote.',
      ],
    },
  };
  return all[closed ?? 'ended'];
}

/** What was refused before any form was asked: by its status. */
export function refusedWords(status: number): Message {
  if (status === 413)
    return {
      title: 'That is more than this form can keep at once',
      lines: [
        'Nothing of what you sent just now is kept. Go back with the button of your browser: your words still stand there.',
        'Then keep one question at a time, or use fewer words.',
      ],
    };
  return status === 404 ? noForm : notJustNow;
}

const noForm: Message = {
  title: 'This link does not open a form',
  lines: [
    'A letter of it may be missing, or the clinic has taken it back.',
    'Look at it again. If it still does not open, ask the clinic that gave it to you.',
  ],
};

const notJustNow: Message = {
  title: 'This does not work just now',
  lines: ['It is not your fault. Go back and try again in a minute. What you sent before is kept.'],
};

/** What is no matter of the form itself. */
export function troubleWords({ type, parts }: OnwardError): Message & { readonly status: number } {
  if (type === 'not-found') return { ...noForm, status: 404 };
  if (type === 'too-many-attempts')
    return { title: 'Too many wrong links', lines: ['Wait a minute, then try your link again.'], status: 429 };
  if (type === 'refused-by-rule')
    return { title: 'This cannot be sent as it is', lines: [parts.detail, parts.help ?? newLink], status: 422 };
  return { ...notJustNow, status: 503 };
}
