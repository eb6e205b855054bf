// Points out that somebody new may be on record already under another identifier. Nobody is ever merged (REC-23).
import type { ReadSide } from '../../../engine/processing/read-side.js';
import { searchKey } from '../../../cases/young-person/search-key.js';
import type { PersonRow } from '../people/person-row.js';

interface Known {
  readonly id: string;
  readonly given: string;
}

export class Namesakes {
  /** Whom this load registered, by birth date and family name: the read models do not show them yet. */
  private readonly fresh = new Map<string, Known[]>();

  constructor(private readonly readSide: ReadSide) {}

  /** For somebody who is new: a sentence for each person on record with the same family name and birth date. */
  of(id: string, { givenName, familyName, birthDate }: PersonRow): string[] {
    const family = searchKey(familyName);
    const given = searchKey(givenName);
    const key = `${birthDate} ${family}`;
    const here = this.fresh.get(key) ?? [];
    if (!here.some((one) => one.id === id)) this.fresh.set(key, [...here, { id, given }]);
    const others = [...this.onRecord(birthDate, family), ...here].filter((one) => one.id !== id);
    return others.map((one) => words(one.id, one.given === given));
  }

  private onRecord(birthDate: string, family: string): Known[] {
    return this.readSide.db
      .all<{ id: string; given_name: string; family_name: string }>(
        'SELECT id, given_name, family_name FROM young_person WHERE birth_date = ?',
        birthDate,
      )
      .filter((row) => searchKey(row.family_name) === family)
      .map((row) => ({ id: row.id, given: searchKey(row.given_name) }));
  }
}

const words = (id: string, sameGivenName: boolean): string =>
  sameGivenName
    ? `May be the same person as ${id}, who is on record under another identifier: same names and birth date. Nobody was merged (REC-23).`
    : `Has the family name and birth date of ${id}: a twin, or the same person under another identifier. Nobody was merged (REC-23).`;
