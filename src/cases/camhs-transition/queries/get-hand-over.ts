// One hand-over: its items, who accepted what, the no-gap invariant, and the first months after it (TRN-01, TRN-27): query, handler, route.
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
import { HandOverView } from './hand-over-views.js';
import { viewHandOver } from './view-hand-over.js';
import { checkVisible } from '../../../engine/person/visible-to.js';

export class GetHandOver extends OnwardQuery<HandOverView> {
  readonly shows = everyoneIn;

  constructor(
    readonly id: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(GetHandOver)
export class GetHandOverHandler implements IQueryHandler<GetHandOver> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
    private readonly area: Area,
  ) {}

  async execute({ id, asked }: GetHandOver): Promise<HandOverView> {
    const { db } = this.readSide;
    const today = this.clock.today();
    checkVisible(db, id, asked.actor, today);
    const view = viewHandOver(db, id, asked.asOf, this.area.crisisLine);
    return Promise.resolve({ ...view, ...marksOf(db, [view.personId], asked, today)(view.personId) });
  }
}

@ApiTags('Transitions')
@Controller('api/v1/transitions')
export class GetHandOverController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(':transitionId/hand-over')
  @QueryRoute('One hand-over and the first months after it', HandOverView, ['TRN-01', 'TRN-27', 'TRN-44', 'TRN-B3.3'])
  get(@Param('transitionId') id: string, @AskedBy() asked: Asked): Promise<HandOverView> {
    return this.dispatcher.ask(new GetHandOver(id, asked));
  }
}
