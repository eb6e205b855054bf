// The estimate of one wait, with its method and its label (WAIT-46): query, handler, route.
import { Controller, Get, Param } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { addWeeks, type CivilDate } from '../../../kernel/calendar/index.js';
import { notFound } from '../../../kernel/errors.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Row, Statements } from '../../../engine/processing/statements.js';
import { estimateLabel, estimateMethod, estimateWait, paceWeeks } from '../figures/estimate-wait.js';
import { runningOn } from './wait-filter.js';

export class WeeksFromTo {
  @ApiProperty() from: number;
  @ApiProperty() to: number;
}

export class EstimatedWait {
  @ApiProperty({ example: estimateLabel }) label: string;
  @ApiProperty() asOf: string;
  @ApiProperty({
    required: false,
    type: WeeksFromTo,
    description: 'Weeks from the date asked for; absent when none can be given',
  })
  weeks?: WeeksFromTo;
  @ApiProperty({ required: false, description: 'Why no estimate is given' }) why?: string;
  @ApiProperty() method: string;
}

export class AskEstimatedWait extends OnwardQuery<EstimatedWait> {
  readonly shows = () => [this.id];

  constructor(
    readonly id: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

export function estimatedWait(db: Statements, wait: Row, asOf: CivilDate): EstimatedWait {
  const said = { label: estimateLabel, asOf, method: estimateMethod };
  const list = [wait['pathway'] ?? '', wait['service'] ?? '', wait['provider'] ?? ''];
  const running = runningOn(asOf);
  const queue =
    `FROM wait_clock c JOIN wait_case w ON w.id = c.case_id WHERE ${running.sql} ` +
    'AND c.pathway = ? AND c.service = ? AND c.provider = ? AND w.assessed_on > ?';
  const values = [...running.values, ...list, asOf];
  const own = db.get(`SELECT w.urgency_rank, c.clock_start ${queue} AND c.case_id = ?`, ...values, wait['id'] ?? '');
  if (!own) return { ...said, why: 'This wait is not waiting to be assessed on that date.' };
  const place = db.get<{ place: number }>(
    `SELECT count(*) AS place ${queue} AND (w.urgency_rank, c.clock_start, c.case_id) <= (?, ?, ?)`,
    ...values,
    own['urgency_rank'] ?? 0,
    own['clock_start'] ?? '',
    wait['id'] ?? '',
  );
  const assessed = db.get<{ assessed: number }>(
    'SELECT count(*) AS assessed FROM wait_case WHERE pathway = ? AND service = ? AND provider = ? AND assessed_on > ? AND assessed_on <= ?',
    ...list,
    addWeeks(asOf, -paceWeeks),
    asOf,
  );
  const weeks = estimateWait(place?.place ?? 0, assessed?.assessed ?? 0);
  return weeks
    ? { ...said, weeks }
    : { ...said, why: `Too few were assessed in the last ${paceWeeks} weeks to give an estimate.` };
}

@QueryHandler(AskEstimatedWait)
export class AskEstimatedWaitHandler implements IQueryHandler<AskEstimatedWait> {
  constructor(private readonly readSide: ReadSide) {}

  async execute({ id, asked }: AskEstimatedWait): Promise<EstimatedWait> {
    const { db } = this.readSide;
    const wait = db.get('SELECT * FROM wait_case WHERE id = ?', id);
    if (!wait) throw notFound('wait', id);
    return Promise.resolve(estimatedWait(db, wait, asked.asOf));
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id/estimate')
export class EstimatedWaitController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('How long this wait may still be: an estimate, not a promise', EstimatedWait, ['WAIT-46', 'WAIT-47'])
  get(@Param('id') id: string, @AskedBy() asked: Asked): Promise<EstimatedWait> {
    return this.dispatcher.ask(new AskEstimatedWait(id, asked));
  }
}
