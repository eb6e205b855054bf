// Who leads a young person's care now, and whom to ring in a crisis (TRN-B2.4): query, handler and route.
import { Controller, Get, Param } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { Dispatcher } from '../../identity/dispatcher.js';
import { OnwardQuery, type Asked } from '../../identity/messages.js';
import { Clock } from '../../ops/clock.js';
import { ReadSide } from '../../processing/read-side.js';
import { wholeCase } from './cases.js';
import { visibleTo } from './visible-to.js';

export class Leading {
  @ApiProperty({
    required: false,
    enum: ['camhs', 'adult'],
    description: 'Left out where there is no transition that you may see',
  })
  lead?: string;
  @ApiProperty({ required: false, enum: ['camhs', 'adult'] }) crisisContact?: string;
}

export class GetWhoLeads extends OnwardQuery<Leading> {
  readonly shows = ({ lead }: Leading) => (lead === undefined ? [] : [this.personId]);

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
  ) {}

  execute({ personId, asked: { actor, asOf } }: GetWhoLeads): Promise<Leading> {
    const { db } = this.readSide;
    const visible = visibleTo(actor, this.clock.today());
    const found = db.get<{ id: string }>(
      `SELECT c.id FROM transition_case c WHERE c.person_id = ? AND c.opened_on <= ? AND c.discharged_on > ? AND ${visible.sql}
       ORDER BY c.opened_on DESC, c.id LIMIT 1`,
      personId,
      asOf,
      asOf,
      ...visible.values,
    );
    const state = found && wholeCase(db, found.id, asOf)?.state;
    return Promise.resolve(state ? { lead: state.lead, crisisContact: state.crisisContact } : {});
  }
}

@ApiTags('Transitions')
@Controller('api/v1/young-people/:personId/lead')
export class GetWhoLeadsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Who leads now, and whom to ring in a crisis', Leading, ['TRN-B2.4', 'TRN-44'])
  get(@Param('personId') personId: string, @AskedBy() asked: Asked): Promise<Leading> {
    return this.dispatcher.ask(new GetWhoLeads(personId, asked));
  }
}
