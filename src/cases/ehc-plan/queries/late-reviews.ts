// Reviews of an area by step and by phase: how many deadlines are late, late with nothing on record, and not due yet (R5, R7).
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { noOne } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { tasksOn } from '../../../engine/deadlines/tasks-on.js';
import { AsOfQuery } from './list-officers.js';
import { absencesOn, cohortsOf } from './absences-on.js';
import { phaseNames, reviewSteps, stepKeys, type ReviewStep, type SchoolPhase } from './overdue-filter.js';

export class StepCounts {
  @ApiProperty({ enum: reviewSteps }) step: ReviewStep;
  @ApiProperty({ description: 'Late, though begun' }) overdue: number;
  @ApiProperty({ description: 'Late, with nothing on record' }) absent: number;
  @ApiProperty({ description: 'Not due yet' }) due: number;
}

export class PhaseCounts {
  @ApiProperty({ enum: phaseNames }) phase: SchoolPhase;
  @ApiProperty({ description: 'Plans in force' }) plans: number;
  @ApiProperty({ description: 'Whose review is late, though begun' }) overdue: number;
  @ApiProperty({ description: 'Whose review is late, with nothing on record' }) absent: number;
}

export class LateReviews {
  @ApiProperty({ type: [StepCounts] }) steps: readonly StepCounts[];
  @ApiProperty({ type: [PhaseCounts] }) phases: readonly PhaseCounts[];
}

type Counts = Readonly<Record<'overdue' | 'absent' | 'due', number>>;

/** Counts what the SEND worklist lists for each step, deadline by deadline. `today` lets the usual question use what is counted already. */
export function countSteps(db: Statements, asOf: CivilDate, today: CivilDate): StepCounts[] {
  const keys = Object.values(stepKeys).flat();
  const count = (condition: string): string => `coalesce(sum(tasks) FILTER (WHERE ${condition}), 0)`;
  const rows = db.all<Counts & { key: string }>(
    `SELECT key, ${count('due_on < ?1 AND begun')} AS overdue, ${count('due_on < ?1 AND NOT begun')} AS absent, ${count('due_on >= ?1')} AS due
     FROM ${tasksOn({ now: asOf >= today })} WHERE pathway = 'ehc' AND key IN (${keys.map(() => '?').join(', ')}) GROUP BY key`,
    asOf,
    ...keys,
  );
  return reviewSteps.map((step) => {
    const own = rows.filter(({ key }) => (stepKeys[step] as readonly string[]).includes(key));
    const sum = (of: keyof Counts) => own.reduce((so, row) => so + row[of], 0);
    return { step, overdue: sum('overdue'), absent: sum('absent'), due: sum('due') };
  });
}

/** Each plan in force once, under the phase of its year group; without a year group, or beyond every phase, under `not-known`. */
export function countPhases(db: Statements, asOf: CivilDate): PhaseCounts[] {
  const counts = absencesOn(db, asOf);
  return phaseNames.map((phase) => ({
    phase,
    ...(phase === 'not-known' ? counts.ofNoPhase() : counts.of(cohortsOf(phase, asOf))),
  }));
}

export const countLateReviews = question({
  name: 'CountLateReviews',
  get: 'api/v1/ehc-plans/late-reviews',
  section: 'EHC plans',
  tells: 'How many reviews are late, by step and by phase',
  rules: ['EHC-01', 'R5', 'R7'],
  who: {
    roles: ['system', 'send-caseworker', 'manager', 'auditor'],
    because:
      'Counts, no names, unrounded: for those who run reviews, answer for them or audit them (R7; REC-41, INTERNAL).',
  },
  input: AsOfQuery,
  answers: LateReviews,
  uses: [ReadSide, Clock],
  answer: ({ asked: { asOf } }, readSide, clock): Promise<LateReviews> => {
    const { db } = readSide;
    const today = clock.today();
    return Promise.resolve({ steps: countSteps(db, asOf, today), phases: countPhases(db, asOf) });
  },
  shows: noOne,
});
