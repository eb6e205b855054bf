// Everything one young person has waited for, and how long the family has waited in all.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
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

export const askWaitsOfPerson = question({
  name: 'AskWaitsOfPerson',
  get: 'api/v1/young-people/:personId/waits',
  section: 'Waiting',
  tells: 'Everything a young person has waited for',
  rules: ['WAIT-21', 'WAIT-24', 'WAIT-40'],
  who: {
    roles: ['camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'The waiting-list entry: the services that see them, the manager, and the auditor',
  },
  answers: WaitsOfPerson,
  uses: [ReadSide],
  answer: async ({ at: { personId }, asked }, readSide): Promise<WaitsOfPerson> =>
    Promise.resolve(waitsOfPerson(readSide.db, personId, asked.asOf)),
  shows: ({ waits }: WaitsOfPerson, { at: { personId } }) => (waits.length > 0 ? [personId] : []),
});
