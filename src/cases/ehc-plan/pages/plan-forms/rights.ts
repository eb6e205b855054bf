// The form that says that the passing of the rights was explained (CAL-15).
import { form } from '../../../../engine/web/forms/form.js';
import { date, one, optionsOf, several } from '../../../../engine/web/forms/questions.js';
import { explainRights as explainRightsUseCase } from '../../commands/explain-rights.js';
import { channels, rightsHolders, type Channel, type RightsHolder } from '../../domain/words.js';
import { inForce, type PlanForm, type PlanSubject } from './plan-form.js';

export const explainRights: PlanForm = {
  group: 'rights',
  needs: explainRightsUseCase.name,
  offers: inForce(
    'Record that it was explained whose the rights are',
    ({ rights }) => rights.passOn !== undefined && !rights.explained,
  ),
  form: form({
    title: 'Record that it was explained whose the rights are',
    lead: 'When compulsory school age ends, the rights under the plan pass from the parent to the young person: letters, requests, appeals (CAL-15).',
    button: 'Record it',
    recorded: 'It is recorded that the passing of the rights was explained.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When were they told?', what: 'The day on which they were told' }),
      to: several<RightsHolder>({
        label: 'Who was told?',
        options: optionsOf(rightsHolders),
        none: 'Tick who was told',
      }),
      channel: one<Channel>({ label: 'How?', options: optionsOf(channels), none: 'Choose how they were told' }),
    }),
    command: ({ to, ...answers }, { plan }, context) =>
      explainRightsUseCase.of({ id: plan.id }, { ...answers, to: [...to] }, context),
  }),
};
