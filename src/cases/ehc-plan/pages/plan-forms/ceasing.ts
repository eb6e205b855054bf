// The forms of ceasing a plan: two letters, two dates, and no effect before the time for an appeal has run (EHC-60 to EHC-66).
import { form } from '../../../../engine/web/forms/form.js';
import { date, one, oneOrNone, optionsOf, several, yesOrNo } from '../../../../engine/web/forms/questions.js';
import { ceasePlan } from '../../commands/cease-plan.js';
import { decideCease as decideCeaseUseCase } from '../../commands/decide-cease.js';
import { dropCease as dropCeaseUseCase } from '../../commands/drop-cease.js';
import { proposeCease as proposeCeaseUseCase } from '../../commands/propose-cease.js';
import grounds from '../../domain/cease-grounds.json' with { type: 'json' };
import { legalRoles } from '../../domain/words.js';
import { inForce, type PlanForm, type PlanSubject } from './plan-form.js';

/** The grounds that two letters go before, or those that need none. */
export const groundsWith = (letters: boolean) =>
  Object.entries(grounds.grounds)
    .filter(([, ground]) => ground.letters === letters)
    .map(([value, { title }]) => ({ value, text: title.charAt(0).toUpperCase() + title.slice(1) }));

export const proposeCease: PlanForm = {
  group: 'cease',
  needs: proposeCeaseUseCase.name,
  offers: inForce(
    'Record the first letter: the proposal to cease',
    ({ ceasing }) => !ceasing || (ceasing.proposedByReview !== undefined && !ceasing.decided),
  ),
  form: form({
    title: 'Record the proposal to cease the plan',
    lead: 'The first of the two letters: the family is told and consulted, and the head of the school (EHC-62).',
    button: 'Record the proposal',
    checkFirst: 'The family must have been told and consulted before this is recorded.',
    recorded: 'The proposal to cease is recorded. The plan stays in force.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When was the letter sent?', what: 'The day of the letter' }),
      consulted: several({
        label: 'Who was consulted?',
        options: optionsOf(legalRoles),
        none: 'Tick who was consulted',
      }),
    }),
    command: ({ on, consulted }, { plan }, context) =>
      proposeCeaseUseCase.of({ id: plan.id }, { on, consulted: [...consulted] }, context),
  }),
};

export const decideCease: PlanForm = {
  group: 'cease',
  needs: decideCeaseUseCase.name,
  offers: inForce('Record the second letter: the decision to cease', ({ ceasing }) =>
    Boolean(ceasing?.proposed && !ceasing.decided),
  ),
  form: form({
    title: 'Record the decision to cease the plan',
    lead: 'The second of the two letters, with the right of appeal (EHC-62).',
    button: 'Record the decision to cease',
    checkFirst:
      'The plan stays in force until the time for an appeal has run (EHC-63). Record this only if the letter has been sent.',
    recorded: 'The decision to cease is recorded. The plan stays in force until the time for an appeal has run.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When was the letter sent?', what: 'The day of the letter' }),
      ground: one<string>({ label: 'On which ground?', options: groundsWith(true), none: 'Choose the ground' }),
      reviewShowsNoReturn: yesOrNo({
        label: 'Has a review shown that they do not want to return, or that it would be inappropriate?',
        none: 'Say what a review has shown (EHC-61)',
      }),
      appealRightsGiven: yesOrNo({
        label: 'Does it give the right of appeal?',
        none: 'Say whether it gives the right of appeal',
      }),
    }),
    command: (answers, { plan }, context) => decideCeaseUseCase.of({ id: plan.id }, answers, context),
  }),
};

export const dropCease: PlanForm = {
  group: 'cease',
  needs: dropCeaseUseCase.name,
  offers: inForce('The plan is not to be ceased after all', ({ ceasing }) => Boolean(ceasing)),
  form: form({
    title: 'Record that ceasing is not pursued',
    lead: 'The plan is maintained as before. What was recorded of the proposal stays in the history.',
    button: 'Record that it is not pursued',
    checkFirst: 'The family must have been told that the plan goes on before this is recorded.',
    recorded: 'It is recorded that ceasing is not pursued. The plan is maintained.',
    questions: (_: PlanSubject) => ({ on: date({ label: 'When was that decided?', what: 'The day of the decision' }) }),
    command: (answers, { plan }, context) => dropCeaseUseCase.of({ id: plan.id }, answers, context),
  }),
};

export const cease: PlanForm = {
  group: 'cease',
  needs: ceasePlan.name,
  offers: (plan) =>
    inForce(plan.ceasing?.decided ? 'Record that the plan ceased' : 'It ended without letters: maximum age, or death')(
      plan,
    ),
  form: form({
    title: 'Record that the plan ceased',
    lead: 'After the two letters, not before the time for an appeal has run (EHC-63). Without letters only at the maximum age or upon death (EHC-64).',
    button: 'Record that the plan ceased',
    checkFirst: 'The plan ends on this day: every clock of it stops.',
    recorded: 'The plan has ceased.',
    questions: ({ plan: { ceasing } }: PlanSubject) => {
      const unsaid = ceasing?.decided !== undefined && ceasing.ground === undefined;
      return {
        on: date({ label: 'On which day did it take effect?', what: 'The day on which it took effect' }),
        ground: oneOrNone<string>({
          label: unsaid
            ? 'On which ground? The notice of the review did not say it'
            : 'Only where no letters come before: on which ground?',
          options: [
            ...(unsaid ? groundsWith(true) : []),
            ...groundsWith(false).filter(({ value }) => value !== 'transferred'),
          ],
        }),
      };
    },
    command: (answers, { plan }, context) => ceasePlan.of({ id: plan.id }, answers, context),
  }),
};
