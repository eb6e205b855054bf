// A plan that moves from one authority to another: known ahead, passed on, and the letter after it came here (EHC-50 to EHC-52).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { lineFromList, optionalLineFromList } from '../../engine/web/forms/listed.js';
import { date, optionalDate, yesOrNo } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import { already, requireInForce } from './domain/plan-in-force.js';
import { ehcEvents as events } from './domain/events.js';
import { aboutThePlan } from './pages/plan-forms/plan-form.js';
import { planForm, planUseCase } from './plan-use-case.js';

const authority = 'Its code, for example 816, or its name';

export class ExpectedMove {
  @OnDay('Day on which it became known') on?: CivilDate;
  @ApiProperty() @IsCivilDate() movesOn: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 60) toAuthority?: string;
}

export const learnOfMove = planUseCase({
  name: 'LearnOfMove',
  asks: 'LearnOfMove',
  post: 'api/v1/ehc-plans/:id/expected-move',
  does: 'The authority came to know of a move',
  rules: ['EHC-50'],
  input: ExpectedMove,
  decide({ on, toAuthority, movesOn }: Settled<ExpectedMove>, plan) {
    requireInForce(plan, on);
    return [events.moveOutKnown.fact(on, { toAuthority, movesOn })];
  },
  forms: [
    planForm({
      step: 'move-known',
      group: 'move',
      offers: aboutThePlan('They are going to move away'),
      title: 'Record that they are going to move away',
      lead: 'The plan is passed on upon the day of the move, or within fifteen working days of this authority coming to know of it (EHC-50).',
      button: 'Record the move ahead',
      recorded: 'The move ahead is recorded. The plan stays here until it is passed on.',
      questions: () => ({
        on: date({ label: 'When did it become known?', what: 'The day on which it became known' }),
        movesOn: date({ label: 'When do they move?', what: 'The day of the move', mayBeAhead: true }),
        toAuthority: optionalLineFromList('organisations', {
          label: 'To which authority? (optional)',
          hint: authority,
        }),
      }),
      sends: (input, { plan }) => ({ at: { id: plan.id }, input }),
    }),
  ],
});

export class PlanTransfer {
  @OnDay('Day of the transfer') on?: CivilDate;
  @ApiProperty() @IsString() @Length(1, 60) toAuthority: string;
}

export const movePlanOut = planUseCase({
  name: 'MovePlanOut',
  asks: 'MoveOut',
  post: 'api/v1/ehc-plans/:id/move-out',
  does: 'The plan was passed on to another authority',
  rules: ['EHC-50', 'EHC-51'],
  input: PlanTransfer,
  decide({ on, toAuthority }: Settled<PlanTransfer>, plan) {
    requireInForce(plan, on);
    if (plan.movedOut) throw already('The move', plan.movedOut.on, 'Correct its date if it is wrong.');
    return [events.planMovedOut.fact(on, { toAuthority })];
  },
  forms: [
    planForm({
      step: 'move-out',
      group: 'move',
      offers: aboutThePlan('Pass the plan on to another authority'),
      title: 'Record that the plan was passed on',
      lead: 'From the day of the transfer the other authority has the plan, with its history (EHC-50, EHC-51).',
      button: 'Record that it was passed on',
      checkFirst:
        'From this day on the plan is not this authority’s any more, and every clock of it stops here. Record it only if the other authority has been sent the plan.',
      recorded: 'It is recorded that the plan was passed on. Its clocks have stopped here.',
      questions: () => ({
        on: date({ label: 'On which day was it passed on?', what: 'The day of the transfer' }),
        toAuthority: lineFromList('organisations', {
          label: 'To which authority?',
          hint: authority,
          none: 'Enter the authority (EHC-50)',
        }),
      }),
      sends: (input, { plan }) => ({ at: { id: plan.id }, input }),
    }),
  ],
});

export class MoveInLetter {
  @OnDay('Day on which the letter was sent') on?: CivilDate;
  @ApiProperty() @IsBoolean() willReassess: boolean;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() reviewOn?: CivilDate;
}

export const sendMoveInLetter = planUseCase({
  name: 'SendMoveInLetter',
  asks: 'SendMoveInLetter',
  post: 'api/v1/ehc-plans/:id/move-in-letter',
  does: 'The letter after a move was sent',
  rules: ['EHC-52'],
  input: MoveInLetter,
  decide({ on, willReassess, reviewOn }: Settled<MoveInLetter>, plan) {
    requireInForce(plan, on);
    if (!plan.movedIn) throw refuse('EHC-52', 'The plan did not move here from another authority.');
    if (on < plan.movedIn.on) throw invalid('on', 'must not be before the transfer', 'EHC-52');
    if (plan.moveInLetter) throw already('The letter', plan.moveInLetter.on, 'Correct its date if it is wrong.');
    const { moveInLetterSilent: silent } = plan;
    if (silent && reviewOn === undefined)
      throw already(
        'A letter without the day of the review',
        silent.on,
        'Record the one that says when the plan will be reviewed.',
      );
    const tellsReview = reviewOn === undefined ? 'no' : 'yes';
    return [events.moveInLetterSent.fact(on, { willReassess, tellsReview, reviewOn })];
  },
  forms: [
    planForm({
      step: 'move-in-letter',
      group: 'move',
      offers: aboutThePlan('Record the letter to the family after the move here'),
      title: 'Record the letter after a move here',
      lead: 'Six weeks after the transfer at the latest the family is told that this authority has the plan, whether it will reassess, and when it will review (EHC-52).',
      button: 'Record the letter',
      checkFirst: 'This stops the clock of the six weeks (EHC-52). Record it only if the letter has been sent.',
      recorded: 'The letter to the family is recorded.',
      questions: () => ({
        on: date({ label: 'When was the letter sent?', what: 'The day of the letter' }),
        willReassess: yesOrNo({
          label: 'Will the authority reassess?',
          none: 'Say whether the authority will reassess (EHC-52)',
        }),
        reviewOn: optionalDate({
          label: 'When does it say that the plan will be reviewed?',
          hint: 'Left out, the letter does not say so: it is recorded, and the six weeks run on until one does (EHC-52)',
          what: 'The day of the review',
          mayBeAhead: true,
        }),
      }),
      sends: (input, { plan }) => ({ at: { id: plan.id }, input }),
    }),
  ],
});
