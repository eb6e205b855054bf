// One young person, as of a date: query, handler and route.
import { Controller, Get, Param } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { isOnwardError } from '../../../kernel/errors.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { AdultAccess } from '../profile/adult-access.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { isSaidToHaveDied } from '../../../engine/deadlines/nothing-asked.js';
import { riskHigherSince } from '../../../engine/deadlines/risk-higher.js';
import { PersonReader } from '../profile/person-reader.js';
import { YoungPersonView } from './person-view.js';
import { viewPerson } from './view-person.js';

export class GetYoungPerson extends OnwardQuery<YoungPersonView> {
  readonly shows = () => [this.personId];

  constructor(
    readonly personId: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(GetYoungPerson)
export class GetYoungPersonHandler implements IQueryHandler<GetYoungPerson> {
  constructor(
    private readonly reader: PersonReader,
    private readonly access: AdultAccess,
    private readonly readSide: ReadSide,
  ) {}

  async execute({ personId, asked: { actor, asOf } }: GetYoungPerson): Promise<YoungPersonView> {
    const { profile, revision } = await this.reader.read(personId);
    this.access.check(actor, profile);
    return { ...viewPerson(personId, revision, profile, asOf, actor.role), ...this.elsewhere(personId, asOf) };
  }

  /** Asked of the lists. While they are being built anew it is not known, and the person's own record is shown all the same. */
  private elsewhere(personId: string, asOf: CivilDate): Pick<YoungPersonView, 'saidToHaveDied' | 'riskHigherOn'> {
    try {
      const { db } = this.readSide;
      const saidToHaveDied = isSaidToHaveDied(db, personId, asOf) || undefined;
      return { saidToHaveDied, riskHigherOn: riskHigherSince(db, personId, asOf) };
    } catch (error) {
      if (isOnwardError(error, 'not-caught-up')) return {};
      throw error;
    }
  }
}

@ApiTags('Young people')
@Controller('api/v1/young-people')
export class GetYoungPersonController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(':personId')
  @QueryRoute('One young person, as of a date', YoungPersonView, ['REC-11', 'REC-34', 'TRN-44'])
  get(@Param('personId') personId: string, @AskedBy() asked: Asked): Promise<YoungPersonView> {
    return this.dispatcher.ask(new GetYoungPerson(personId, asked));
  }
}
