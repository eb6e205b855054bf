// The forms of ceasing a plan: two letters, two dates, and no effect before the time for an appeal has run (EHC-60 to EHC-66).
import { CeasePlan } from '../../commands/cease-plan.js';
import { DecideCease } from '../../commands/decide-cease.js';
import { ProposeCease } from '../../commands/propose-cease.js';
import grounds from '../../domain/cease-grounds.json' with { type: 'json' };
import { legalRoles } from '../../domain/words.js';
import { form } from '../../../web/forms/form.js';
import { date, one, oneOrNone, optionsOf, several, yesOrNo } from '../../../web/forms/questions.js';
import type { ReviewSubject } from './subject.js';

const groundsWith = (letters: boolean) =>
  Object.entries(grounds.grounds)
    .filter(([, ground]) => ground.letters === letters)
    .map(([value, { title }]) => ({ value, text: title.charAt(0).toUpperCase() + title.slice(1) }));

export const ceaseProposal = form({
  title: 'Record the proposal to cease the plan',
  lead: 'The first of the two letters: the family is told and consulted, and the head of the school (EHC-62).',
  button: 'Record the proposal',
  checkFirst: 'The family must have been told and consulted before this is recorded.',
  recorded: 'The proposal to cease is recorded. The plan stays in force.',
  questions: (_: ReviewSubject) => ({
    on: date({ label: 'When was the letter sent?', what: 'The day of the letter' }),
    consulted: several({ label: 'Who was consulted?', options: optionsOf(legalRoles), none: 'Tick who was consulted' }),
  }),
  command: ({ on, consulted }, { plan }, context) =>
    new ProposeCease(plan.id, { on, consulted: [...consulted] }, context),
});

export const ceaseDecision = form({
  title: 'Record the decision to cease the plan',
  lead: 'The second of the two letters, with the right of appeal (EHC-62).',
  button: 'Record the decision to cease',
  checkFirst:
    'The plan stays in force until the time for an appeal has run (EHC-63). Record this only if the letter has been sent.',
  recorded: 'The decision to cease is recorded. The plan stays in force until the time for an appeal has run.',
  questions: (_: ReviewSubject) => ({
    on: date({ label: 'When was the letter sent?', what: 'The day of the letter' }),
    ground: one({ label: 'On which ground?', options: groundsWith(true), none: 'Choose the ground' }),
    reviewShowsNoReturn: yesOrNo({
      label: 'Has a review shown that they do not want to return, or that it would be inappropriate?',
      none: 'Say what a review has shown (EHC-61)',
    }),
    appealRightsGiven: yesOrNo({
      label: 'Does it give the right of appeal?',
      none: 'Say whether it gives the right of appeal',
    }),
  }),
  command: (answers, { plan }, context) => new DecideCease(plan.id, answers, context),
});

export const cease = form({
  title: 'Record that the plan ceased',
  button: 'Record that the plan ceased',
  checkFirst: 'The plan ends on this day: every clock of it stops.',
  recorded: 'The plan has ceased.',
  questions: (_: ReviewSubject) => ({
    on: date({ label: 'On which day did it take effect?', what: 'The day on which it took effect' }),
    ground: oneOrNone({ label: 'Only where no letters come before: on which ground?', options: groundsWith(false) }),
  }),
  command: (answers, { plan }, context) => new CeasePlan(plan.id, answers, context),
});
