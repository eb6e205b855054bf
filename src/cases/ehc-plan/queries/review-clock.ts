// The clocks of one review, as of a date; and what they would be if its meeting were on another day. Nothing is recorded by asking.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsOptional, IsString } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/field-checks.js';
import { choicesIn } from '../../../engine/settings/setting-table.js';
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, notFound } from '../../../kernel/errors.js';
import { readState } from '../../../engine/processing/case-projection.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { planAsOf } from '../domain/as-of.js';
import type { Birth } from '../domain/dated-facts.js';
import type { Plan } from '../domain/state.js';
import { clockIfMeetingOn, clockOf } from '../review-clocks.js';
import { ReviewClock } from './review-clock-view.js';

export class WhatIf {
  @ApiProperty({ required: false, description: 'As if the meeting were held on this day' })
  @IsOptional()
  @IsCivilDate()
  meetingOn?: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

export const getReviewClock = question({
  name: 'GetReviewClock',
  get: 'api/v1/ehc-plans/:id/reviews/:cycleId/clock',
  section: 'EHC plans',
  tells: 'The clocks of one review; and what they would be if the meeting were on another day',
  rules: ['EHC-01', 'EHC-15', 'EHC-21', 'EHC-22', 'EHC-27'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'Whoever sees the review sees its clocks (EHC-13, EHC-16).',
  },
  input: WhatIf,
  answers: ReviewClock,
  uses: [ReadSide],
  answer: async (
    { at: { id: planId, cycleId }, query: { meetingOn }, asked: { asOf } },
    readSide,
  ): Promise<ReviewClock> => {
    const { db } = readSide;
    const recorded = readState<Plan>(db, 'ehc_plan', planId);
    if (!recorded) throw notFound('EHC plan', planId);
    const sql =
      'SELECT birth_date AS "on", birth_event AS eventId FROM young_person WHERE id = ? AND birth_date IS NOT NULL';
    const birth = db.get<Birth>(sql, recorded.personId ?? '');
    const plan = planAsOf(recorded, asOf);
    if (meetingOn !== undefined && recorded.made && meetingOn < recorded.made.on)
      throw invalid('meetingOn', `must not be before the plan was made, on ${formatDate(recorded.made.on)}`, 'EHC-01');
    const of = { id: planId, plan, birth, choices: choicesIn(db) };
    const clock = meetingOn === undefined ? clockOf(of, cycleId, asOf) : clockIfMeetingOn(of, cycleId, asOf, meetingOn);
    if (!clock) throw notFound('review', cycleId);
    return Promise.resolve(clock);
  },
  shows: (_, { at: { id: planId } }) => [planId],
});
