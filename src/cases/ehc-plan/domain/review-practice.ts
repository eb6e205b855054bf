// What a review turns on beside its dates: who arranges the meeting, which further points it looks at, how old advice may be.
import { addMonths, ageOn, type CivilDate } from '../../../kernel/calendar/index.js';
import type { Cycle } from './cycle-state.js';
import data from './review-practice.json' with { type: 'json' };
import { latestOf } from './entries.js';
import { placementOn } from './schooling.js';
import type { Plan } from './state.js';
import { reviewPoints, type ReviewPoint } from './words.js';

export type Arranging = 'school is required' | 'institution is asked' | 'authority convenes';
export const arrangings = ['school is required', 'institution is asked', 'authority convenes'] as const;

/** EHC-12, EHC-14. Where no placement is on record nobody else can be made to do it. */
export function arrangingOf(plan: Plan, day: CivilDate): Arranging {
  const placement = placementOn(plan, day);
  if (!placement || placement.setting === 'OPA' || data.arranging.authority.includes(placement.kind))
    return 'authority convenes';
  return data.arranging.required.includes(placement.kind) ? 'school is required' : 'institution is asked';
}

const points: Readonly<Record<ReviewPoint, { readonly rule: string; readonly fromAge?: number }>> = data.points;

/** EHC-10, EHC-33: the points of a meeting that was held without an answer: "not considered" is none. A return tells of none of them. */
export function pointsLeft({ meeting, points: said }: Cycle, birthDate: CivilDate | undefined): readonly ReviewPoint[] {
  if (!meeting || meeting.source === 'return') return [];
  const age = birthDate === undefined || birthDate > meeting.on ? 0 : ageOn(birthDate, meeting.on).years;
  return reviewPoints.filter(
    (point) => age >= (points[point].fromAge ?? 0) && !isAnswer(latestOf(said.filter((each) => each.point === point))),
  );
}

const isAnswer = (said: Cycle['points'][number] | undefined): boolean =>
  said !== undefined && said.finding !== 'not-considered';

/** EHC-17: dated more than a year before the meeting. */
export const isOutOfDate = (dated: CivilDate, meetingOn: CivilDate): boolean =>
  dated < addMonths(meetingOn, -data.adviceOutOfDate.afterMonths);
