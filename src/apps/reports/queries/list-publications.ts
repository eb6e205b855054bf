// Which figures were published, the latest first: query, handler and route.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { decodeCursor, defaultLimit, PageQuery, pageOf, type Page } from '../../../engine/api/paging.js';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { noOne } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { publicProfiles, reportNames, type PublicProfile, type ReportName } from '../domain/publication.js';

export class PublicationLine {
  @ApiProperty({ enum: reportNames }) report: ReportName;
  @ApiProperty({ enum: publicProfiles }) profile: PublicProfile;
  @ApiProperty({ type: String, description: 'Day of the figures' }) asOf: CivilDate;
  @ApiProperty({ type: String, description: 'Day on which they were published' }) on: CivilDate;
  @ApiProperty({ description: 'Instant at which that was recorded' }) at: string;
  @ApiProperty({ description: 'Who published them' }) by: string;
}

class PublicationsPage {
  @ApiProperty({ type: [PublicationLine] }) items: PublicationLine[];
  @ApiProperty({ required: false }) next?: string;
}

export class ListPublications extends OnwardQuery<Page<PublicationLine>> {
  readonly shows = noOne;

  constructor(
    readonly query: PageQuery,
    asked: Asked,
  ) {
    super(asked);
  }
}

interface Row extends PublicationLine {
  readonly id: string;
}

@QueryHandler(ListPublications)
export class ListPublicationsHandler implements IQueryHandler<ListPublications> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ query }: ListPublications): Promise<Page<PublicationLine>> {
    const limit = query.limit ?? defaultLimit;
    const after = decodeCursor(query.cursor, 2) as readonly [string, string] | undefined;
    const [at = '', id = ''] = after ?? [];
    const rows = this.readSide.db.all<Row & Record<string, string>>(
      `SELECT id, report, profile, as_of AS asOf, published_on AS "on", published_at AS at, published_by AS by FROM publication
       ${after ? 'WHERE published_at <= ?1 AND (published_at < ?1 OR id > ?2)' : ''}
       ORDER BY published_at DESC, id LIMIT ?`,
      ...(after ? [at, id] : []),
      limit + 1,
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.at, row.id]);
    return Promise.resolve({ items: items.map(({ id: _, ...line }) => line), next });
  }
}

@ApiTags('Reports')
@Controller('api/v1/reports/publications')
export class ListPublicationsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Which figures were published, the latest first', PublicationsPage, ['REC-41'])
  get(@Query() query: PageQuery, @AskedBy() asked: Asked): Promise<Page<PublicationLine>> {
    return this.dispatcher.ask(new ListPublications(query, asked));
  }
}
