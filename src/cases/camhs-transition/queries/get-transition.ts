// One transition, its steps by stage, as of a date: query, handler and route.
import { Controller, Get, Param } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { Area } from '../../../engine/directory/area.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marksOf } from '../../../engine/person/person-marks.js';
import { TransitionView } from './case-view.js';
import { viewCase } from './view-case.js';
import { checkVisible } from '../../../engine/person/visible-to.js';

export class GetTransition extends OnwardQuery<TransitionView> {
  readonly shows = everyoneIn;

  constructor(
    readonly id: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(GetTransition)
export class GetTransitionHandler implements IQueryHandler<GetTransition> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
    private readonly area: Area,
  ) {}

  async execute({ id, asked }: GetTransition): Promise<TransitionView> {
    const { db } = this.readSide;
    const today = this.clock.today();
    checkVisible(db, id, asked.actor, today);
    const view = viewCase(db, id, asked.asOf, this.area.crisisLine);
    return Promise.resolve({ ...view, ...marksOf(db, [view.personId], asked, today)(view.personId) });
  }
}

@ApiTags('Transitions')
@Controller('api/v1/transitions')
export class GetTransitionController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(':transitionId')
  @QueryRoute('One transition with its steps by stage, as of a date', TransitionView, ['AMB-06', 'TRN-44', 'TRN-45'])
  get(@Param('transitionId') id: string, @AskedBy() asked: Asked): Promise<TransitionView> {
    return this.dispatcher.ask(new GetTransition(id, asked));
  }
}
