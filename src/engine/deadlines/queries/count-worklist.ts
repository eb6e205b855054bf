// How many deadlines are overdue, absent, due soon and later: the counts above a worklist.
import { question } from '../../use-cases/question.js';
import { ApiProperty } from '../../api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import { noOne } from '../../access/shows.js';
import { Policies } from '../../access/policy.js';
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../processing/read-side.js';
import type { Statements } from '../../processing/statements.js';
import { tasksOn } from '../tasks-on.js';
import { OfPathway } from '../../api/words-known-here.js';
import { pathwaysHere } from '../../processing/case-types.js';

/** "Soon" is two weeks: less than the notice that a meeting needs (EHC-15). */
export const soonDays = 14;

export class WhoseDeadlines {
  @OfPathway() pathway?: string;
  @ApiProperty({ required: false, description: 'Named worker of the person' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  workerId?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

export class WorklistCounts {
  @ApiProperty() overdue: number;
  @ApiProperty({ description: 'Late, and nothing on record shows that anybody began' }) absent: number;
  @ApiProperty({ description: 'Due within two weeks' }) soon: number;
  @ApiProperty() later: number;
}

/** `today` lets the usual question use what is counted already. */
export function countTasksOn(
  db: Statements,
  asOf: CivilDate,
  today: CivilDate,
  { pathways = pathwaysHere(), workerId }: { readonly pathways?: readonly string[]; readonly workerId?: string },
): WorklistCounts {
  const count = (condition: string): string => `coalesce(sum(tasks) FILTER (WHERE ${condition}), 0)`;
  const counts = db.get<Record<keyof WorklistCounts, number>>(
    `SELECT ${count('due_on < ?1 AND begun')} AS overdue, ${count('due_on < ?1 AND NOT begun')} AS absent,
       ${count('due_on BETWEEN ?1 AND ?3')} AS soon, ${count('due_on > ?3')} AS later
     FROM ${tasksOn({ now: asOf >= today, ofWorker: workerId !== undefined })} WHERE pathway IN (${pathways.map(() => '?').join(', ')})`,
    asOf,
    workerId ?? null,
    addDays(asOf, soonDays),
    ...pathways,
  );
  return { overdue: 0, absent: 0, soon: 0, later: 0, ...counts };
}

export const countWorklist = question({
  name: 'CountWorklist',
  get: 'api/v1/worklist/counts',
  section: 'Worklist',
  tells: 'How many deadlines are overdue, absent, due soon and later',
  rules: [],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'Whoever sees the worklist sees how long it is; the same pathways (SHARE matrix).',
    byPathway: true,
  },
  input: WhoseDeadlines,
  answers: WorklistCounts,
  uses: [ReadSide, Clock, Policies],
  answer: ({ query: whose, asked: { actor, asOf } }, readSide, clock, policies): Promise<WorklistCounts> => {
    const pathways =
      policies.pathways('CountWorklist', actor, whose.pathway) ?? (whose.pathway ? [whose.pathway] : undefined);
    const today = clock.today();
    return Promise.resolve(countTasksOn(readSide.db, asOf, today, { pathways, workerId: whose.workerId }));
  },
  shows: noOne,
});
