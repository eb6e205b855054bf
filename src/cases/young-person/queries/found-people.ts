// The question behind the list of young people: which rows fit, for whom.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Actor } from '../../../kernel/envelope.js';
import { Conditions } from '../../../engine/processing/conditions.js';
import type { Row, Statements } from '../../../engine/processing/statements.js';
import { never } from '../../../engine/deadlines/deadline-table.js';
import { discussWithAdultServices, type IdentifierKind } from '../../../engine/person/domain/events.js';
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
  readonly given_name: string | null;
  readonly family_name: string | null;
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
  const named = namedLike(searchKey(name ?? ''), after[0]);
  const asked = new Conditions()
    .add('p.search_key IS NOT NULL')
    .add('(+p.search_key, p.id) > (?, ?)', ...after)
    .add(named.sql, ...named.values);
  for (const { kind, value } of identifiers) {
    // A superseded number leads to its person only for those who may know of the link (REC-34).
    const current = seesRestricted(actor.role) ? '' : ` AND to_on = '${never}'`;
    asked.add(`p.id IN (SELECT person_id FROM person_identifier WHERE kind = ? AND value = ?${current})`, kind, value);
  }
  if (needsConsent(actor)) {
    asked.add(
      `p.id IN (SELECT person_id FROM person_consent WHERE recipient = ? AND purpose = ? AND decision IN ('given', 'overridden')
        AND from_on <= ? AND to_on > ?)`,
      ...[actor.organisation, discussWithAdultServices, today, today],
    );
  }
  return db.all<FoundRow>(
    `SELECT p.id, p.given_name, p.family_name, p.birth_date, p.nhs_number, p.upn, p.send_status, p.responsible, p.moved_on, p.died_on,
       p.search_key FROM young_person p WHERE ${asked.sql} ORDER BY p.search_key, p.id LIMIT ?`,
    ...asked.values,
    limit,
  );
}

interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

/** Each reading is a range of an index of its own. Pages go by family name, so a range of it begins where the page does. */
function namedLike(key: string, after: string): Condition {
  const conditions = readingsOf(key).map(([family, given]): Condition => {
    const from = family > after ? family : after;
    if (given === '') return { sql: '(p.search_key >= ? AND p.search_key < ?)', values: [from, beyond(family)] };
    if (family === '') return { sql: '(p.given_key >= ? AND p.given_key < ?)', values: [given, beyond(given)] };
    return {
      sql: '(p.search_key >= ? AND p.search_key < ? AND +p.given_key >= ? AND +p.given_key < ?)',
      values: [from, beyond(family), given, beyond(given)],
    };
  });
  const sql = `(${conditions.map((one) => one.sql).join(' OR ')})`;
  return { sql, values: conditions.flatMap(({ values }) => values) };
}

/** One letter begins too many given names to be meant as one. */
const shortestGiven = 2;

/**
 * `jo` may begin the family name or the given name; `jo smi` may be family name and given name, given name and family name, or all of it
 * the family name or all of it the given name: what each begins with.
 */
function readingsOf(key: string): readonly (readonly [family: string, given: string])[] {
  const [first = '', ...others] = key.split(' ');
  const rest = others.join(' ');
  const whole = key.length < shortestGiven ? [[key, ''] as const] : [[key, ''] as const, ['', key] as const];
  return rest === '' ? whole : [...whole, [first, rest], [rest, first]];
}
