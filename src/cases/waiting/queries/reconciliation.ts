// The reconciliation of a waiting list between two census dates: DTO, query, handler, route.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { noOne } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { invalid } from '../../../kernel/errors.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { reconcileList, type Reconciled } from './reconcile-list.js';
import { WaitFilter } from './wait-filter.js';

export class ReconciliationAsked extends WaitFilter {
  @ApiProperty({ example: '2026-05-31', description: 'Census date of the opening' }) @IsCivilDate() from: CivilDate;
}

export class Reconciliation implements Reconciled {
  @ApiProperty() from: string;
  @ApiProperty({ description: 'Census date of the closing: asOf' }) to: string;
  @ApiProperty() opening: number;
  @ApiProperty({ description: 'Clocks started, by what started them' }) additions: Record<string, number>;
  @ApiProperty({ description: 'Clocks ended, by reason' }) removals: Record<string, number>;
  @ApiProperty() closing: number;
  @ApiProperty({ description: 'What that census said when it was taken (WAIT-44)' }) openingAsKnownThen: number;
  @ApiProperty() closingAsKnownThen: number;
  @ApiProperty() addsUp: boolean;
}

export class AskReconciliation extends OnwardQuery<Reconciliation> {
  readonly shows = noOne;

  constructor(
    readonly filter: ReconciliationAsked,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(AskReconciliation)
export class AskReconciliationHandler implements IQueryHandler<AskReconciliation> {
  constructor(private readonly readSide: ReadSide) {}

  async execute({ filter, asked: { asOf: to } }: AskReconciliation): Promise<Reconciliation> {
    const { from } = filter;
    if (from > to) throw invalid('from', 'must not be after asOf', 'WAIT-43');
    return Promise.resolve({ from, to, ...reconcileList(this.readSide.db, from, to, filter) });
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/reconciliation')
export class ReconciliationController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Whether the list adds up between two census dates', Reconciliation, ['WAIT-43', 'WAIT-44'])
  get(@Query() filter: ReconciliationAsked, @AskedBy() asked: Asked): Promise<Reconciliation> {
    return this.dispatcher.ask(new AskReconciliation(filter, asked));
  }
}
