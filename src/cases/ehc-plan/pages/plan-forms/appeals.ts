// The forms of mediation and of appeals, up to the Tribunal's order (EHC-70 to EHC-77).
import { formatDate } from '../../../../kernel/calendar/index.js';
import { form } from '../../../../engine/web/forms/form.js';
import { date, one, optionsOf, yesOrNo } from '../../../../engine/web/forms/questions.js';
import { concedeAppeal } from '../../commands/concede-appeal.js';
import { determineAppeal } from '../../commands/determine-appeal.js';
import { recordMediation } from '../../commands/record-mediation.js';
import { registerAppeal as registerAppealUseCase } from '../../commands/register-appeal.js';
import type { Letter } from '../../domain/letters.js';
import type { Appeal } from '../../domain/state.js';
import { appealOrders, appealResults, mediationSteps } from '../../domain/words.js';
import type { EhcPlanView } from '../../queries/plan-view.js';
import type { PlanForm, PlanSubject } from './plan-form.js';

/** An appeal outlives the plan: against its ceasing it is heard afterwards. */
export const ofLetters =
  (text: string, when: (letter: Letter, plan: EhcPlanView) => boolean = () => true) =>
  (plan: EhcPlanView) =>
    plan.letters
      .filter((letter) => when(letter, plan))
      .map(({ eventId, on, about }) => ({ about: eventId, text: `${text} ${formatDate(on)}: ${about}` }));

export const ofAppeals =
  (text: string, when: (appeal: Appeal) => boolean = ({ determined }) => !determined) =>
  (plan: EhcPlanView) =>
    plan.appeals.filter(when).map(({ id, on }) => ({ about: id, text: `${text} of ${formatDate(on)}` }));

const mediationHints = {
  declined: 'The certificate is due within three working days',
  accepted: 'It is to be arranged within thirty days',
  'not-arranged': 'The certificate is due within three working days all the same',
  held: 'The certificate is due within three working days; what was agreed is recorded by itself (EHC-78)',
  certificate: 'From its day the family has one more month at least (EHC-70)',
};

export const mediation: PlanForm = {
  group: 'appeal',
  needs: recordMediation.name,
  offers: ofLetters('Mediation or its certificate, letter of', ({ eventId }, { appeals }) =>
    appeals.every(({ letterEventId, determined }) => letterEventId !== eventId || !determined),
  ),
  form: form({
    title: 'Record a step of mediation, or its certificate',
    lead: 'The certificate moves the day by which an appeal must be received (EHC-70, EHC-74).',
    button: 'Record it',
    recorded: 'The step of mediation is recorded.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When was it?', what: 'The day' }),
      step: one<string>({
        label: 'What happened?',
        options: optionsOf([...mediationSteps, 'certificate'], mediationHints),
        none: 'Choose what happened (EHC-74)',
      }),
    }),
    command: (answers, { plan, about }, context) =>
      recordMediation.of({ id: plan.id }, { ...answers, letterEventId: about }, context),
  }),
};

export const registerAppeal: PlanForm = {
  group: 'appeal',
  needs: registerAppealUseCase.name,
  offers: ofLetters('Record an appeal against the letter of', ({ eventId }, { appeals }) =>
    appeals.every(({ letterEventId }) => letterEventId !== eventId),
  ),
  form: form({
    title: 'Record an appeal',
    lead: 'The day on which the Tribunal received it. Whether it came in time is for the Tribunal to say (EHC-70). Reviews go on while it runs (EHC-06).',
    button: 'Record the appeal',
    recorded: 'The appeal is recorded.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When did the Tribunal receive it?', what: 'The day on which the Tribunal received it' }),
      placementOnly: yesOrNo({
        label: 'Is it only about the name or the type of the school?',
        hint: 'Such an appeal needs no certificate of mediation (EHC-74)',
        none: 'Say whether it is only about the school (EHC-74)',
      }),
    }),
    command: (answers, { plan, about }, context) =>
      registerAppealUseCase.of({ id: plan.id }, { ...answers, letterEventId: about }, context),
  }),
};

type Order = (typeof appealOrders)[number];
const orderHints: Readonly<Record<string, string>> = {
  assess: 'Notified within two weeks; then no plan within ten weeks, or the plan within fourteen',
  'make-plan': 'The draft within five weeks, the plan within eleven',
  'amend-provision': 'Sections B and F, also with I: within five weeks',
  'amend-placement': 'Section I alone: within two weeks',
  reconsider: 'Within two weeks',
  'keep-plan': 'Only where it was to be ceased: at once',
  cease: 'Only where the appeal against ceasing was dismissed: at once',
  none: 'Nothing is to follow',
};

export const concede: PlanForm = {
  group: 'appeal',
  needs: concedeAppeal.name,
  offers: ofAppeals('Do not oppose the appeal', ({ determined, conceded }) => !determined && !conceded),
  form: form({
    title: 'Record that the authority does not oppose the appeal',
    lead: 'The time for what follows runs from the day on which the Tribunal was told (EHC-77).',
    button: 'Record that it is not opposed',
    checkFirst:
      'The Tribunal must have been told before this is recorded. The time for what follows runs from this day.',
    recorded: 'It is recorded that the appeal is not opposed.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When was the Tribunal told?', what: 'The day on which the Tribunal was told' }),
      order: one<Order>({
        label: 'What is to follow?',
        options: optionsOf(
          appealOrders.filter((order) => order !== 'cease'),
          orderHints,
        ),
        none: 'Choose what is to follow (EHC-77)',
      }),
    }),
    command: (answers, { plan, about }, context) =>
      concedeAppeal.of({ id: plan.id, appealId: about }, { ...answers }, context),
  }),
};

export const determine: PlanForm = {
  group: 'appeal',
  needs: determineAppeal.name,
  offers: ofAppeals('Record the end of the appeal, with the Tribunal’s order,'),
  form: form({
    title: 'Record how the appeal ended',
    lead: 'The day of the order starts the time within which it is complied with (EHC-76).',
    button: 'Record the end of the appeal',
    checkFirst:
      'Check the day and the order against the Tribunal’s letter: what must follow, and by when, is reckoned from them.',
    recorded: 'The end of the appeal is recorded. What must follow is among what is due.',
    questions: (_: PlanSubject) => ({
      on: date({
        label: 'Of which day is the order?',
        hint: 'Or the day of the withdrawal',
        what: 'The day of the order',
      }),
      result: one<string>({
        label: 'How did it end?',
        options: optionsOf(appealResults),
        none: 'Choose how it ended',
      }),
      order: one<Order>({
        label: 'What did the Tribunal order?',
        options: optionsOf(appealOrders, orderHints),
        none: 'Choose what was ordered (EHC-76)',
      }),
    }),
    command: ({ on, result, order }, { plan, about }, context) =>
      determineAppeal.of({ id: plan.id, appealId: about }, { on, result, order }, context),
  }),
};
