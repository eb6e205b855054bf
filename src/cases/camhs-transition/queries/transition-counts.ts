// How many come to which gate next, and by whose hands they go: query, handler and route. Counts what the register lists.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { noOne } from '../../../engine/access/shows.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { gateCounts, registerTeams, registerWorkers } from './register-counts.js';
import { nextGates } from './register-rows.js';

export class RegisterDay {
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

export class GateCount {
  @ApiProperty({ enum: nextGates, description: 'The gate that comes next' }) gate: string;
  @ApiProperty({ description: 'Open to CAMHS, and seen by whoever asks' }) cases: number;
}

export class RegisterWorker {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

export class TransitionCounts {
  @ApiProperty({ type: [GateCount] }) gates: readonly GateCount[];
  @ApiProperty({ type: [RegisterWorker], description: 'Named workers of somebody on the register' })
  workers: readonly RegisterWorker[];
  @ApiProperty({ type: [String] }) teams: readonly string[];
}

export class GetTransitionCounts extends OnwardQuery<TransitionCounts> {
  readonly shows = noOne;

  constructor(asked: Asked) {
    super(asked);
  }
}

@QueryHandler(GetTransitionCounts)
export class GetTransitionCountsHandler implements IQueryHandler<GetTransitionCounts> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
  ) {}

  execute({ asked }: GetTransitionCounts): Promise<TransitionCounts> {
    const { db } = this.readSide;
    const today = this.clock.today();
    const gates = gateCounts(db, asked, today);
    const workers = registerWorkers(db, asked, today);
    return Promise.resolve({ gates, workers, teams: registerTeams(db, asked, today) });
  }
}

@ApiTags('Transitions')
@Controller('api/v1/transitions/counts')
export class GetTransitionCountsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('How many come to which gate next', TransitionCounts, ['TRN-02', 'TRN-03', 'TRN-07', 'AMB-07'])
  get(@Query() _: RegisterDay, @AskedBy() asked: Asked): Promise<TransitionCounts> {
    return this.dispatcher.ask(new GetTransitionCounts(asked));
  }
}
