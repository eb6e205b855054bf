// Who is on record that somebody may be: looked up by what they have in common, so that the work does not grow with the area (REC-23).
import type { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { never } from '../../../engine/deadlines/deadline-table.js';
import type { IdentifierKind } from '../../../engine/person/domain/events.js';
import { bornNearly, givenKey, nameKeys } from '../../../engine/person/matching/blocking.js';
import { compare, type Known, type KnownNumber } from '../../../engine/person/matching/compare.js';
import type { Candidate } from '../../../engine/person/matching/decide.js';
import { matchingModel, weightOf } from '../../../engine/person/matching/model.js';
import type { Profile } from '../profile/profile.js';

interface NameRow {
  readonly id: string;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly birth_date: string | null;
}

interface NumberRow {
  readonly identifier_id: string;
  readonly kind: IdentifierKind;
  readonly issuer: string | null;
  readonly value: string | null;
  readonly to_on: string;
}

/** Sex and postcode together cannot lift anybody higher who has too little in common by names and birth date. */
const lift = weightOf(matchingModel, 'sex', 'same') + weightOf(matchingModel, 'postcode', 'same');

/** How the local number begins that a return makes of names and birth date where it has none. */
export const unnumbered = 'unnumbered:';

interface Numbered {
  readonly identifierId: string;
  readonly kind: IdentifierKind;
  readonly issuer?: string;
  readonly value?: string;
}

export const numberOf = ({ identifierId, kind, issuer, value = '' }: Numbered): KnownNumber => ({
  id: identifierId,
  kind: value.startsWith(unnumbered) ? 'unnumbered' : kind,
  issuer,
});

/** By which somebody is known again whose history was read. */
export function knownOf({ core, details, names, identifiers }: Profile): Known {
  const { birthDate, sex, postcode } = details;
  const numbers = core.identifiers
    .filter(({ why }) => why !== 'recorded-in-error')
    .map(({ id, kind, issuer, supersededOn }) => ({
      ...numberOf({ identifierId: id, kind, issuer, value: identifiers[id] }),
      superseded: supersededOn !== undefined,
    }));
  return { names, birthDate, sex, postcode, numbers };
}

export class KnownPeople {
  constructor(private readonly readSide: ReadSide) {}

  /** Everybody worth a comparison, but for those found by a number. The lists must have been caught up with the events. */
  near(asked: Known): Candidate[] {
    // Nothing else runs between these questions, so one look at which file is in use holds for all of them.
    const { db } = this.readSide;
    const byId = new Map<string, NameRow[]>();
    for (const row of asked.names.flatMap((names) => lookedUp(db, names, asked.birthDate)))
      byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
    return [...byId].flatMap(([id, rows]) => {
      const known = namesOf(rows);
      const { weight } = compare({ ...asked, numbers: [] }, known, matchingModel);
      return weight + lift < 0 ? [] : [{ id, known: { ...known, ...restOf(db, id) } }];
    });
  }
}

function lookedUp(db: Statements, { givenName, familyName }: Known['names'][number], birthDate = ''): NameRow[] {
  const [key = '-', swapped = key] = nameKeys(givenName, familyName);
  const given = givenKey(givenName) || '-';
  const [before = '', after = '', turned = after] = birthDate === '' ? [] : bornNearly(birthDate);
  return db.all<NameRow>(
    `SELECT person_id AS id, given_name, family_name, birth_date FROM known_name
     WHERE birth_date = ? OR name_key IN (?, ?) OR (birth_date IN (?, ?, ?) AND given_key = ?)`,
    ...[birthDate, key, swapped, before, after, turned, given],
  );
}

function restOf(db: Statements, id: string): Omit<Known, 'names' | 'birthDate'> {
  const person = db.get<{ sex: string | null; postcode: string | null }>(
    'SELECT sex, postcode FROM young_person WHERE id = ?',
    id,
  );
  const numbers = db.all<NumberRow>(
    `SELECT identifier_id, kind, issuer, value, to_on FROM person_identifier WHERE person_id = ?
     AND coalesce(why, '') <> 'recorded-in-error'`,
    id,
  );
  return {
    sex: person?.sex ?? undefined,
    postcode: person?.postcode ?? undefined,
    numbers: numbers.map(({ identifier_id: identifierId, kind, issuer, value, to_on }) => ({
      ...numberOf({ identifierId, kind, issuer: issuer ?? undefined, value: value ?? undefined }),
      superseded: to_on !== never,
    })),
  };
}

const namesOf = (rows: readonly NameRow[]): Known => ({
  names: rows.map((row) => ({ givenName: row.given_name ?? undefined, familyName: row.family_name ?? undefined })),
  birthDate: rows[0]?.birth_date ?? undefined,
  numbers: [],
});
