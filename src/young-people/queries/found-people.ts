// The question behind the list of young people: which rows fit, for whom.
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Actor } from '../../kernel/envelope.js';
import type { Row, Statements, Value } from '../../processing/statements.js';
import { never } from '../../worklist/deadline-table.js';
import { discussWithAdultServices, type IdentifierKind } from '../domain/events.js';
import { needsConsent } from '../profile/adult-access.js';
import { searchKey } from '../search-key.js';
import { seesRestricted } from './view-person.js';

export interface Wanted {
  readonly name?: string;
  readonly identifiers: readonly { readonly kind: IdentifierKind; readonly value: string }[];
}

export interface FoundRow extends Row {
  readonly id: string;
  readonly search_key: string;
}

/** After every text that begins with the key. */
const beyond = (key: string): string => `${key}\uffff`;

export function findPeople(
  db: Statements,
  { name, identifiers }: Wanted,
  actor: Actor,
  today: CivilDate,
  limit: number,
  after: readonly [string, string] = ['', ''],
): FoundRow[] {
  const where = ['p.search_key IS NOT NULL', '(+p.search_key, p.id) > (?, ?)'];
  const values: Value[] = [after[0], after[1]];
  // The ranges, not the place after which the page begins, are what the index is asked for: they are narrower.
  const readings = readingsOf(searchKey(name ?? ''));
  const fits = '(p.search_key >= ? AND p.search_key < ? AND p.given_key >= ? AND p.given_key < ?)';
  where.push(`(${readings.map(() => fits).join(' OR ')})`);
  for (const [family, given] of readings) {
    values.push(family > after[0] ? family : after[0], beyond(family), given, beyond(given));
  }
  for (const { kind, value } of identifiers) {
    // A superseded number leads to its person only for those who may know of the link (REC-34).
    const current = seesRestricted(actor.role) ? '' : ` AND to_on = '${never}'`;
    where.push(`p.id IN (SELECT person_id FROM person_identifier WHERE kind = ? AND value = ?${current})`);
    values.push(kind, value);
  }
  if (needsConsent(actor)) {
    where.push(
      `p.id IN (SELECT person_id FROM person_consent WHERE recipient = ? AND purpose = ? AND decision IN ('given', 'overridden')
        AND from_on <= ? AND to_on > ?)`,
    );
    values.push(actor.organisation, discussWithAdultServices, today, today);
  }
  return db.all<FoundRow>(
    `SELECT p.id, p.given_name, p.family_name, p.birth_date, p.nhs_number, p.upn, p.send_status, p.responsible, p.moved_on, p.died_on,
       p.search_key FROM young_person p WHERE ${where.join(' AND ')} ORDER BY p.search_key, p.id LIMIT ?`,
    ...values,
    limit,
  );
}

/** `jo smi` may be family name and given name, given name and family name, or all of it the family name: what each begins with. */
function readingsOf(key: string): readonly (readonly [family: string, given: string])[] {
  const [first = '', ...others] = key.split(' ');
  const rest = others.join(' ');
  return rest === ''
    ? [[key, '']]
    : [
        [key, ''],
        [first, rest],
        [rest, first],
      ];
}
