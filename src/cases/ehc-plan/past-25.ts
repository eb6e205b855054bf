// A plan that goes on past the 25th birthday, and the day on which it ends then (EHC-64).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { date, one, optionalDate, optionsOf } from '../../engine/web/forms/questions.js';
import { addDays, attainsAge, formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import { Journal } from '../../store/journal.js';
import { withBirthDate } from './person-of-plan.js';
import { already, requireInForce } from './domain/plan-in-force.js';
import { latestOf } from './domain/entries.js';
import { ehcEvents as events } from './domain/events.js';
import { endOfContinued } from './domain/limits.js';
import type { Past25, Plan } from './domain/state.js';
import { past25Settings, type Past25Setting } from './domain/words.js';
import { aboutThePlan } from './pages/plan-forms/plan-form.js';
import { planForm, planUseCase } from './plan-use-case.js';

export class Continuation {
  @OnDay() on?: CivilDate;
  @ApiProperty({ enum: past25Settings }) @IsIn(past25Settings) setting: Past25Setting;
  @ApiProperty({
    required: false,
    description: 'Outside further education the plan ends with the course or training; left out, its end is not known',
  })
  @IsOptional()
  @IsCivilDate()
  trainingEndsOn?: CivilDate;
}

const endHints: Readonly<Record<Past25Setting, string>> = {
  furtherEducation: 'The plan ends on 31 July',
  apprenticeship: 'The plan ends with the training',
  other: 'The plan ends with the course or training',
};

export const continuePast25 = planUseCase({
  name: 'ContinuePast25',
  asks: 'ContinuePast25',
  post: 'api/v1/ehc-plans/:id/continuation',
  does: 'The plan goes on past the 25th birthday',
  rules: ['EHC-64'],
  input: Continuation,
  uses: [Journal],
  command: (ask, journal) => withBirthDate(ask, journal),
  decide({ on, setting, trainingEndsOn, birthDate }: Settled<Continuation> & { readonly birthDate?: CivilDate }, plan) {
    requireInForce(plan, on);
    if (plan.past25) throw already('The decision to continue', plan.past25.on, 'Correct its date if it is wrong.');
    if (birthDate !== undefined && on >= addDays(attainsAge(birthDate, 26), -1)) {
      throw refuse('EHC-64', 'No plan goes on beyond the day before the 26th birthday.');
    }
    if (birthDate !== undefined && on < attainsAge(birthDate, 24)) {
      throw refuse('EHC-64', 'Whether a plan goes on past the 25th birthday is decided in the year before it.', {
        help: `Look whose plan this is; from ${formatDate(attainsAge(birthDate, 24))} on it can be decided.`,
      });
    }
    const ends = setting === 'furtherEducation' ? undefined : trainingEndsOn;
    if (ends !== undefined) requireEnd('trainingEndsOn', ends, birthDate);
    const to = birthDate && endOfContinued(plan, continued(on, setting, ends), birthDate);
    if (to !== undefined && on > to) {
      throw refuse('EHC-64', `The plan can go on no further than ${formatDate(to)}, which has passed.`, {
        help: 'Check the day of the decision, and when the course or training ends.',
      });
    }
    return [events.continuedPast25.fact(on, { setting, trainingEndsOn: ends })];
  },
  forms: [
    planForm({
      step: 'past-25',
      group: 'age',
      offers: aboutThePlan('Record that the plan goes on past 25'),
      title: 'Record that the plan goes on past 25',
      lead: 'A plan ends at the 25th birthday, unless the authority decides to go on to the end of the year. It never goes beyond the day before the 26th birthday (EHC-64).',
      button: 'Record the decision',
      checkFirst:
        'The day on which the plan ends is reckoned from this. Check where the young person learns, and the day.',
      recorded: 'It is recorded that the plan goes on past 25.',
      questions: () => ({
        on: date({ label: 'When was it decided?', what: 'The day of the decision' }),
        setting: one<Past25Setting>({
          label: 'Where does the young person learn?',
          options: optionsOf(past25Settings, endHints),
          none: 'Choose where the young person learns (EHC-64)',
        }),
        trainingEndsOn: optionalDate({
          label: 'Outside further education: when does the course or training end?',
          hint: 'If it is not known yet, leave it out: it stays among what is to be done',
          what: 'The end of the course or training',
          mayBeAhead: true,
        }),
      }),
      sends: (input, { plan }) => ({ at: { id: plan.id }, input }),
    }),
  ],
});

const continued = (on: CivilDate, setting: Past25['setting'], ends: CivilDate | undefined): Past25 => {
  const entry = { on, eventId: 'new' };
  return { ...entry, setting, courseEnds: ends ? [{ ...entry, dueOn: { on: ends, eventId: 'new' } }] : [] };
};

/** A course that ends before the 25th birthday leaves nothing to go on with. */
function requireEnd(field: string, ends: CivilDate, birthDate: CivilDate | undefined): void {
  if (birthDate === undefined || ends >= attainsAge(birthDate, 25)) return;
  throw invalid(
    field,
    'must not be before the 25th birthday: there is no course with which the plan could go on',
    'EHC-64',
  );
}

export class CourseEnd {
  @OnDay('Day on which it became known') on?: CivilDate;
  @ApiProperty({ description: 'Last day of the course or training; may lie ahead', example: '2026-05-20' })
  @IsCivilDate()
  endsOn: CivilDate;
}

export const recordCourseEnd = planUseCase({
  name: 'RecordCourseEnd',
  asks: 'RecordCourseEnd',
  post: 'api/v1/ehc-plans/:id/continuation/course-end',
  does: 'When the course or training ends with which a plan goes on past 25',
  rules: ['EHC-64'],
  input: CourseEnd,
  uses: [Journal],
  command: (ask, journal) => withBirthDate(ask, journal),
  decide({ on, endsOn, birthDate }: Settled<CourseEnd> & { readonly birthDate?: CivilDate }, plan) {
    requireInForce(plan, on);
    const { past25 } = plan;
    if (!past25) {
      throw refuse('EHC-64', 'It is not recorded that the plan goes on past 25.', {
        help: 'Record that decision first.',
      });
    }
    if (past25.setting === 'furtherEducation') {
      throw refuse('EHC-64', 'In further education the plan goes on to 31 July, whenever the course ends.');
    }
    requireEnd('endsOn', endsOn, birthDate);
    return latestOf(past25.courseEnds)?.dueOn.on === endsOn ? [] : [events.courseEndRecorded.fact(on, { endsOn })];
  },
  forms: [
    planForm({
      step: 'course-end',
      group: 'age',
      offers: aboutThePlan('Record when the course or training ends'),
      title: 'Record when the course or training ends',
      lead: 'The plan ends on that day, or on the day before the 26th birthday if that is earlier (EHC-64). Recorded again with another day, that day counts.',
      button: 'Record the day',
      recorded: 'It is recorded when the course or training ends: the plan ends with it.',
      questions: () => ({
        on: date({ label: 'When did you learn of it?', what: 'The day on which it became known' }),
        endsOn: date({ label: 'When does it end?', what: 'The last day of the course or training', mayBeAhead: true }),
      }),
      sends: (input, { plan }) => ({ at: { id: plan.id }, input }),
    }),
  ],
});

/** Until the end that was decided the plan ends only by the two letters, not by age. */
export function requireNotContinued(plan: Plan, on: CivilDate, birthDate: CivilDate | undefined): void {
  const end = plan.past25 && birthDate && endOfContinued(plan, plan.past25, birthDate);
  if (end === undefined || on >= end) return;
  const known = plan.past25?.setting === 'furtherEducation' || (plan.past25?.courseEnds.length ?? 0) > 0;
  throw known
    ? refuse('EHC-64', `It was decided that the plan goes on past 25: it ends on ${formatDate(end)}.`, {
        help: 'Record the end on that day, or cease the plan with the two letters.',
      })
    : refuse(
        'EHC-64',
        'It was decided that the plan goes on past 25, and when the course or training ends is not recorded.',
        {
          help: 'Record when the course or training ends: the plan ends with it.',
        },
      );
}
