// What can be recorded of one transition, and its dates with their arithmetic: query, handler and route.
import { Controller, Get, Param } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { checkVisible } from '../../../engine/person/visible-to.js';
import { workOn } from './work-on.js';
import { TransitionWork } from './work-view.js';

export class GetTransitionWork extends OnwardQuery<TransitionWork> {
  readonly shows = () => [this.id];

  constructor(
    readonly id: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(GetTransitionWork)
export class GetTransitionWorkHandler implements IQueryHandler<GetTransitionWork> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
  ) {}

  async execute({ id, asked: { actor, asOf } }: GetTransitionWork): Promise<TransitionWork> {
    const { db } = this.readSide;
    checkVisible(db, id, actor, this.clock.today());
    const own = actor.role === 'adult-clinician' ? actor.organisation : undefined;
    return Promise.resolve(workOn(db, id, asOf, own));
  }
}

@ApiTags('Transitions')
@Controller('api/v1/transitions/:transitionId/work')
export class GetTransitionWorkController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('What can be recorded of a transition, its dates with their arithmetic, its consents', TransitionWork, [
    'AMB-06',
    'TRN-43',
    'TRN-44',
    'TRN-45',
  ])
  get(@Param('transitionId') id: string, @AskedBy() asked: Asked): Promise<TransitionWork> {
    return this.dispatcher.ask(new GetTransitionWork(id, asked));
  }
}
