// Who took a person's history away, when, and the digest by which their bundle is known (REC-20).
import { Controller, Get, Param } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { Journal } from '../../../store/journal.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../access/messages.js';
import { streamOf } from '../../../kernel/decider.js';
import type { Actor } from '../../../kernel/envelope.js';
import { historyExports } from '../exports/export-case.js';

class HistoryExport {
  @ApiProperty() recordedAt: string;
  @ApiProperty({ type: Object }) actor: Actor;
  @ApiProperty() records: number;
  @ApiProperty() entries: number;
  @ApiProperty({ description: 'As `digestOfHeads` in the bundle' }) digest: string;
}

export class HistoryExports {
  @ApiProperty({ type: [HistoryExport], description: 'The newest first' }) items: HistoryExport[];
}

export class ListExports extends OnwardQuery<HistoryExports> {
  readonly shows = ({ items }: HistoryExports) => (items.length > 0 ? [this.personId] : []);

  constructor(
    readonly personId: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(ListExports)
export class ListExportsHandler implements IQueryHandler<ListExports> {
  constructor(private readonly journal: Journal) {}

  async execute({ personId }: ListExports): Promise<HistoryExports> {
    const items: HistoryExport[] = [];
    const stream = streamOf(historyExports.category, personId);
    for await (const page of this.journal.read(stream, { backwards: true, limit: 200 }))
      for (const { recordedAt, metadata, data } of page)
        items.push({
          recordedAt,
          actor: metadata.actor,
          records: Number(data['records']),
          entries: Number(data['entries']),
          digest: String(data['digest']),
        });
    return { items };
  }
}

@ApiTags('History')
@Controller('api/v1/young-people/:personId/history/exports')
export class ListExportsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Who took the history away', HistoryExports, ['REC-20'])
  get(@Param('personId') personId: string, @AskedBy() asked: Asked): Promise<HistoryExports> {
    return this.dispatcher.ask(new ListExports(personId, asked));
  }
}
