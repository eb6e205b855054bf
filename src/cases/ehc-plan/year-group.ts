// The year group in which the young person is taught, where it is not the one of the birth date (CAL-14).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsInt } from 'class-validator';
import { OnDay, type Settled } from '../../engine/use-cases/dated.js';
import { date, pick } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid } from '../../kernel/errors.js';
import { Journal } from '../../store/journal.js';
import { requirePlan } from './domain/plan-in-force.js';
import { requireEarlyYears } from './domain/schooling.js';
import { ehcEvents as events } from './domain/events.js';
import { inForce } from './pages/plan-forms/plan-form.js';
import { yearWords } from './pages/worklist-row.js';
import { withBirthDate } from './person-of-plan.js';
import { planForm, planUseCase } from './plan-use-case.js';

export class YearGroup {
  @OnDay('A day on which it was so') on?: CivilDate;
  @ApiProperty() @IsInt() yearGroup: number;
}

const years = Array.from({ length: 19 }, (_, index) => index - 4).map((year) => ({
  value: String(year),
  text: year < 0 ? `Early years (${year})` : yearWords(year),
}));

export const recordYearGroup = planUseCase({
  name: 'RecordYearGroup',
  asks: 'RecordYearGroup',
  post: 'api/v1/ehc-plans/:id/year-group',
  does: 'The recorded year group, which wins over the computed one',
  rules: ['CAL-14'],
  input: YearGroup,
  uses: [Journal],
  command: (ask, journal) => withBirthDate(ask, journal),
  decide({ on, yearGroup, birthDate }: Settled<YearGroup> & { readonly birthDate?: CivilDate }, plan) {
    requirePlan(plan);
    if (yearGroup < -5 || yearGroup > 20) throw invalid('yearGroup', 'is not a school year', 'CAL-14');
    if (yearGroup < 0) requireEarlyYears(birthDate, on, 'yearGroup');
    return [events.yearGroupRecorded.fact(on, { yearGroup })];
  },
  forms: [
    planForm({
      step: 'year-group',
      group: 'placement',
      offers: inForce('Record the year group in which they are taught'),
      title: 'Record the year group',
      lead: 'Needed only where it is not the one of the birth date; it moves on by itself each September (CAL-14).',
      button: 'Record the year group',
      recorded: 'The year group is recorded.',
      questions: () => ({
        on: date({ label: 'On which day was it so?', what: 'The day on which it was so' }),
        yearGroup: pick<string>({ label: 'Which year group?', options: years, none: 'Choose the year group' }),
      }),
      prefill: ({ plan }) => (plan.yearGroup === undefined ? {} : { yearGroup: String(plan.yearGroup) }),
      sends: ({ on, yearGroup }, { plan }) => ({ at: { id: plan.id }, input: { on, yearGroup: Number(yearGroup) } }),
    }),
  ],
});
