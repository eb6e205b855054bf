// Who leads a young person's care now, and whom to ring in a crisis (TRN-01a): query, handler and route.
import { Controller, Get, Param } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { Area } from '../../../engine/directory/area.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { wholeCase } from './cases.js';
import { leadView } from './in-a-crisis.js';
import { visibleTo } from '../../../engine/person/visible-to.js';

export class Leading {
  @ApiProperty({
    required: false,
    description:
      '`camhs`, `nobody` or the code of the service (TRN-50). Left out where there is no transition that you may see',
  })
  leadService?: string;
  @ApiProperty({ required: false }) leadServiceName?: string;
  @ApiProperty({ required: false, description: 'As `leadService`' }) crisisContact?: string;
  @ApiProperty({ required: false, description: 'Whom to call, in words; left out after a death' }) inACrisis?: string;
}

export class GetWhoLeads extends OnwardQuery<Leading> {
  readonly shows = ({ leadService }: Leading) => (leadService === undefined ? [] : [this.personId]);

  constructor(
    readonly personId: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(GetWhoLeads)
export class GetWhoLeadsHandler implements IQueryHandler<GetWhoLeads> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
    private readonly area: Area,
  ) {}

  execute({ personId, asked: { actor, asOf } }: GetWhoLeads): Promise<Leading> {
    const { db } = this.readSide;
    const visible = visibleTo(actor, this.clock.today());
    const found = db.get<{ id: string }>(
      `SELECT c.id FROM transition_case c WHERE c.person_id = ? AND c.opened_on <= ? AND ${visible.sql}
       ORDER BY c.opened_on DESC, c.id LIMIT 1`,
      personId,
      asOf,
      ...visible.values,
    );
    const whole = found && wholeCase(db, found.id, asOf);
    if (!whole) return Promise.resolve({});
    return Promise.resolve(leadView(whole.state, asOf, this.area.crisisLine, whole.person.diedOn));
  }
}

@ApiTags('Transitions')
@Controller('api/v1/young-people/:personId/lead')
export class GetWhoLeadsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Who leads now, and whom to ring in a crisis', Leading, ['TRN-01a', 'TRN-B2.4', 'TRN-44'])
  get(@Param('personId') personId: string, @AskedBy() asked: Asked): Promise<Leading> {
    return this.dispatcher.ask(new GetWhoLeads(personId, asked));
  }
}
