// How a plan begins here: made by this authority, or taken over from another with its history (EHC-01, EHC-51).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { OnDay } from '../../engine/use-cases/dated.js';
import { formsAt } from '../../engine/use-cases/placed-form.js';
import { lineFromList } from '../../engine/web/forms/listed.js';
import { date, optionalDate } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { invalid, OnwardError } from '../../kernel/errors.js';
import { idFrom } from '../../kernel/ids.js';
import { Journal } from '../../store/journal.js';
import { requireYoungPerson } from './person-of-plan.js';
import { ehcEvents as events } from './domain/events.js';
import type { Plan } from './domain/state.js';
import { packFor } from './pack.js';
import { planUseCase } from './plan-use-case.js';

export interface BeginSubject {
  readonly personId: string;
}

/** There is no plan yet that could offer them: the person's page has the links. */
const beginForm = formsAt<BeginSubject, never, 'begin'>('begin');
const offers = () => [];

const newPlanId = ({ context }: { readonly context: CommandContext }): string => idFrom(context.commandId, 'ehc-plan');

interface Start {
  readonly on: CivilDate;
  readonly personId: string;
  readonly authority: string;
  readonly rulePack: { readonly pack: string; readonly version: number };
}

export class NewEhcPlan {
  @ApiProperty() @IsString() @Length(1, 120) personId: string;
  @ApiProperty({ required: false, description: 'Code of the authority (default: your organisation)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  authority?: string;
  @OnDay('Day on which the plan was first made') on?: CivilDate;
}

export const issueEhcPlan = planUseCase({
  name: 'IssueEhcPlan',
  asks: 'IssuePlan',
  post: 'api/v1/ehc-plans',
  does: 'An EHC plan was made',
  rules: ['EHC-01', 'EHC-93'],
  input: NewEhcPlan,
  newId: newPlanId,
  uses: [Journal],
  async command({ details: { personId, authority }, on, context }, journal) {
    await requireYoungPerson(journal, personId);
    return { on, personId, authority: authority ?? context.actor.organisation, rulePack: packFor(on) };
  },
  decide({ on, personId, authority, rulePack, source }: Start & { readonly source?: 'return' }, plan) {
    requireNone(plan);
    return [events.planIssued.fact(on, { personId, authority, rulePack, source })];
  },
  forms: [
    beginForm({
      step: 'made',
      group: 'begin',
      offers,
      title: 'Record a new EHC plan',
      lead: 'The first review is due within twelve months of the day on which the plan was made (EHC-01). Assessments are not followed here yet: of somebody who never had a plan, an order of the Tribunal to assess or to make one (EHC-76) cannot be recorded, and its time must be kept elsewhere until the plan is made.',
      button: 'Record the plan',
      checkFirst: 'The clock of the first review starts on this day. Check it against the final plan that was sent.',
      recorded: 'The plan is recorded. Its first review is among what is due.',
      questions: () => ({
        on: date({ label: 'When was the plan made?', what: 'The day on which the plan was made' }),
      }),
      sends: (answers, { personId }) => ({ at: {}, input: { ...answers, personId } }),
    }),
  ],
});

export class MovedInPlan {
  @ApiProperty() @IsString() @Length(1, 120) personId: string;
  @ApiProperty({ required: false, description: 'Code of the authority (default: your organisation)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  authority?: string;
  @OnDay('Day of the transfer') on?: CivilDate;
  @ApiProperty() @IsString() @Length(1, 60) fromAuthority: string;
  @ApiProperty({ description: 'Day on which the plan was first made; the clock is not reset' })
  @IsCivilDate()
  planMadeOn: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() lastReviewedOn?: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() becameAwareOn?: CivilDate;
}

interface TakenOver extends Start {
  readonly fromAuthority: string;
  readonly planMadeOn: CivilDate;
  readonly lastReviewedOn?: CivilDate;
  readonly becameAwareOn?: CivilDate;
}

export const takeOverEhcPlan = planUseCase({
  name: 'TakeOverEhcPlan',
  asks: 'TakeOverPlan',
  post: 'api/v1/ehc-plans/moved-in',
  does: 'A plan moved here from another authority',
  rules: ['EHC-51', 'EHC-52', 'EHC-53'],
  input: MovedInPlan,
  newId: newPlanId,
  uses: [Journal],
  async command({ details: { authority, ...details }, on, context }, journal) {
    await requireYoungPerson(journal, details.personId);
    const rulePack = packFor(details.planMadeOn);
    return { ...details, on, authority: authority ?? context.actor.organisation, rulePack };
  },
  /** EHC-51: as if this authority had made it on the day on which the other one did. */
  decide({ on, ...command }: TakenOver, plan) {
    requireNone(plan);
    const { personId, authority, rulePack, fromAuthority, planMadeOn, lastReviewedOn, becameAwareOn } = command;
    if (planMadeOn > on) throw invalid('planMadeOn', 'must not be after the transfer', 'EHC-51');
    if (lastReviewedOn !== undefined && lastReviewedOn > on) {
      throw invalid('lastReviewedOn', 'must not be after the transfer', 'EHC-51');
    }
    const history = { fromAuthority, planMadeOn, lastReviewedOn, becameAwareOn };
    return [events.planMovedIn.fact(on, { personId, authority, rulePack, ...history })];
  },
  forms: [
    beginForm({
      step: 'moved-in',
      group: 'begin',
      offers,
      title: 'Record a plan that moved here',
      lead: 'It counts as made by this authority on the day on which the other one made it: its clocks go on (EHC-51).',
      button: 'Record the plan',
      checkFirst:
        'From the day of the transfer this authority has the plan. Its next review is reckoned from the dates of the other authority: check them against its papers.',
      recorded: 'The plan is taken over. What is due of it is reckoned from the dates of the other authority.',
      questions: () => ({
        on: date({ label: 'On which day was it transferred?', what: 'The day of the transfer' }),
        fromAuthority: lineFromList('organisations', {
          label: 'From which authority?',
          hint: 'Its code, for example 816, or its name',
          none: 'Enter the authority that it comes from (EHC-51)',
        }),
        planMadeOn: date({
          label: 'When did that authority first make the plan?',
          what: 'The day on which the plan was first made',
        }),
        lastReviewedOn: optionalDate({ label: 'When was it last reviewed?', what: 'The day of the last review' }),
        becameAwareOn: optionalDate({
          label: 'When did this authority come to know of the move?',
          what: 'The day on which the move became known',
        }),
      }),
      sends: (answers, { personId }) => ({ at: {}, input: { ...answers, personId } }),
    }),
  ],
});

function requireNone(plan: Plan): void {
  if (plan.personId !== undefined)
    throw new OnwardError('already-exists', { detail: 'This plan is recorded already.' });
}
