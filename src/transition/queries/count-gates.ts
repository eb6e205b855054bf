// How many of those open to CAMHS have which age gate before them (TRN-03, AMB-07): the counts above the register.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { Dispatcher } from '../../identity/dispatcher.js';
import { OnwardQuery, type Asked } from '../../identity/messages.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { ReadSide } from '../../processing/read-side.js';
import type { Statements } from '../../processing/statements.js';
import { openToCamhs } from './cases.js';
import { gateName, nextGates } from './register-rows.js';

class GatesQuery {
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

export class GateCount {
  @ApiProperty({ enum: nextGates, description: 'The gate that comes next' }) gate: string;
  @ApiProperty({ description: 'Open to CAMHS' }) open: number;
}

export class GateCounts {
  @ApiProperty({ type: [GateCount] }) gates: readonly GateCount[];
}

export class CountGates extends OnwardQuery<GateCounts> {
  constructor(asked: Asked) {
    super(asked);
  }
}

/** Whoever may ask sees every transition, so that a count is that of the register's lines. */
export function countGates(db: Statements, asOf: CivilDate): GateCount[] {
  const rows = db.all<{ gate: string; open: number }>(
    `SELECT ${gateName} AS gate, count(*) AS open FROM (SELECT ? AS day) d CROSS JOIN transition_case c
     WHERE ${openToCamhs} GROUP BY gate`,
    asOf,
    asOf,
    asOf,
  );
  return nextGates.map((gate) => ({ gate, open: rows.find((row) => row.gate === gate)?.open ?? 0 }));
}

@QueryHandler(CountGates)
export class CountGatesHandler implements IQueryHandler<CountGates> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ asked: { asOf } }: CountGates): Promise<GateCounts> {
    return Promise.resolve({ gates: countGates(this.readSide.db, asOf) });
  }
}

@ApiTags('Transitions')
@Controller('api/v1/transitions/gates')
export class CountGatesController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('How many have which age gate before them', GateCounts, ['TRN-02', 'TRN-03', 'AMB-07'])
  get(@Query() _: GatesQuery, @AskedBy() asked: Asked): Promise<GateCounts> {
    return this.dispatcher.ask(new CountGates(asked));
  }
}
