// Everything that was recorded about a person, in order, with both clocks and who: read from the events themselves.
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../api/paging.js';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { slices } from '../../composition.js';
import type { Envelope } from '../../event-store/codec.js';
import { Journal } from '../../event-store/journal.js';
import { Dispatcher } from '../../identity/dispatcher.js';
import { OnwardQuery, type Asked } from '../../identity/messages.js';
import { Policies } from '../../identity/policy.js';
import { notFound } from '../../kernel/errors.js';
import { ReadSide } from '../../processing/read-side.js';
import { HistoryPage, type HistoryEvent } from './history-page.js';

export class GetHistory extends OnwardQuery<Page<HistoryEvent>> {
  constructor(
    readonly personId: string,
    readonly page: PageQuery,
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
  ) {}

  async execute({ personId, page, asked }: GetHistory): Promise<Page<HistoryEvent>> {
    const [after] = decodeCursor(page.cursor, 1) ?? [];
    const streams = this.readSide.db.all<{ stream: string; category: string }>(
      'SELECT stream, category FROM person_stream WHERE person_id = ?',
      personId,
    );
    if (streams.length === 0) throw notFound('young person', personId);
    const allowed = this.policies.pathways(GetHistory.name, asked.actor);
    const events: Envelope[] = [];
    for (const { stream, category } of streams) {
      const { pathway } = cases.find((type) => type.category === category) ?? {};
      if (allowed && pathway !== undefined && !allowed.includes(pathway)) continue;
      for await (const found of this.journal.read(stream))
        events.push(...found.filter((event) => event.metadata.subjectIds.includes(personId)));
    }
    events.sort((a, b) => (a.position < b.position ? -1 : 1));
    const limit = page.limit ?? defaultLimit;
    const rest = events.filter(({ position }) => after === undefined || position > String(after)).slice(0, limit + 1);
    const superseded = seesRestricted(asked.actor.role) ? new Set<unknown>() : supersededIn(events);
    return pageOf(
      rest.map((event) => ({ ...shown(event), data: dataShown(event, superseded) })),
      limit,
      ({ position }) => [position],
    );
  }
}

const cases = slices.flatMap((slice) => slice.cases);

/** REC-34: a number that was superseded stays linked, for auditors and managers only. */
const seesRestricted = (role: string): boolean => role === 'auditor' || role === 'manager';

const supersededIn = (events: readonly Envelope[]): ReadonlySet<unknown> =>
  new Set(events.filter(({ type }) => type === 'IdentifierSuperseded').map(({ data }) => data['identifierId']));

const dataShown = ({ type, data }: Envelope, superseded: ReadonlySet<unknown>): Envelope['data'] =>
  type === 'IdentifierAdded' && superseded.has(data['identifierId']) ? { ...data, value: 'restricted (REC-34)' } : data;

const shown = ({
  id,
  type,
  stream,
  revision,
  position,
  occurredOn,
  recordedAt,
  schemaVersion,
  metadata,
  data,
  personal,
  hash,
  previousHash,
}: Envelope): HistoryEvent => ({
  id,
  type,
  stream,
  revision,
  position,
  occurredOn,
  recordedAt,
  schemaVersion,
  actor: metadata.actor,
  onBehalfOf: metadata.onBehalfOf ?? null,
  commandId: metadata.commandId,
  correlationId: metadata.correlationId,
  causationId: metadata.causationId,
  source: metadata.source ?? null,
  data,
  personalFields: personal,
  hash,
  previousHash,
});

@ApiTags('History')
@Controller('api/v1/young-people/:personId/history')
export class GetHistoryController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Every event about a person, in order, both clocks, who', HistoryPage, ['REC-20', 'REC-24'])
  get(
    @Param('personId') personId: string,
    @Query() page: PageQuery,
    @AskedBy() asked: Asked,
  ): Promise<Page<HistoryEvent>> {
    return this.dispatcher.ask(new GetHistory(personId, page, asked));
  }
}
