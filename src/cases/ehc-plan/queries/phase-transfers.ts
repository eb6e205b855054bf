// The register of phase transfers of a year: who is late, how far each has come, and who was never expected: query, handler and route.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { decodeCursor, defaultLimit, pageOf } from '../../../engine/api/paging.js';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marked } from '../../../engine/person/person-marks.js';
import { PhaseTransferQuery, PhaseTransferRegister } from './phase-transfer-query.js';
import { countTransfers, phaseTransferRows, transfersNotExpected, yearOn, type Place } from './phase-transfer-rows.js';

const shownNotExpected = 50;

export class ListPhaseTransfers extends OnwardQuery<PhaseTransferRegister> {
  readonly shows = everyoneIn;

  constructor(
    readonly query: PhaseTransferQuery,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(ListPhaseTransfers)
export class ListPhaseTransfersHandler implements IQueryHandler<ListPhaseTransfers> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
  ) {}

  execute({ query, asked }: ListPhaseTransfers): Promise<PhaseTransferRegister> {
    const { asOf } = asked;
    const today = this.clock.today();
    const { db } = this.readSide;
    const { limit = defaultLimit, cursor, year = yearOn(asOf) } = query;
    const after = decodeCursor(cursor, 4) as Place | undefined;
    const page = pageOf(phaseTransferRows(db, asOf, query, limit + 1, after), limit, ({ place }) => place);
    const { notExpected, ...howMany } = transfersNotExpected(db, asOf, year, shownNotExpected);
    const rows = page.items.map(({ row }) => row);
    return Promise.resolve({
      year,
      counts: countTransfers(db, asOf, query),
      ...howMany,
      notExpected: marked(db, notExpected, asked, today),
      items: marked(db, rows, asked, today),
      next: page.next,
    });
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans/phase-transfers')
export class ListPhaseTransfersController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute(
    'Phase transfers of a year by the step that each has reached, the late ones first',
    PhaseTransferRegister,
    ['EHC-40', 'EHC-41', 'EHC-42', 'EHC-46'],
  )
  get(@Query() query: PhaseTransferQuery, @AskedBy() asked: Asked): Promise<PhaseTransferRegister> {
    return this.dispatcher.ask(new ListPhaseTransfers(query, asked));
  }
}
