// How an appeal ends: the authority does not oppose it, or the Tribunal determines it (EHC-63, EHC-76, EHC-77).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn } from 'class-validator';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { date, one, optionsOf } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import { appealIn, ofAppeals, requirePending, type InAppeal } from './appeals.js';
import { ehcEvents as events } from './domain/events.js';
import { lettersOf } from './domain/letters.js';
import { already } from './domain/plan-in-force.js';
import type { Appeal, Plan } from './domain/state.js';
import { appealOrders, appealResults } from './domain/words.js';
import { planForm, planUseCase } from './plan-use-case.js';

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

/** EHC-76, EHC-77: an order that this appeal can end with. `maintain` and `amend` said too little to reckon from. */
function orderFor(plan: Plan, { letterEventId }: Appeal, wanted: string, rule: string, result?: string): Order {
  const order = appealOrders.find((each) => each === wanted);
  if (!order) throw invalid('order', `must be one of ${appealOrders.join(', ')}`, rule);
  const about = lettersOf(plan).find(({ eventId }) => eventId === letterEventId)?.about;
  if ((order === 'keep-plan' || order === 'cease') && about !== 'ceasing') {
    throw invalid('order', 'is possible only in an appeal against ceasing the plan', rule);
  }
  if (order === 'cease' && result === undefined) {
    throw refuse(rule, 'An appeal against ceasing that is not opposed keeps the plan going.');
  }
  const changesNothing = ['none', 'cease'].includes(order);
  if ((result === 'upheld' || result === 'partly-upheld') && changesNothing) {
    const problem = 'must say what was ordered: by it the time runs within which it is complied with';
    throw invalid('order', problem, rule);
  }
  if ((result === 'dismissed' || result === 'withdrawn') && !changesNothing) {
    throw invalid('order', `does not fit: the appeal was ${result}`, rule);
  }
  return order;
}

export class AppealNotOpposed {
  @OnDay('Day on which the Tribunal was told') on?: CivilDate;
  @ApiProperty({ enum: appealOrders, description: 'What is to follow' }) @IsIn(appealOrders) order: string;
}

export const concedeAppeal = planUseCase({
  name: 'ConcedeAppeal',
  asks: 'ConcedeAppeal',
  post: 'api/v1/ehc-plans/:id/appeals/:appealId/concession',
  does: 'The authority told the Tribunal that it does not oppose the appeal',
  rules: ['EHC-77'],
  input: AppealNotOpposed,
  decide({ on, appealId, ...wanted }: InAppeal & Settled<AppealNotOpposed>, plan) {
    const appeal = appealIn(plan, appealId);
    requirePending(appeal);
    if (appeal.conceded)
      throw already('That the appeal is not opposed', appeal.conceded.on, 'Correct its date if it is wrong.');
    const order = orderFor(plan, appeal, wanted.order, 'EHC-77');
    return [events.appealConceded.fact(on, { appealId, order })];
  },
  forms: [
    planForm({
      step: 'not-opposed',
      group: 'appeal',
      offers: ofAppeals('Do not oppose the appeal'),
      title: 'Record that the authority does not oppose the appeal',
      lead: 'The time for what follows runs from the day on which the Tribunal was told (EHC-77).',
      button: 'Record that it is not opposed',
      checkFirst:
        'The Tribunal must have been told before this is recorded. The time for what follows runs from this day.',
      recorded: 'It is recorded that the appeal is not opposed.',
      questions: () => ({
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
      sends: (input, { plan, about }) => ({ at: { id: plan.id, appealId: about }, input }),
    }),
  ],
});

export class AppealDetermination {
  @OnDay() on?: CivilDate;
  @ApiProperty({ enum: appealResults }) @IsIn(appealResults) result: string;
  @ApiProperty({ enum: appealOrders }) @IsIn(appealOrders) order: string;
}

export const determineAppeal = planUseCase({
  name: 'DetermineAppeal',
  asks: 'DetermineAppeal',
  post: 'api/v1/ehc-plans/:id/appeals/:appealId/determination',
  does: 'The appeal was determined',
  rules: ['EHC-63', 'EHC-76', 'EHC-77'],
  input: AppealDetermination,
  decide({ on, appealId, ...said }: InAppeal & Settled<AppealDetermination>, plan) {
    const appeal = appealIn(plan, appealId);
    if (appeal.determined) throw already('The determination', appeal.determined.on, 'Correct its date if it is wrong.');
    const result = appealResults.find((each) => each === said.result);
    if (!result) throw invalid('result', `must be one of ${appealResults.join(', ')}`);
    const order = orderFor(plan, appeal, said.order, 'EHC-76', result);
    return [events.appealDetermined.fact(on, { appealId, result, order })];
  },
  forms: [
    planForm({
      step: 'tribunal-order',
      group: 'appeal',
      offers: ofAppeals('Record the end of the appeal, with the Tribunal’s order,'),
      title: 'Record how the appeal ended',
      lead: 'The day of the order starts the time within which it is complied with (EHC-76).',
      button: 'Record the end of the appeal',
      checkFirst:
        'Check the day and the order against the Tribunal’s letter: what must follow, and by when, is reckoned from them.',
      recorded: 'The end of the appeal is recorded. What must follow is among what is due.',
      questions: () => ({
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
      sends: (input, { plan, about }) => ({ at: { id: plan.id, appealId: about }, input }),
    }),
  ],
});
