// Everything one young person has waited for, and how long the family has waited in all.
import { Controller, Get, Param } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { experiencedDays, type Span } from '../figures/experienced-days.js';
import { SpellOfPerson, spellsOfPerson } from './spells-of-person.js';
import { oneWait, OneWait } from './wait-answer.js';
import { knownOn } from './wait-filter.js';

export class WaitsOfPerson {
  @ApiProperty({ type: [OneWait] }) waits: OneWait[];
  @ApiProperty({
    description: 'Days on which any clock of theirs ran, each once; a move to another provider does not start it anew',
  })
  experiencedDays: number;
  @ApiProperty({
    type: [SpellOfPerson],
    description: 'Referrals to mental-health services as the national figures join them',
  })
  spells: SpellOfPerson[];
}

export class AskWaitsOfPerson extends OnwardQuery<WaitsOfPerson> {
  readonly shows = ({ waits }: WaitsOfPerson) => (waits.length > 0 ? [this.personId] : []);

  constructor(
    readonly personId: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

export function waitsOfPerson(db: Statements, personId: string, asOf: CivilDate): WaitsOfPerson {
  const rows = db.all(
    'SELECT * FROM wait_case WHERE person_id = ? AND received_on <= ? ORDER BY received_on, id',
    personId,
    asOf,
  );
  const spans = db.all<Span & Record<string, CivilDate>>(
    `SELECT c.clock_start AS "from", c.clock_end AS "to" FROM wait_case w JOIN wait_clock c ON c.case_id = w.id
     WHERE w.person_id = ? AND c.clock_start <= ? AND ${knownOn(asOf).sql}`,
    personId,
    asOf,
  );
  return {
    waits: rows.map((row) => oneWait(db, row, asOf)),
    experiencedDays: experiencedDays(spans, asOf),
    spells: spellsOfPerson(db, personId, asOf),
  };
}

@QueryHandler(AskWaitsOfPerson)
export class AskWaitsOfPersonHandler implements IQueryHandler<AskWaitsOfPerson> {
  constructor(private readonly readSide: ReadSide) {}

  async execute({ personId, asked }: AskWaitsOfPerson): Promise<WaitsOfPerson> {
    return Promise.resolve(waitsOfPerson(this.readSide.db, personId, asked.asOf));
  }
}

@ApiTags('Waiting')
@Controller('api/v1/young-people/:personId/waits')
export class WaitsOfPersonController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Everything a young person has waited for', WaitsOfPerson, ['WAIT-21', 'WAIT-24', 'WAIT-40'])
  get(@Param('personId') personId: string, @AskedBy() asked: Asked): Promise<WaitsOfPerson> {
    return this.dispatcher.ask(new AskWaitsOfPerson(personId, asked));
  }
}
