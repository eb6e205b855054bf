// "We are now seeing people referred in <month>": the sentence that families ask for, with its basis.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { noOne } from '../../../engine/access/shows.js';
import { addDays, formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { fewest } from '../figures/estimate-wait.js';
import { namedBy, WaitFilter } from './wait-filter.js';

export class NowSeeing {
  @ApiProperty({ required: false, example: 'Mar 2026', description: 'Absent when too few were seen' }) month?: string;
  @ApiProperty({ required: false }) sentence?: string;
  @ApiProperty() basis: string;
  @ApiProperty() suppressed: boolean;
}

export class AskNowSeeing extends OnwardQuery<NowSeeing> {
  readonly shows = noOne;

  constructor(
    readonly filter: WaitFilter,
    asked: Asked,
  ) {
    super(asked);
  }
}

const seenDays = 28;

/** Urgent referrals are seen out of turn, so the sentence is about the routine ones. */
export function nowSeeing(db: Statements, asOf: CivilDate, filter: WaitFilter): NowSeeing {
  const named = namedBy(filter, 'w');
  const from = `FROM wait_case w WHERE w.first_contact_on > ? AND w.first_contact_on <= ? AND w.urgency = 'routine'${named.sql}`;
  const values = [addDays(asOf, -seenDays), asOf, ...named.values];
  const seen = db.get<{ seen: number }>(`SELECT count(*) AS seen ${from}`, ...values)?.seen ?? 0;
  const basis =
    `the median clock start of the routine referrals whose first contact was in the ${seenDays} days up to ${asOf}; ` +
    `not given for fewer than ${fewest}`;
  if (seen < fewest) return { basis, suppressed: true };
  const middle = Math.ceil(seen / 2) - 1;
  const median = db.get<{ start: CivilDate }>(
    `SELECT w.clock_start AS start ${from} ORDER BY 1 LIMIT 1 OFFSET ?`,
    ...values,
    middle,
  );
  if (!median) return { basis, suppressed: true };
  const month = formatDate(median.start).split(' ').slice(1).join(' ');
  return { month, sentence: `We are now seeing people referred in ${month}.`, basis, suppressed: false };
}

@QueryHandler(AskNowSeeing)
export class AskNowSeeingHandler implements IQueryHandler<AskNowSeeing> {
  constructor(private readonly readSide: ReadSide) {}

  async execute({ filter, asked }: AskNowSeeing): Promise<NowSeeing> {
    return Promise.resolve(nowSeeing(this.readSide.db, asked.asOf, filter));
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/now-seeing')
export class NowSeeingController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('From which month the people are who are now seen', NowSeeing, ['WAIT-45', 'WAIT-46'])
  get(@Query() filter: WaitFilter, @AskedBy() asked: Asked): Promise<NowSeeing> {
    return this.dispatcher.ask(new AskNowSeeing(filter, asked));
  }
}
