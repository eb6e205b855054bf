// The decision notice: this, and only this, completes a review; the next twelve months start on its day (EHC-02, EHC-03, EHC-22).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { OnDay } from '../../engine/use-cases/dated.js';
import {
  date,
  freeText,
  one,
  oneOrNone,
  optionsOf,
  pickOrNone,
  several,
  yesOrNo,
} from '../../engine/web/forms/questions.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid } from '../../kernel/errors.js';
import { Journal } from '../../store/journal.js';
import { birthDateOfPlan } from './person-of-plan.js';
import { ceaseGrounds, groundsWith, requireConsulted, requireGround } from './domain/cease-grounds.js';
import { ceaseInForce } from './domain/ceases.js';
import { ehcEvents as events } from './domain/events.js';
import { lacksOf, requireReasonFor } from './domain/lacks.js';
import { already, requireInForce, requireText } from './domain/plan-in-force.js';
import { cycleFor } from './domain/reviews-under-way.js';
import type { Plan } from './domain/state.js';
import { legalRoles, outcomes, type Outcome } from './domain/words.js';
import { lacksHint } from './pages/shown-lacks.js';
import { planUseCase } from './plan-use-case.js';
import { offered, OfReview, reviewForm, withNewReview, type OnReview } from './review-use-case.js';

type Attached = 'attached' | 'not-attached';

