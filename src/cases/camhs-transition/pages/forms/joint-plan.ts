// The form of the joint plan: signed or declined and why, the copy, the contacts that it promises (TRN-08, TRN-45, AMB-14).
import { words } from '../../../../engine/web/present/words.js';
import { listedOptions } from '../../../../engine/web/forms/listed.js';
import { form } from '../../../../engine/web/forms/form.js';
import { textOf, type Question } from '../../../../engine/web/forms/question.js';
import { date, freeText, one, optionalDate, optionsOf, pickOrNone } from '../../../../engine/web/forms/questions.js';
import { agreeJointPlan } from '../../commands/agree-joint-plan.js';
import { contactKinds, familySignatures, youngPersonSignatures } from '../../domain/codes.js';
import type { TransitionSubject } from './subject.js';

type Kind = (typeof contactKinds)[number];

const everyDays = (kind: Kind): Question<number | undefined> => ({
  kind: 'text',
  label: `${words(kind)}: every how many days? (optional)`,
  read(typed, name) {
    const text = textOf(typed[name]);
    if (text === '') return { value: undefined };
    const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
    if (days < 1 || days > 366) return { problem: `${words(kind)} must be promised every 1 to 366 days (TRN-08)` };
    return { value: days };
  },
  shown: (days) => (days === undefined ? 'Not promised' : `Every ${days} days`),
});

/** Whoever promises a contact is needed where one is promised. */
const promisedBy = ({ today: day }: TransitionSubject): Question<string | undefined> => {
  const options = listedOptions(['roles', 'organisations', 'teams'], day);
  const asked = pickOrNone<string>({ label: 'If contacts are promised: by whom?', options });
  return {
    ...asked,
    read(typed, name, today) {
      const some = contactKinds.some((kind) => textOf(typed[`every.${kind}`]) !== '');
      if (some && textOf(typed[name]) === '') return { problem: 'Say who promises the contacts (TRN-08)' };
      return asked.read(typed, name, today);
    },
  };
};

export const jointPlan = form({
  title: 'Record the joint plan',
  lead: 'Agreed by all: signed, or declined and why (TRN-45). The contacts that it promises after the transfer are followed up (TRN-08).',
  button: 'Record the joint plan',
  recorded: 'The joint plan is recorded.',
  questions: (subject: TransitionSubject) => ({
    on: date({ label: 'When was it agreed?', what: 'The day on which it was agreed' }),
    youngPerson: one<(typeof youngPersonSignatures)[number]>({
      label: 'The young person',
      options: optionsOf(youngPersonSignatures),
      none: 'Say whether the young person signed (TRN-45)',
    }),
    reason: freeText({ label: 'If the young person declined to sign: why?', hint: 'Kept sealed' }),
    family: one<(typeof familySignatures)[number]>({
      label: 'The family',
      options: optionsOf(familySignatures),
      none: 'Say whether the family signed (AMB-14)',
    }),
    familyReason: freeText({ label: 'If the family declined to sign: why?', hint: 'Kept sealed' }),
    copyGivenOn: optionalDate({ label: 'When was the copy given?', what: 'The day on which the copy was given' }),
    ...(Object.fromEntries(contactKinds.map((kind) => [`every.${kind}`, everyDays(kind)])) as Record<
      `every.${Kind}`,
      Question<number | undefined>
    >),
    promisedBy: promisedBy(subject),
  }),
  command: (answers, { view }, context) => {
    const { on, youngPerson, reason, family, familyReason, copyGivenOn, promisedBy: by = '' } = answers;
    const promisedContacts = contactKinds.flatMap((kind) => {
      const days = answers[`every.${kind}`];
      return days === undefined ? [] : [{ kind, everyDays: days, by }];
    });
    const signed = { youngPerson, reason, family, familyReason, copyGivenOn, promisedContacts };
    return agreeJointPlan.of({ transitionId: view.id }, { ...signed, on }, context);
  },
});
