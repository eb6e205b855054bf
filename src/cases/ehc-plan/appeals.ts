// Letters that can be appealed against, and the appeal that the Tribunal receives (EHC-70 to EHC-75). A review is still held while an
// appeal is running (EHC-06): nothing here suspends anything.
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { date, one, yesOrNo } from '../../engine/web/forms/questions.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { idFrom } from '../../kernel/ids.js';
import { ehcEvents as events } from './domain/events.js';
import { requireLetter, type Letter } from './domain/letters.js';
import { already, missing, requireFresh, requirePlan } from './domain/plan-in-force.js';
import type { Appeal, Plan } from './domain/state.js';
import { refusals, type Refusal } from './domain/words.js';
import { planForm, planUseCase } from './plan-use-case.js';
import type { EhcPlanView } from './queries/plan-view.js';

/** One link for each letter that can be appealed against. */
export const ofLetters =
  (text: string, when: (letter: Letter, plan: EhcPlanView) => boolean = () => true) =>
  (plan: EhcPlanView) =>
    plan.letters
      .filter((letter) => when(letter, plan))
      .map(({ eventId, on, about }) => ({ about: eventId, text: `${text} ${formatDate(on)}: ${about}` }));

export class RegisteredAppeal {
  @OnDay('Day on which the Tribunal received it') on?: CivilDate;
  @ApiProperty() @IsBoolean() placementOnly: boolean;
  @ApiProperty({ required: false, description: 'Event of the decision letter; left out, the latest' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  letterEventId?: string;
}

export const registerAppeal = planUseCase({
  name: 'RegisterAppeal',
  asks: 'RegisterAppeal',
  post: 'api/v1/ehc-plans/:id/appeals',
  does: 'The Tribunal received an appeal',
  rules: ['EHC-70', 'EHC-75'],
  input: RegisteredAppeal,
  command: ({ details, on, context }) => ({ ...details, on, appealId: idFrom(context.commandId, 'appeal') }),
  /** EHC-74: a certificate is needed, unless only the school or its type is in question. The Tribunal decides about lateness. */
  decide(
    { on, appealId, placementOnly, letterEventId }: Settled<RegisteredAppeal> & { readonly appealId: string },
    plan,
  ) {
    const letter = requireLetter(plan, letterEventId, on);
    const running = plan.appeals.find((appeal) => appeal.letterEventId === letter.eventId);
    if (running) throw already('The appeal against this letter', running.on, 'Correct its date if it is wrong.');
    requireFresh(plan.appeals, appealId, 'An appeal');
    return [events.appealRegistered.fact(on, { appealId, letterEventId: letter.eventId, placementOnly })];
  },
  forms: [
    planForm({
      step: 'appeal',
      group: 'appeal',
      offers: ofLetters('Record an appeal against the letter of'),
      title: 'Record an appeal',
      lead: 'The day on which the Tribunal received it. Whether it came in time is for the Tribunal to say (EHC-70). Reviews go on while it runs (EHC-06).',
      button: 'Record the appeal',
      recorded: 'The appeal is recorded.',
      questions: () => ({
        on: date({ label: 'When did the Tribunal receive it?', what: 'The day on which the Tribunal received it' }),
        placementOnly: yesOrNo({
          label: 'Is it only about the name or the type of the school?',
          hint: 'Such an appeal needs no certificate of mediation (EHC-74)',
          none: 'Say whether it is only about the school (EHC-74)',
        }),
      }),
      sends: (answers, { plan, about }) => ({ at: { id: plan.id }, input: { ...answers, letterEventId: about } }),
    }),
  ],
});

export class RefusalLetter {
  @OnDay('Day of the letter') on?: CivilDate;
  @ApiProperty({ enum: refusals, description: 'An assessment (a reassessment too), or a plan' })
  @IsIn(refusals)
  refusal: Refusal;
  @ApiProperty() @IsBoolean() appealRightsGiven: boolean;
}

export const notifyRefusal = planUseCase({
  name: 'NotifyRefusal',
  asks: 'NotifyRefusal',
  post: 'api/v1/ehc-plans/:id/refusals',
  does: 'An assessment or a plan was refused, with the right of appeal',
  rules: ['EHC-75'],
  input: RefusalLetter,
  decide({ on, refusal, appealRightsGiven }: Settled<RefusalLetter>, plan) {
    requirePlan(plan);
    const same = plan.refused.find((each) => each.on === on && each.refusal === refusal);
    if (same) throw already('This refusal', on, 'Correct its date if it is wrong.');
    return [events.refusalNotified.fact(on, { refusal, appealRightsGiven })];
  },
  forms: [
    planForm({
      step: 'refusal',
      group: 'appeal',
      // After the end of a plan too: the family may ask anew. What moved is another authority's to refuse.
      offers: ({ status }) =>
        status === 'moved out' ? [] : [{ about: 'plan', text: 'Record a refusal to assess again, or to make a plan' }],
      title: 'Record a refusal to assess again, or to make a plan',
      lead: 'The family can appeal against it (EHC-75). An order of the Tribunal to assess or to make a plan is recorded on that appeal (EHC-76).',
      button: 'Record the refusal',
      checkFirst: 'The time for an appeal runs from this day. Check it against the letter.',
      recorded: 'The refusal is recorded. It is among the letters that can be appealed against.',
      questions: () => ({
        on: date({ label: 'When was the letter sent?', what: 'The day of the letter' }),
        refusal: one<Refusal>({
          label: 'What was refused?',
          options: [
            { value: refusals[0], text: 'To assess, or to assess again' },
            { value: refusals[1], text: 'To make a plan' },
          ],
          none: 'Choose what was refused (EHC-75)',
        }),
        appealRightsGiven: yesOrNo({
          label: 'Does it give the right of appeal?',
          none: 'Say whether it gives the right of appeal',
        }),
      }),
      sends: (input, { plan }) => ({ at: { id: plan.id }, input }),
    }),
  ],
});

export interface InAppeal {
  readonly on: CivilDate;
  readonly appealId: string;
}

export function appealIn(plan: Plan, appealId: string): Appeal {
  requirePlan(plan);
  const appeal = plan.appeals.find(({ id }) => id === appealId);
  if (!appeal) throw missing('appeal');
  return appeal;
}

export function requirePending({ determined }: Appeal): void {
  if (determined) throw already('The determination', determined.on, 'The appeal is over.');
}

/** An appeal outlives the plan: against its ceasing it is heard afterwards. */
export const ofAppeals =
  (text: string, when: (appeal: Appeal) => boolean = () => true) =>
  (plan: EhcPlanView) =>
    plan.appeals.filter(when).map(({ id, on }) => ({ about: id, text: `${text} of ${formatDate(on)}` }));
