// Ceasing a plan: two dated letters, lawful grounds, and no effect before the time for an appeal has run (EHC-60 to EHC-66).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { choicesThen } from '../../engine/settings/choices-then.js';
import { Dated, OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { date, one, oneOrNone, optionsOf, several, yesOrNo } from '../../engine/web/forms/questions.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { refuse } from '../../kernel/errors.js';
import { idFrom } from '../../kernel/ids.js';
import type { Choices } from '../../rules/chosen-settings.js';
import { Journal } from '../../store/journal.js';
import { withBirthDate } from './person-of-plan.js';
import {
  ceaseGrounds,
  groundOf,
  groundsWith,
  requireAge,
  requireConsulted,
  requireGround,
} from './domain/cease-grounds.js';
import { ceaseInForce, type CeaseOf } from './domain/ceases.js';
import { already, requireFresh, requireInForce } from './domain/plan-in-force.js';
import { ehcEvents as events } from './domain/events.js';
import { earliestCease } from './domain/limits.js';
import type { Plan } from './domain/state.js';
import { legalRoles } from './domain/words.js';
import { aboutThePlan } from './pages/plan-forms/plan-form.js';
import { requireNotContinued } from './past-25.js';
import { planForm, planUseCase } from './plan-use-case.js';

export class CeaseProposal {
  @OnDay('Day of the letter') on?: CivilDate;
  @ApiProperty({ enum: legalRoles, isArray: true })
  @IsArray()
  @IsIn(legalRoles, { each: true })
  consulted: readonly string[];
}

export const proposeCease = planUseCase({
  name: 'ProposeCease',
  asks: 'ProposeCease',
  post: 'api/v1/ehc-plans/:id/cease/proposal',
  does: 'Ceasing is proposed: the family is told and consulted, the head consulted',
  rules: ['EHC-62'],
  input: CeaseProposal,
  command: ({ details, on, context }) => ({ ...details, on, ceaseId: idFrom(context.commandId, 'cease') }),
  decide({ on, ceaseId, consulted }: Settled<CeaseProposal> & { readonly ceaseId: string }, plan) {
    requireInForce(plan, on);
    const open = ceaseInForce(plan);
    // The notice of a review that decided to cease is a proposal itself; a letter of its own may still follow it.
    if (open?.proposed && !(open.proposed.byReview && !open.decided))
      throw already('A proposal to cease', open.proposed.on, 'Decide on it, or record that it is not pursued.');
    requireFresh(plan.ceases, ceaseId, 'A proposal to cease');
    return [events.ceaseProposed.fact(on, { ceaseId, consulted: requireConsulted(plan, on, consulted) })];
  },
  forms: [
    planForm({
      step: 'cease-proposal',
      group: 'cease',
      // The notice of a review that says who was consulted is the first letter: another is taken, and of no use (EHC-31).
      offers: (plan) =>
        plan.ceasing?.consulted ? [] : aboutThePlan('Record the first letter: the proposal to cease')(plan),
      title: 'Record the proposal to cease the plan',
      lead: 'The first of the two letters: the family is told and consulted, and the head of the school (EHC-62).',
      button: 'Record the proposal',
      checkFirst: 'The family must have been told and consulted before this is recorded.',
      recorded: 'The proposal to cease is recorded. The plan stays in force.',
      questions: () => ({
        on: date({ label: 'When was the letter sent?', what: 'The day of the letter' }),
        consulted: several({
          label: 'Who was consulted?',
          options: optionsOf(legalRoles),
          none: 'Tick who was consulted',
        }),
      }),
      sends: (input, { plan }) => ({ at: { id: plan.id }, input }),
    }),
  ],
});

export class CeaseDecision {
  @OnDay('Day of the letter') on?: CivilDate;
  @ApiProperty({ enum: ceaseGrounds }) @IsString() @Length(1, 40) ground: string;
  @ApiProperty() @IsBoolean() appealRightsGiven: boolean;
  @ApiProperty({ required: false, description: 'For no-longer-engages: what the review showed (EHC-61)' })
  @IsOptional()
  @IsBoolean()
  reviewShowsNoReturn?: boolean;
}

export const decideCease = planUseCase({
  name: 'DecideCease',
  asks: 'DecideCease',
  post: 'api/v1/ehc-plans/:id/cease/decision',
  does: 'The decision to cease was notified; the plan stays in force',
  rules: ['EHC-60', 'EHC-61', 'EHC-62', 'EHC-66'],
  input: CeaseDecision,
  uses: [Journal],
  command: (ask, journal) => withBirthDate(ask, journal),
  decide(command: Settled<CeaseDecision> & { readonly birthDate?: CivilDate }, plan) {
    const { on, ground, appealRightsGiven } = command;
    requireInForce(plan, on);
    const cease = proposalOf(plan);
    if (cease.decided) throw already('The decision to cease', cease.decided.on, 'Correct its date if it is wrong.');
    if (cease.proposed && on <= cease.proposed.on) {
      throw refuse('EHC-62', 'The decision comes after the consultation: two letters, two dates.', {
        help: 'Check both dates.',
      });
    }
    requireGround(command, plan);
    if (!appealRightsGiven) throw refuse('EHC-62', 'The decision letter must give the right of appeal.');
    return [events.ceaseDecided.fact(on, { ceaseId: cease.id, ground, appealRightsGiven })];
  },
  forms: [
    planForm({
      step: 'cease-decision',
      group: 'cease',
      offers: aboutThePlan('Record the second letter: the decision to cease'),
      title: 'Record the decision to cease the plan',
      lead: 'The second of the two letters, with the right of appeal (EHC-62).',
      button: 'Record the decision to cease',
      checkFirst:
        'The plan stays in force until the time for an appeal has run (EHC-63). Record this only if the letter has been sent.',
      recorded: 'The decision to cease is recorded. The plan stays in force until the time for an appeal has run.',
      questions: () => ({
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
      sends: (input, { plan }) => ({ at: { id: plan.id }, input }),
    }),
  ],
});

export const dropCease = planUseCase({
  name: 'DropCease',
  asks: 'DropCease',
  post: 'api/v1/ehc-plans/:id/cease/dropped',
  does: 'The proposal to cease is not pursued',
  rules: ['EHC-62'],
  input: Dated,
  decide({ on }: Settled<Dated>, plan) {
    requireInForce(plan, on);
    return [events.ceaseDropped.fact(on, { ceaseId: proposalOf(plan).id })];
  },
  forms: [
    planForm({
      step: 'cease-dropped',
      group: 'cease',
      offers: aboutThePlan('The plan is not to be ceased after all'),
      title: 'Record that ceasing is not pursued',
      lead: 'The plan is maintained as before. What was recorded of the proposal stays in the history.',
      button: 'Record that it is not pursued',
      checkFirst: 'The family must have been told that the plan goes on before this is recorded.',
      recorded: 'It is recorded that ceasing is not pursued. The plan is maintained.',
      questions: () => ({ on: date({ label: 'When was that decided?', what: 'The day of the decision' }) }),
      sends: (input, { plan }) => ({ at: { id: plan.id }, input }),
    }),
  ],
});

function proposalOf(plan: Plan): CeaseOf {
  const cease = ceaseInForce(plan);
  if (cease?.proposed) return cease;
  throw refuse('EHC-62', 'Nobody has been told of a proposal to cease and consulted on it.', {
    help: 'Record the first of the two letters: told and consulted.',
  });
}

export class PlanEnd {
  @OnDay('Day on which it took effect') on?: CivilDate;
  @ApiProperty({
    required: false,
    description: 'Only where no decision letter comes before: maximum age, death',
    enum: ceaseGrounds,
  })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  ground?: string;
}

type TookEffect = Settled<PlanEnd> & { readonly birthDate?: CivilDate; readonly choices?: Choices };

export const ceasePlan = planUseCase({
  name: 'CeasePlan',
  asks: 'CeasePlan',
  post: 'api/v1/ehc-plans/:id/cease',
  does: 'Ceasing took effect',
  rules: ['EHC-63', 'EHC-64', 'EHC-65', 'EHC-66'],
  input: PlanEnd,
  uses: [Journal],
  command: async (ask, journal) => ({
    ...(await withBirthDate(ask, journal)),
    choices: await choicesThen(journal),
  }),
  decide(command: TookEffect, plan) {
    const { on, ground } = command;
    requireInForce(plan, on);
    if (plan.ceased) throw already('The end of the plan', plan.ceased.on, 'Correct its date if it is wrong.');
    return [
      ground === undefined || groundOf(ground).letters
        ? afterLetters(command, plan)
        : withoutLetters({ ...command, ground }, plan),
    ];
  },
  forms: [
    planForm({
      step: 'cease',
      group: 'cease',
      offers: (plan) =>
        aboutThePlan(
          plan.ceasing?.decided ? 'Record that the plan ceased' : 'It ended without letters: maximum age, or death',
        )(plan),
      title: 'Record that the plan ceased',
      lead: 'After the two letters, not before the time for an appeal has run (EHC-63). Without letters only at the maximum age or upon death (EHC-64).',
      button: 'Record that the plan ceased',
      checkFirst: 'The plan ends on this day: every clock of it stops.',
      recorded: 'The plan has ceased.',
      questions: ({ plan: { ceasing } }) => {
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
      sends: (input, { plan }) => ({ at: { id: plan.id }, input }),
    }),
  ],
});

function withoutLetters({ on, ground, birthDate }: TookEffect & { readonly ground: string }, plan: Plan) {
  if (ground === 'transferred')
    throw refuse('EHC-50', 'A plan that moves to another authority is passed on, not ceased.', {
      help: 'Record the move.',
    });
  if (ground === 'maximum-age') {
    requireAge(ground, 25, birthDate, on);
    requireNotContinued(plan, on, birthDate);
  }
  return events.ceased.fact(on, { ground });
}

/** EHC-63, EHC-66: what was decided takes effect once the appeal window has closed or the appeal is determined. */
function afterLetters({ on, ground, birthDate, choices = [] }: TookEffect, plan: Plan) {
  const cease = proposalOf(plan);
  const { id, decided } = cease;
  if (!decided)
    throw refuse('EHC-62', 'No decision to cease has been notified.', {
      help: 'Record the second of the two letters first.',
    });
  const from = earliestCease(plan, cease, choices);
  if (from === undefined)
    throw refuse('EHC-63', 'An appeal is pending: the plan stays in force until it is determined.');
  if (on < from)
    throw refuse('EHC-63', `Ceasing takes effect from ${formatDate(from)} at the earliest.`, {
      help: 'Until then the plan stays in force.',
    });
  // A review may have decided without saying on which ground; then it is said now, and must be a lawful one.
  const decidedGround = decided.ground ?? ground;
  if (decidedGround === undefined)
    throw refuse('EHC-60', 'On which ground it was decided to cease the plan is not recorded.', {
      help: 'Say on which ground.',
    });
  if (decided.ground === undefined)
    requireGround({ on: decided.on, ground: decidedGround, birthDate }, plan, 'by this review');
  return events.ceased.fact(on, { ceaseId: id, ground: decidedGround });
}
