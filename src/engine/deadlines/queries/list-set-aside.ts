// Which cases stand still because something recorded in them cannot be worked out (docs/adr/0044): query, handler, route.
import { Controller, Get } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../access/messages.js';
import { everyoneIn } from '../../access/shows.js';
import { Policies } from '../../access/policy.js';
import { Clock } from '../../../kernel/clock.js';
import { CaseTypes } from '../../processing/case-types.js';
import { ReadSide } from '../../processing/read-side.js';
import { marksOf, MarkedPerson } from '../../person/person-marks.js';
import { setAsideOf } from '../set-aside-cases.js';

export class SetAside extends MarkedPerson {
  @ApiProperty() caseId: string;
  @ApiProperty({ description: 'What it is', example: 'EHC plan' }) case: string;
  @ApiProperty({ required: false }) pathway?: string;
  @ApiProperty({ required: false }) personId?: string;
  @ApiProperty() person: string;
  @ApiProperty({ description: 'When the entry was recorded that cannot be worked out' }) since: string;
  @ApiProperty({ description: 'What kind of entry it is' }) entry: string;
  @ApiProperty({ description: 'Its revision in the case' }) revision: number;
}

export class SetAsideList {
  @ApiProperty() count: number;
  @ApiProperty({ type: [SetAside], description: 'The first hundred, the longest first' }) items: readonly SetAside[];
}

export class ListSetAside extends OnwardQuery<SetAsideList> {
  readonly shows = everyoneIn;
}

const atMost = 100;

@QueryHandler(ListSetAside)
export class ListSetAsideHandler implements IQueryHandler<ListSetAside> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly policies: Policies,
    private readonly clock: Clock,
    private readonly caseTypes: CaseTypes,
  ) {}

  execute({ asked }: ListSetAside): Promise<SetAsideList> {
    const { db } = this.readSide;
    const found = setAsideOf(db, this.caseTypes, this.policies.pathways(ListSetAside.name, asked.actor));
    const shown = found.slice(0, atMost);
    const ids = shown.flatMap(({ personId }) => (personId === undefined ? [] : [personId]));
    const marks = marksOf(db, ids, asked, this.clock.today());
    const items = shown.map(({ at: { since, type, revision }, ...whose }) => ({
      ...whose,
      ...(whose.personId === undefined ? {} : marks(whose.personId)),
      since,
      entry: type,
      revision,
    }));
    return Promise.resolve({ count: found.length, items });
  }
}

@ApiTags('Worklist')
@Controller('api/v1/set-aside')
export class ListSetAsideController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Cases that stand still: something recorded in them cannot be worked out', SetAsideList)
  get(@AskedBy() asked: Asked): Promise<SetAsideList> {
    return this.dispatcher.ask(new ListSetAside(asked));
  }
}
