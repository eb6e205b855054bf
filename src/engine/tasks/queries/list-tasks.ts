// Tasks: mine, my role's, or a case's, the oldest date first: query, handler and route.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../api/paging.js';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../access/messages.js';
import { everyoneIn } from '../../access/shows.js';
import { Policies } from '../../access/policy.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../processing/read-side.js';
import { marked } from '../../person/person-marks.js';
import { taskKinds, taskPathways } from '../domain/codes.js';
import { TaskPage, type TaskLine } from './task-page.js';
import { taskRows } from './task-rows.js';

export const whose = ['mine', 'role', 'all'] as const;

export class TaskQuery extends PageQuery {
  @ApiProperty({
    required: false,
    enum: whose,
    description:
      '`mine`: taken by whoever asks. `role`: theirs and those of their role that nobody has taken. Default: all they may see',
  })
  @IsOptional()
  @IsIn(whose)
  whose?: (typeof whose)[number];
  @ApiProperty({ required: false, enum: ['open', 'closed'], description: 'Default: open' })
  @IsOptional()
  @IsIn(['open', 'closed'])
  status?: 'open' | 'closed';
  @ApiProperty({ required: false, enum: taskPathways }) @IsOptional() @IsIn(taskPathways) pathway?: string;
  @ApiProperty({ required: false, enum: taskKinds }) @IsOptional() @IsIn(taskKinds) kind?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() personId?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() caseId?: string;
  @ApiProperty({ required: false, description: 'One task' }) @IsOptional() @IsString() id?: string;
}

export class ListTasks extends OnwardQuery<Page<TaskLine>> {
  readonly shows = everyoneIn;

  constructor(
    readonly query: TaskQuery,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(ListTasks)
export class ListTasksHandler implements IQueryHandler<ListTasks> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  execute({ query, asked }: ListTasks): Promise<Page<TaskLine>> {
    const { limit = defaultLimit, cursor } = query;
    const pathways = this.policies.pathways(ListTasks.name, asked.actor, query.pathway);
    const filter = { ...query, pathways, after: decodeCursor(cursor, 2), limit: limit + 1 };
    const { db } = this.readSide;
    const today = this.clock.today();
    const { items, next } = pageOf(taskRows(db, filter, asked, today), limit, ({ dueOn, id }) => [dueOn, id]);
    return Promise.resolve({ items: marked(db, items, asked, today), next });
  }
}

@ApiTags('Tasks')
@Controller('api/v1/tasks')
export class ListTasksController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('What has to be followed up, the oldest date first', TaskPage, [
    'TRN-27',
    'TRN-03',
    'R13',
    'R14',
    'TRN-44',
  ])
  get(@Query() query: TaskQuery, @AskedBy() asked: Asked): Promise<Page<TaskLine>> {
    return this.dispatcher.ask(new ListTasks(query, asked));
  }
}
