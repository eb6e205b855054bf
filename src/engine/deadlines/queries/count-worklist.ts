// How many deadlines are overdue, absent, due soon and later: the counts above a worklist.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../access/messages.js';
import { noOne } from '../../access/shows.js';
import { Policies } from '../../access/policy.js';
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../processing/read-side.js';
import type { Statements } from '../../processing/statements.js';
import { tasksOn } from '../tasks-on.js';
import { pathways as everyPathway } from '../worklist-rows.js';

/** "Soon" is two weeks: less than the notice that a meeting needs (EHC-15). */
export const soonDays = 14;

export class WhoseDeadlines {
  @ApiProperty({ required: false, enum: ['ehc', 'transition', 'waiting'] })
  @IsOptional()
  @IsIn(['ehc', 'transition', 'waiting'])
  pathway?: string;
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

export class CountWorklist extends OnwardQuery<WorklistCounts> {
  readonly shows = noOne;

  constructor(
    readonly whose: WhoseDeadlines,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(CountWorklist)
export class CountWorklistHandler implements IQueryHandler<CountWorklist> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {}

  execute({ whose, asked: { actor, asOf } }: CountWorklist): Promise<WorklistCounts> {
    const pathways =
      this.policies.pathways(CountWorklist.name, actor, whose.pathway) ?? (whose.pathway ? [whose.pathway] : undefined);
    const today = this.clock.today();
    return Promise.resolve(countTasksOn(this.readSide.db, asOf, today, { pathways, workerId: whose.workerId }));
  }
}

/** `today` lets the usual question use what is counted already. */
export function countTasksOn(
  db: Statements,
  asOf: CivilDate,
  today: CivilDate,
  { pathways = everyPathway, workerId }: { readonly pathways?: readonly string[]; readonly workerId?: string },
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

@ApiTags('Worklist')
@Controller('api/v1/worklist/counts')
export class CountWorklistController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('How many deadlines are overdue, absent, due soon and later', WorklistCounts)
  get(@Query() whose: WhoseDeadlines, @AskedBy() asked: Asked): Promise<WorklistCounts> {
    return this.dispatcher.ask(new CountWorklist(whose, asked));
  }
}
