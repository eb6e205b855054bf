// The forms that put right what was recorded of a transition: another date, or taken back, each with its reason (REC-11).
import { formatDate } from '../../../../kernel/calendar/index.js';
import { form } from '../../../../engine/web/forms/form.js';
import type { Option } from '../../../../engine/web/forms/question.js';
import { date, pick, reason } from '../../../../engine/web/forms/questions.js';
import { inWords, words } from '../../../../engine/web/present/words.js';
import { correctTransitionDate } from '../../commands/correct-transition-date.js';
import { withdrawTransitionFact } from '../../commands/withdraw-transition-fact.js';
import type { StandingFact } from '../../queries/work-view.js';
import type { TransitionSubject } from './subject.js';

const nameOf = ({ view }: TransitionSubject, { type, stepId, about }: StandingFact): string => {
  const step = view.stages.flatMap(({ steps }) => steps).find(({ id }) => id === stepId);
  return [words(type), stepId, step?.title, about && inWords(about)].filter(Boolean).join(', ');
};

const happened = ({ dates }: StandingFact): string => {
  const on = dates.find(({ field }) => field === 'occurredOn')?.on;
  return on === undefined ? '' : `${formatDate(on)}: `;
};

const newestFirst = ({ work }: TransitionSubject): StandingFact[] => [...work.facts].reverse();

/** Every date of every fact; the day of the fact itself, or a further one that it carries. */
const datesOf = (subject: TransitionSubject) =>
  newestFirst(subject).flatMap((fact) =>
    fact.dates.map(({ field, on }) => ({
      ...{ eventId: fact.eventId, field, on },
      value: `${field} ${fact.eventId}`,
      text:
        field === 'occurredOn'
          ? `${happened(fact)}${nameOf(subject, fact)}`
          : `${formatDate(on)}: ${inWords(field)} of ${inWords(nameOf(subject, fact))}`,
    })),
  );

/** The opening is not taken back: without it there is no case. */
const facts = (subject: TransitionSubject): Option[] =>
  newestFirst(subject)
    .filter(({ type }) => type !== 'TransitionOpened')
    .map((fact) => ({ value: fact.eventId, text: `${happened(fact)}${nameOf(subject, fact)}` }));

export const correct = form({
  title: 'Correct a date',
  lead: 'Every date that is reckoned from it is reckoned anew. The history keeps both, with your name and the reason (REC-11).',
  button: 'Correct the date',
  checkFirst: 'What is due of this case may change by it. Check the date against the note or the letter.',
  recorded: 'The date is corrected. What is due is reckoned from it.',
  questions: (subject: TransitionSubject) => ({
    wrong: pick<string>({
      label: 'Which date is wrong?',
      options: datesOf(subject),
      none: 'Choose the date that is wrong',
    }),
    to: date({ label: 'What is the right date?', what: 'The right date', mayBeAhead: true }),
    reason: reason({ label: 'Why is it corrected?', hint: 'Kept sealed', none: 'Enter why it is corrected (REC-11)' }),
  }),
  command: ({ wrong, to, reason: why }, subject, context) => {
    const { eventId = '', field = 'occurredOn', on = to } = datesOf(subject).find(({ value }) => value === wrong) ?? {};
    const details = { correctsEventId: eventId, field, from: on, to, reason: why };
    return correctTransitionDate.of({ transitionId: subject.view.id }, { ...details, on: subject.today }, context);
  },
});

export const withdraw = form({
  title: 'Take back what should not have been recorded',
  lead: 'For what never happened, or belongs to somebody else. Where only the date is wrong, correct the date instead. The history keeps it, with your name and the reason (REC-11).',
  button: 'Take it back',
  checkFirst: 'From now on it counts as not recorded: what hangs on it is due again. The history keeps it.',
  recorded: 'It is taken back. What is due is reckoned without it.',
  questions: (subject: TransitionSubject) => ({
    fact: pick<string>({ label: 'What is taken back?', options: facts(subject), none: 'Choose what is taken back' }),
    reason: reason({
      label: 'Why should it not have been recorded?',
      hint: 'Kept sealed',
      none: 'Enter why it is taken back (REC-11)',
    }),
  }),
  command: ({ fact, reason: why }, { view, today }, context) =>
    withdrawTransitionFact.of({ transitionId: view.id }, { correctsEventId: fact, reason: why, on: today }, context),
});
