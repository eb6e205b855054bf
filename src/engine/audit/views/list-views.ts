// Who has looked at a person's record, or at one of their cases, when and by which question.
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { CursorQuery, decodeCursor, defaultLimit, pageOf, type Page } from '../../api/paging.js';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../access/messages.js';
import type { Actor } from '../../../kernel/envelope.js';
import { notFound } from '../../../kernel/errors.js';
import { parseStream } from '../../../kernel/decider.js';
import { ReadSide } from '../../processing/read-side.js';
import { SqliteViewLog } from './sqlite-view-log.js';

class RecordView {
  @ApiProperty({ description: 'UTC instant' }) at: string;
  @ApiProperty({ type: Object }) actor: Actor;
  @ApiProperty({ description: 'Name of the question that was asked' }) query: string;
  @ApiProperty({ required: false, description: 'The same for everything that one page asked' }) correlationId?: string;
  @ApiProperty({ description: 'How many people or cases the answer showed: 1 is the record itself, more is a list' })
  shown: number;
  @ApiProperty({ required: false, description: 'It was asked for and refused: nothing was shown' }) refused?: true;
}

export class RecordViews {
  @ApiProperty({ type: [RecordView], description: 'The newest first; as shown by this instance of Onward' })
  items: RecordView[];
  @ApiProperty({ required: false }) next?: string;
}

export class ListViews extends OnwardQuery<Page<RecordView>> {
  readonly shows = () => [this.personId];

  constructor(
    readonly personId: string,
    readonly page: CursorQuery,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(ListViews)
export class ListViewsHandler implements IQueryHandler<ListViews> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly views: SqliteViewLog,
  ) {}

  async execute({ personId, page: { limit = defaultLimit, cursor } }: ListViews): Promise<Page<RecordView>> {
    const streams = this.readSide.db.all<{ stream: string }>(
      'SELECT stream FROM person_stream WHERE person_id = ?',
      personId,
    );
    if (streams.length === 0) throw notFound('young person', personId);
    const subjects = [...new Set([personId, ...streams.map(({ stream }) => parseStream(stream).id)])];
    const before = decodeCursor(cursor, 1)?.[0];
    const noted = this.views.of(subjects, limit + 1, before === undefined ? undefined : Number(before));
    const { items, next } = pageOf(noted, limit, ({ id }) => [id]);
    return Promise.resolve({
      items: items.map(({ at, actor: id, role, organisation, query, correlationId, shown, refused }) => ({
        at,
        actor: { id, role, organisation },
        query,
        correlationId: correlationId ?? undefined,
        shown,
        ...(refused ? { refused: true as const } : {}),
      })),
      next,
    });
  }
}

@ApiTags('History')
@Controller('api/v1/young-people/:personId/views')
export class ListViewsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Who has looked at the record', RecordViews, ['REC-20'])
  get(
    @Param('personId') personId: string,
    @Query() page: CursorQuery,
    @AskedBy() asked: Asked,
  ): Promise<Page<RecordView>> {
    return this.dispatcher.ask(new ListViews(personId, page, asked));
  }
}
