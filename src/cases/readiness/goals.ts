// Goals that are agreed with the young person, by whom, and what became of them (RSG-07).
import { ApiProperty } from '../../engine/api/api-property.js';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { freeText, one, optionalDate, optionsOf, reason, several } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { idFrom } from '../../kernel/ids.js';
import { requireWords } from './domain/checks.js';
import { agreedWith, goalOutcomes, type AgreedWith, type GoalOutcome } from './domain/codes.js';
import { demands } from './domain/demands.js';
import { readinessEvents as events } from './domain/events.js';
import { dayOf, ofProgramme, readinessForm, readinessUseCase, today } from './readiness-use-case.js';

export class AgreedGoal extends Dated {
  @ApiProperty({ description: 'In words the young person would use; kept sealed' })
  @IsString()
  @Length(1, 4000)
  goal: string;
  @ApiProperty({ enum: agreedWith, isArray: true })
  @IsIn(agreedWith, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(agreedWith.length)
  agreedWith: readonly AgreedWith[];
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() reviewOn?: CivilDate;
}

interface Agreed {
  readonly on: CivilDate;
  readonly goalId: string;
  readonly goal: string;
  readonly agreedWith: readonly AgreedWith[];
  readonly reviewOn?: CivilDate;
}

export const agreeGoal = readinessUseCase({
  name: 'AgreeReadinessGoal',
  asks: 'AgreeGoal',
  post: 'api/v1/readiness/:programmeId/goals',
  does: 'Record a goal that was agreed, and with whom',
  rules: ['RSG-07'],
  input: AgreedGoal,
  command: ({ details, on, context }) => ({ on, ...details, goalId: idFrom(context.commandId, 'readiness-goal') }),
  decide({ on, goalId, goal, agreedWith: agreed, reviewOn }: Agreed, state) {
    demands.goalAgreed.require(state, { on, reviewOn });
    requireWords(goal, 'goal', 'RSG-07');
    return [events.goalAgreed.fact(on, { goalId, goal, agreedWith: [...agreed], reviewOn })];
  },
  forms: [
    readinessForm({
      step: 'goal',
      group: 'goals',
      offers: ofProgramme('Record a goal'),
      title: 'A goal that was agreed',
      button: 'Record the goal',
      recorded: 'The goal is recorded.',
      questions: () => ({
        on: dayOf('When was it agreed?', 'The day on which it was agreed'),
        goal: reason({
          label: 'What is the goal?',
          hint: 'In words the young person would use. Kept sealed',
          none: 'Enter the goal',
        }),
        agreedWith: several<AgreedWith>({
          label: 'Who agreed it?',
          options: optionsOf(agreedWith),
          none: 'Choose who agreed it',
        }),
        reviewOn: optionalDate({
          label: 'When is it looked at again?',
          what: 'The day of the review',
          mayBeAhead: true,
        }),
      }),
      prefill: today,
      sends: (input, { view }) => ({ at: { programmeId: view.id }, input }),
    }),
  ],
});

export class ReviewedGoal extends Dated {
  @ApiProperty({ enum: goalOutcomes }) @IsIn(goalOutcomes) outcome: GoalOutcome;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() reviewOn?: CivilDate;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  note?: string;
}

interface Reviewed {
  readonly on: CivilDate;
  readonly goalId: string;
  readonly outcome: GoalOutcome;
  readonly reviewOn?: CivilDate;
  readonly note?: string;
}

export const reviewGoal = readinessUseCase({
  name: 'ReviewReadinessGoal',
  asks: 'ReviewGoal',
  post: 'api/v1/readiness/:programmeId/goals/:goalId/reviews',
  does: 'Say what became of a goal',
  rules: ['RSG-07'],
  input: ReviewedGoal,
  decide({ on, goalId, outcome, reviewOn, note }: Reviewed, state) {
    demands.goalReviewed.require(state, { on, goalId, outcome, reviewOn });
    return [events.goalReviewed.fact(on, { goalId, outcome, reviewOn, note })];
  },
  forms: [
    readinessForm({
      step: 'goal-review',
      group: 'goals',
      offers: ({ goals }) =>
        goals
          .filter(({ open }) => open)
          .map(({ goalId, goal }) => ({ about: goalId, text: `Review the goal${goal ? `: ${goal}` : ''}` })),
      title: 'Review a goal',
      lead: ({ view, about }) => view.goals.find(({ goalId }) => goalId === about)?.goal ?? 'The goal that was agreed.',
      button: 'Record the review',
      recorded: 'The review is recorded.',
      questions: () => ({
        on: dayOf('When was it looked at?', 'The day'),
        outcome: one<GoalOutcome>({
          label: 'What became of it?',
          options: optionsOf(goalOutcomes),
          none: 'Choose what became of it',
        }),
        reviewOn: optionalDate({
          label: 'When is it looked at again?',
          what: 'The day of the review',
          mayBeAhead: true,
        }),
        note: freeText({ label: 'Note (optional)', hint: 'Kept sealed' }),
      }),
      prefill: today,
      sends: (input, { view, about }) => ({ at: { programmeId: view.id, goalId: about }, input }),
    }),
  ],
});
