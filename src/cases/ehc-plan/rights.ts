// That it was explained whose the rights under a plan are after compulsory school age (CAL-15, AMB-19).
import { ApiProperty } from '../../engine/api/api-property.js';
import { ArrayNotEmpty, IsArray, IsIn } from 'class-validator';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { date, one, optionsOf, several } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid } from '../../kernel/errors.js';
import { ehcEvents as events } from './domain/events.js';
import { requireInForce } from './domain/plan-in-force.js';
import { channels, rightsHolders, type Channel, type RightsHolder } from './domain/words.js';
import { aboutThePlan } from './pages/plan-forms/plan-form.js';
import { planForm, planUseCase } from './plan-use-case.js';

export class RightsExplanation {
  @OnDay('Day on which they were told') on?: CivilDate;
  @ApiProperty({ enum: rightsHolders, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(rightsHolders, { each: true })
  to: readonly RightsHolder[];
  @ApiProperty({ enum: channels }) @IsIn(channels) channel: Channel;
}

export const explainRights = planUseCase({
  name: 'ExplainRights',
  asks: 'ExplainRights',
  post: 'api/v1/ehc-plans/:id/rights',
  does: 'It was explained that the rights under the plan pass to the young person',
  rules: ['CAL-15', 'AMB-19'],
  input: RightsExplanation,
  /** The earliest day counts, whenever it was recorded. */
  decide({ on, to, channel }: Settled<RightsExplanation>, plan) {
    requireInForce(plan, on);
    if (!to.includes('young-person'))
      throw invalid('to', 'must name the young person: the rights are theirs (CAL-15)', 'CAL-15');
    return plan.rightsExplained?.some((said) => said.on === on && said.channel === channel)
      ? []
      : [events.rightsExplained.fact(on, { to: [...new Set(to)], channel })];
  },
  forms: [
    planForm({
      step: 'rights',
      group: 'rights',
      offers: aboutThePlan(
        'Record that it was explained whose the rights are',
        ({ rights }) => rights.passOn !== undefined && !rights.explained,
      ),
      title: 'Record that it was explained whose the rights are',
      lead: 'When compulsory school age ends, the rights under the plan pass from the parent to the young person: letters, requests, appeals (CAL-15).',
      button: 'Record it',
      recorded: 'It is recorded that the passing of the rights was explained.',
      questions: () => ({
        on: date({ label: 'When were they told?', what: 'The day on which they were told' }),
        to: several<RightsHolder>({
          label: 'Who was told?',
          options: optionsOf(rightsHolders),
          none: 'Tick who was told',
        }),
        channel: one<Channel>({ label: 'How?', options: optionsOf(channels), none: 'Choose how they were told' }),
      }),
      sends: (input, { plan }) => ({ at: { id: plan.id }, input }),
    }),
  ],
});
