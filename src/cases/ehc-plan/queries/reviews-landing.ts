// How many annual reviews fall due in each of the coming weeks: the capacity that is needed, per officer if asked.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import { noOne } from '../../../engine/access/shows.js';
import { addDays, addWeeks, dayOfWeek, daysBetween, type CivilDate } from '../../../kernel/calendar/index.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements, Value } from '../../../engine/processing/statements.js';
import { stepKeys } from './overdue-filter.js';
import { tasksOn } from '../../../engine/deadlines/tasks-on.js';

/** Half a year: two terms are planned ahead. */
export const landingWeeks = 26;

export class LandingQuery {
  @ApiProperty({ required: false, description: 'Named worker of the young person' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  officer?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

export class LandingWeek {
  @ApiProperty({ type: String, description: 'Its Monday' }) from: CivilDate;
  @ApiProperty() reviews: number;
}

export class Landing {
  @ApiProperty({ description: 'Due before this week and not decided' }) before: number;
  @ApiProperty({ type: [LandingWeek] }) weeks: readonly LandingWeek[];
}

/** One count for each week from the Monday on; what lies beyond the last is left out. */
export function weeksFrom(
  monday: CivilDate,
  dueDates: readonly { readonly on: CivilDate; readonly count: number }[],
): LandingWeek[] {
  const weeks = Array.from({ length: landingWeeks }, (_, index) => ({ from: addWeeks(monday, index), reviews: 0 }));
  for (const { on, count } of dueDates) {
    const week = weeks[Math.floor(daysBetween(monday, on) / 7)];
    if (week) week.reviews += count;
  }
  return weeks;
}

export function countLanding(db: Statements, asOf: CivilDate, today: CivilDate, officer: string | undefined): Landing {
  const monday = addDays(asOf, 1 - dayOfWeek(asOf));
  const keys = stepKeys.review.map(() => '?').join(', ');
  const rows = db.all<{ on: CivilDate; count: number } & Record<string, Value>>(
    `SELECT due_on AS "on", sum(tasks) AS count FROM ${tasksOn({ now: asOf >= today, ofWorker: officer !== undefined })}
     WHERE pathway = 'ehc' AND key IN (${keys}) GROUP BY due_on`,
    asOf,
    ...(officer === undefined ? [] : [officer]),
    ...stepKeys.review,
  );
  const isBefore = ({ on }: { readonly on: CivilDate }) => on < monday;
  const before = rows.filter(isBefore).reduce((sum, { count }) => sum + count, 0);
  return {
    before,
    weeks: weeksFrom(
      monday,
      rows.filter((row) => !isBefore(row)),
    ),
  };
}

export const countReviewsLanding = question({
  name: 'CountReviewsLanding',
  get: 'api/v1/ehc-plans/reviews-landing',
  section: 'EHC plans',
  tells: 'Annual reviews that fall due in each of the coming 26 weeks',
  rules: ['EHC-01'],
  who: {
    roles: ['system', 'send-caseworker', 'manager', 'auditor'],
    because: 'Those who run reviews plan for them; counts only (EHC-01).',
  },
  input: LandingQuery,
  answers: Landing,
  uses: [ReadSide, Clock],
  answer: ({ query: { officer }, asked: { asOf } }, readSide, clock): Promise<Landing> =>
    Promise.resolve(countLanding(readSide.db, asOf, clock.today(), officer)),
  shows: noOne,
});
