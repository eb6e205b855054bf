// Who holds EHC plans as SEND officer, and how many: for the filter of the worklist, and to see who carries how much.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { noOne } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { holdersOn } from '../../../engine/deadlines/holders-on.js';

export class AsOfQuery {
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

export class Officer {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty() people: number;
}

export class OfficerList {
  @ApiProperty({ type: [Officer] }) items: readonly Officer[];
}

export class ListSendOfficers extends OnwardQuery<OfficerList> {
  readonly shows = noOne;

  constructor(asked: Asked) {
    super(asked);
  }
}

@QueryHandler(ListSendOfficers)
export class ListSendOfficersHandler implements IQueryHandler<ListSendOfficers> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
  ) {}

  execute({ asked: { asOf } }: ListSendOfficers): Promise<OfficerList> {
    return Promise.resolve({ items: sendOfficers(this.readSide.db, asOf, this.clock.today()) });
  }
}

/** `today` lets the usual question use what is counted already. A name that only somebody of another day has says nothing. */
export function sendOfficers(db: Statements, asOf: CivilDate, today: CivilDate): Officer[] {
  const sql = `SELECT worker_id AS id, coalesce(max(name), worker_id) AS name, sum(people) AS people FROM
      (SELECT worker_id, nullif(name, '') AS name, sum(people) AS people FROM ${holdersOn(asOf >= today)} GROUP BY 1, 2 HAVING sum(people) > 0)
    GROUP BY worker_id ORDER BY 2, 1`;
  return db.all<Officer & Record<string, string | number>>(sql, asOf, 'send-officer');
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans/officers')
export class ListSendOfficersController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('SEND officers with the number of young people each holds', OfficerList)
  get(@Query() _: AsOfQuery, @AskedBy() asked: Asked): Promise<OfficerList> {
    return this.dispatcher.ask(new ListSendOfficers(asked));
  }
}
