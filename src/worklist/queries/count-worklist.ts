// How many deadlines are overdue, absent, due soon and later: the counts above a worklist.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { Dispatcher } from '../../identity/dispatcher.js';
import { OnwardQuery, type Asked } from '../../identity/messages.js';
import { noOne } from '../../identity/shows.js';
import { Policies } from '../../identity/policy.js';
import { addDays } from '../../kernel/calendar/index.js';
import { Clock } from '../../ops/clock.js';
import { ReadSide } from '../../processing/read-side.js';
import type { Value } from '../../processing/statements.js';
import { openTask } from '../deadline-table.js';
import { nothingAsked } from '../nothing-asked.js';

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
    const where = ['d.valid_from <= ?'];
    const soon = addDays(asOf, soonDays);
    const values: Value[] = [asOf, asOf, asOf, asOf, asOf, soon, soon, asOf];
    const open = asOf >= this.clock.today();
    where.push(open ? openTask('d.') : 'd.is_task = 1 AND d.met_on > ? AND d.valid_to > ?');
    if (!open) values.push(asOf, asOf);
    where.push(`NOT ${nothingAsked('d.person_id', '?')}`);
    values.push(asOf);
    if (pathways) {
      where.push(`d.pathway IN (${pathways.map(() => '?').join(', ')})`);
      values.push(...pathways);
    }
    if (whose.workerId !== undefined) {
      where.push(
        'd.person_id IN (SELECT w.person_id FROM named_worker w WHERE w.worker_id = ? AND w.from_on <= ? AND w.to_on > ?)',
      );
      values.push(whose.workerId, asOf, asOf);
    }
    const found = this.readSide.db.get<Record<keyof WorklistCounts, number>>(
      `SELECT count(*) FILTER (WHERE d.due_on < ? AND d.began_on <= ?) AS overdue, count(*) FILTER (WHERE d.due_on < ? AND d.began_on > ?) AS absent,
        count(*) FILTER (WHERE d.due_on >= ? AND d.due_on <= ?) AS soon, count(*) FILTER (WHERE d.due_on > ?) AS later
       FROM deadline_row d WHERE ${where.join(' AND ')}`,
      ...values,
    );
    return Promise.resolve({ overdue: 0, absent: 0, soon: 0, later: 0, ...found });
  }
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
