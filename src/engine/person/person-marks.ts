// What stands beside a young person on every list: a risk that was found higher, and a death that is said and not confirmed (WAIT-45, REC-11).
import { ApiProperty } from '../api/api-property.js';
import type { Asked } from '../access/messages.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Statements } from '../processing/statements.js';
import { consented } from './visible-to.js';
import { discussWithAdultServices } from './domain/events.js';
import { saidToHaveDied } from '../deadlines/nothing-asked.js';
import { risksHigher } from '../deadlines/risk-higher.js';

/** A line of a list about a young person by name has these. */
export class MarkedPerson {
  @ApiProperty({
    required: false,
    description: 'The risk was found higher while waiting, on this day, and not lower since (WAIT-45)',
  })
  riskHigherOn?: string;
  @ApiProperty({
    required: false,
    description: 'One record says that they died, and nobody has confirmed it: write to nobody (REC-11)',
  })
  saidToHaveDied?: true;
}

/** Asked once for a page, however many lines it has of each. */
export function marksOf(
  db: Statements,
  personIds: readonly string[],
  { actor, asOf }: Asked,
  today: CivilDate,
): (personId: string) => MarkedPerson {
  const died = saidToHaveDied(db, personIds, asOf);
  const known = risksHigher(db, personIds, asOf);
  const shown = known.size === 0 ? new Set<string>() : mayKnowOfRisk(db, [...known.keys()], actor, today);
  return (personId) => ({
    ...(shown.has(personId) ? { riskHigherOn: known.get(personId) } : {}),
    ...(died.has(personId) ? { saidToHaveDied: true } : {}),
  });
}

export function marked<Line extends { readonly personId: string }>(
  db: Statements,
  lines: readonly Line[],
  asked: Asked,
  today: CivilDate,
): (Line & MarkedPerson)[] {
  const ids = lines.map(({ personId }) => personId);
  const marks = marksOf(db, ids, asked, today);
  return lines.map((line) => ({ ...line, ...marks(line.personId) }));
}

/** Whoever may open the person's own page sees it there; an adult clinician whose service only received the case does not (TRN-43, TRN-44). */
function mayKnowOfRisk(
  db: Statements,
  personIds: readonly string[],
  actor: Asked['actor'],
  today: CivilDate,
): ReadonlySet<string> {
  if (actor.role !== 'adult-clinician') return new Set(personIds);
  const { sql, values } = consented(discussWithAdultServices, actor.organisation, today);
  const found = db.all<{ person_id: string }>(
    `SELECT c.person_id FROM (SELECT value AS person_id FROM json_each(?)) c WHERE ${sql}`,
    JSON.stringify(personIds),
    ...values,
  );
  return new Set(found.map(({ person_id }) => person_id));
}
