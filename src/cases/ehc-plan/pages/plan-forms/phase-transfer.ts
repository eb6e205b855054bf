// The forms of a phase transfer: it is due, and a final plan names the next setting (EHC-40 to EHC-46).
import { formatDate } from '../../../../kernel/calendar/index.js';
import { form } from '../../../../engine/web/forms/form.js';
import { date, optionsOf, pick, pickOrNone } from '../../../../engine/web/forms/questions.js';
import { inWords } from '../../../../engine/web/present/words.js';
import { expectPhaseTransfer } from '../../commands/expect-phase-transfer.js';
import { namePhaseSetting } from '../../commands/name-phase-setting.js';
import { phases, placementKinds, type Phase, type PlacementKind } from '../../domain/words.js';
import { ended, inForce, type PlanForm, type PlanSubject } from './plan-form.js';
import { ukprn, urn } from './placement.js';

export const expectTransfer: PlanForm = {
  group: 'phase',
  needs: expectPhaseTransfer.name,
  offers: inForce('Record that a phase transfer is due'),
  form: form({
    title: 'Record that a phase transfer is due',
    lead: 'The plan is reviewed and amended before the spring of the year of the transfer (EHC-40 to EHC-42).',
    button: 'Record the phase transfer',
    recorded: 'The phase transfer is recorded. Its dates are among what is due.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'Since when is it expected?', what: 'The day from which it is expected' }),
      phase: pick<Phase>({
        label: 'Which transfer?',
        options: optionsOf(phases),
        none: 'Choose the transfer (EHC-40)',
      }),
      transferOn: date({
        label: 'First day in the new phase',
        hint: 'For most, 1 September',
        what: 'The day of the transfer',
        mayBeAhead: true,
      }),
    }),
    command: (answers, { plan }, context) => expectPhaseTransfer.of({ id: plan.id }, answers, context),
  }),
};

export const nameSetting: PlanForm = {
  group: 'phase',
  needs: namePhaseSetting.name,
  offers: (plan) =>
    ended(plan)
      ? []
      : plan.phaseTransfers
          .filter(({ limitMetBy }) => !limitMetBy)
          .map(({ id, phase, transferOn }) => ({
            about: id,
            text: `The final plan names the setting: ${inWords(phase)}, ${formatDate(transferOn.on)}`,
          })),
  form: form({
    title: 'Record that the final plan names the next setting',
    lead: 'After the review of this transfer and the final plan that followed it: an earlier plan does not count (EHC-40 to EHC-42). The next placement stands beside the present one, from the day of the transfer (EHC-46).',
    button: 'Record the setting',
    recorded: 'It is recorded that the plan names the next setting.',
    questions: (_: PlanSubject) => ({
      on: date({ label: 'When was the plan that names it issued?', what: 'The day on which the plan was issued' }),
      kind: pickOrNone<PlacementKind>({
        label: 'What kind of placement does it name?',
        hint: 'Not needed where the next placement is recorded already',
        options: optionsOf(placementKinds),
      }),
      urn,
      ukprn,
    }),
    command: ({ on, kind, ...school }, { plan, about }, context) => {
      const placement = kind && { kind, ...school };
      return namePhaseSetting.of({ id: plan.id }, { on, transferId: about, placement }, context);
    },
  }),
};
