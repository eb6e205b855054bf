// The worklist: what is due, overdue or absent, for whom, on a date.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../api/paging.js';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { IsCivilDate } from '../../api/validation.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../access/messages.js';
import { everyoneIn } from '../../access/shows.js';
import { Policies } from '../../access/policy.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../processing/read-side.js';
import { marked } from '../../person/person-marks.js';
import {
  worklistRows,
  worklistStatuses,
  type Place,
  type WorklistFilter,
  type WorklistRow,
  type WorklistStatus,
} from '../worklist-rows.js';
import { WorklistPage } from './worklist-page.js';

export class WorklistQuery extends PageQuery implements WorklistFilter {
  @ApiProperty({ required: false, enum: ['ehc', 'transition', 'waiting'] })
  @IsOptional()
  @IsIn(['ehc', 'transition', 'waiting'])
  pathway?: string;
  @ApiProperty({ required: false, enum: worklistStatuses })
  @IsOptional()
  @IsIn(worklistStatuses)
  status?: WorklistStatus;
  @ApiProperty({ required: false, description: "Step: the deadline's key, like `decision`" })
  @IsOptional()
  @IsString()
  key?: string;
  @ApiProperty({ required: false, enum: ['law', 'national', 'local', 'practice'] })
  @IsOptional()
  @IsIn(['law', 'national', 'local', 'practice'])
  force?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() personId?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() caseId?: string;
  @ApiProperty({ required: false, description: 'Named worker of the person' })
  @IsOptional()
  @IsString()
  workerId?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() dueFrom?: CivilDate;
  @ApiProperty({ required: false }) @IsOptional() @IsCivilDate() dueBefore?: CivilDate;
}

export class GetWorklist extends OnwardQuery<Page<WorklistRow>> {
  readonly shows = everyoneIn;

  constructor(
    readonly query: WorklistQuery,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(GetWorklist)
export class GetWorklistHandler implements IQueryHandler<GetWorklist> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {}

  execute({ query, asked }: GetWorklist): Promise<Page<WorklistRow>> {
    const limit = query.limit ?? defaultLimit;
    const after = decodeCursor(query.cursor, 5) as Place | undefined;
    const pathways = this.policies.pathways(GetWorklist.name, asked.actor, query.pathway);
    const { db } = this.readSide;
    const today = this.clock.today();
    const found = worklistRows(db, asked.asOf, today, { ...query, pathways }, limit, after);
    const page = pageOf(found, limit, ({ place }) => place);
    const rows = page.items.map(({ row }) => row);
    return Promise.resolve({ items: marked(db, rows, asked, today), next: page.next });
  }
}

@ApiTags('Worklist')
@Controller('api/v1/worklist')
export class GetWorklistController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Deadlines of every pathway, by legal risk', WorklistPage)
  get(@Query() query: WorklistQuery, @AskedBy() asked: Asked): Promise<Page<WorklistRow>> {
    return this.dispatcher.ask(new GetWorklist(query, asked));
  }
}
