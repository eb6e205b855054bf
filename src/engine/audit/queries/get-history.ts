// Everything that was recorded about a person, in order, with both clocks and who: read from the events themselves.
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../api/paging.js';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { Journal } from '../../../store/journal.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../access/messages.js';
import { Policies } from '../../access/policy.js';
import { CaseTypes } from '../../processing/case-types.js';
import { ReadSide } from '../../processing/read-side.js';
import { HistoryPage, type HistoryEvent } from './history-page.js';
import { eventsAbout, shownTo, streamsAbout } from './person-history.js';

export class HistoryQuery extends PageQuery {
  @ApiProperty({ required: false, description: 'Only what was recorded in this stream (`wait-…`)' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  stream?: string;
}

export class GetHistory extends OnwardQuery<Page<HistoryEvent>> {
  readonly shows = () => [this.personId];

  constructor(
    readonly personId: string,
    readonly page: HistoryQuery,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(GetHistory)
export class GetHistoryHandler implements IQueryHandler<GetHistory> {
  constructor(
    private readonly journal: Journal,
    private readonly readSide: ReadSide,
    private readonly policies: Policies,
    private readonly caseTypes: CaseTypes,
  ) {}

  async execute({ personId, page, asked }: GetHistory): Promise<Page<HistoryEvent>> {
    const [after] = decodeCursor(page.cursor, 1) ?? [];
    const allowed = this.policies.pathways(GetHistory.name, asked.actor);
    const streams = streamsAbout(this.readSide, this.caseTypes, personId, allowed).filter(
      (stream) => page.stream === undefined || stream === page.stream,
    );
    const events = await eventsAbout(this.journal, personId, streams);
    const limit = page.limit ?? defaultLimit;
    const rest = events.filter(({ position }) => after === undefined || position > String(after)).slice(0, limit + 1);
    return pageOf(rest.map(shownTo(asked.actor, events)), limit, ({ position }) => [position]);
  }
}

@ApiTags('History')
@Controller('api/v1/young-people/:personId/history')
export class GetHistoryController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Every event about a person, in order, both clocks, who', HistoryPage, ['REC-20', 'REC-24'])
  get(
    @Param('personId') personId: string,
    @Query() page: HistoryQuery,
    @AskedBy() asked: Asked,
  ): Promise<Page<HistoryEvent>> {
    return this.dispatcher.ask(new GetHistory(personId, page, asked));
  }
}