export class DecisionNotice extends OfReview {
  @OnDay('Day on which it was sent') on?: CivilDate;
  @ApiProperty({ enum: outcomes }) @IsIn(outcomes) outcome: Outcome;
  @ApiProperty({
    required: false,
    description: 'For amend: whether the proposed amendments went with it',
    enum: ['attached', 'not-attached'],
  })
  @IsOptional()
  @IsIn(['attached', 'not-attached'])
  proposedChanges?: Attached;
  @ApiProperty() @IsBoolean() appealRightsGiven: boolean;
  @ApiProperty({ required: false, description: 'For maintain: why; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reason?: string;
  @ApiProperty({
    required: false,
    description:
      'Why something that the law asks for is missing: a meeting, an invitation, advice, what was considered, the report, the right of appeal; kept sealed',
  })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  lacksReason?: string;
  @ApiProperty({
    required: false,
    description: 'For cease: on which ground, where the notice is the decision letter of EHC-62 (EHC-31, EHC-65)',
    enum: ceaseGrounds,
  })
  @IsOptional()
  @IsIn(ceaseGrounds)
  ground?: string;
  @ApiProperty({
    required: false,
    description: 'For cease, where no proposal went before: who was consulted on it (EHC-31, EHC-62)',
    enum: legalRoles,
    isArray: true,
  })
  @IsOptional()
  @IsArray()
  @IsIn(legalRoles, { each: true })
  consulted?: readonly string[];
}

type Sent = OnReview<DecisionNotice> & { readonly birthDate?: CivilDate };

const outcomeHints: Readonly<Record<string, string>> = {
  amend: 'The proposed amendments go with the notice: until they are sent, the four weeks run on (EHC-24)',
  maintain: 'Say why: the family can appeal against it',
  cease:
    'The second letter of ceasing if the proposal went before it, otherwise the first (EHC-31); the plan stays in force (EHC-63)',
};

const attached = [
  { value: 'attached', text: 'Yes, they went with it' },
  { value: 'not-attached', text: 'No, they are still to be sent' },
];

export const sendDecisionNotice = planUseCase({
  name: 'SendDecisionNotice',
  asks: 'SendDecision',
  post: 'api/v1/ehc-plans/:id/reviews/decision',
  does: 'The decision notice was sent: this completes the review',
  rules: [
    'EHC-02',
    'EHC-03',
    'EHC-10',
    'EHC-12',
    'EHC-13',
    'EHC-16',
    'EHC-21',
    'EHC-22',
    'EHC-23',
    'EHC-24',
    'EHC-31',
    'EHC-62',
  ],
  input: DecisionNotice,
  uses: [Journal],
  // Some grounds for ceasing hang on the age, and so does what the law asks of the review (EHC-10).
  command: async (ask, journal) => ({
    ...withNewReview(ask),
    birthDate: await birthDateOfPlan(journal, ask.at.id),
  }),
  decide(command: Sent, plan) {
    const { on, outcome, appealRightsGiven, reason, lacksReason } = command;
    requireInForce(plan, on);
    const cycle = cycleFor(plan, command, on);
    if (cycle.decision) {
      const help =
        'Correct its date if it is wrong. If it is the decision of an earlier review, open that review first.';
      throw already('The decision notice of this review', cycle.decision.on, help);
    }
    if (cycle.meeting && on < cycle.meeting.on) {
      throw invalid('on', `must not be before the meeting of ${formatDate(cycle.meeting.on)}`, 'EHC-08');
    }
    // R10: a blanket policy of not amending must show.
    if (outcome === 'maintain') requireText('reason', reason, 'R10');
    const proposedChanges = changesWith(command);
    const lacks = requireReasonFor(lacksOf(plan, cycle, command), lacksReason);
    const ground = groundOfDecision(command, plan);
    const consulted = consultedOnCeasing(command, plan);
    const letter = { cycleId: cycle.id, outcome, proposedChanges, appealRightsGiven, reason, ground, consulted };
    return [events.decisionSent.fact(on, { ...letter, lacks: [...lacks], lacksReason })];
  },
  forms: [
    reviewForm({
      step: 'decision',
      group: 'decision',
      offers: offered('Record the decision notice'),
      title: 'Record the decision notice',
      lead: 'Only this completes the review. The next twelve months start on its day (EHC-02, EHC-03).',
      button: 'Record the decision notice',
      checkFirst:
        'This completes the review and starts the next twelve months. Record it only if the notice has been sent to the family, and check its day against the letter.',
      recorded: 'The decision notice is recorded: the review is complete.',
      questions: ({ review }) => ({
        on: date({ label: 'When was the notice sent?', what: 'The day on which the notice was sent' }),
        outcome: one<Outcome>({
          label: 'What was decided?',
          options: optionsOf(outcomes, outcomeHints),
          none: 'Choose what was decided',
        }),
        proposedChanges: oneOrNone<Attached>({
          label: 'If the plan is to be amended: did the proposed amendments go with the notice?',
          options: attached,
        }),
        appealRightsGiven: yesOrNo({
          label: 'Does it give the right of appeal?',
          none: 'Say whether it gives the right of appeal',
        }),
        ground: pickOrNone<string>({
          label: 'If the plan is to be ceased: on which ground?',
          hint: 'Turning 16, 18 or 19 is never a ground by itself (EHC-60)',
          options: groundsWith(true),
        }),
        consulted: several<string>({
          label: 'If the plan is to be ceased, and no proposal went before: who was consulted on it?',
          hint: 'The family, and the head of the school (EHC-62)',
          options: optionsOf(legalRoles),
        }),
        reason: freeText({ label: 'If the plan is maintained as it is: why?', hint: 'Kept sealed' }),
        lacksReason: freeText({ label: 'Why something that the law asks for is missing', hint: lacksHint(review) }),
      }),
      sends: (input, { plan, cycleId }) => ({ at: { id: plan.id }, input: { ...input, cycleId } }),
    }),
  ],
});

/** EHC-24: a decision to amend says whether the proposed amendments went with it; no other decision has any. */
function changesWith({ outcome, proposedChanges }: Sent): Attached {
  if (outcome === 'amend' && proposedChanges === undefined) {
    throw invalid('proposedChanges', 'say whether the proposed amendments went with the notice', 'EHC-24');
  }
  if (outcome !== 'amend' && proposedChanges === 'attached') {
    throw invalid('proposedChanges', 'proposed amendments go only with a decision to amend', 'EHC-24');
  }
  return outcome === 'amend' && proposedChanges ? proposedChanges : 'not-attached';
}

/** EHC-31, EHC-62: where no proposal went before it, the notice is the proposal, and says who was consulted. */
function consultedOnCeasing({ on, outcome, consulted = [] }: Sent, plan: Plan) {
  if (outcome !== 'cease') {
    if (consulted.length > 0) throw invalid('consulted', 'goes only with a decision to cease', 'EHC-62');
    return undefined;
  }
  const before = ceaseInForce(plan)?.proposed;
  return before && before.on < on ? undefined : requireConsulted(plan, on, consulted);
}

/** EHC-31, EHC-60: a ground that is given must be a lawful one. What this review showed is what it decides on (EHC-61). */
function groundOfDecision({ on, outcome, ground, birthDate }: Sent, plan: Plan): string | undefined {
  if (ground === undefined) return undefined;
  if (outcome !== 'cease') throw invalid('ground', 'goes only with a decision to cease', 'EHC-60');
  requireGround({ on, ground, birthDate }, plan, 'by this review');
  return ground;
}
