// Whom this load is about to record, registered or changed: the lists do not show them yet, and two rows of one file may be about one child.
import type { Candidate } from '../../../engine/person/matching/decide.js';
import { bornNearly, givenKey, nameKeys } from '../../../engine/person/matching/blocking.js';
import type { Known } from '../../../engine/person/matching/compare.js';
import type { Profile } from '../../../cases/young-person/profile/profile.js';

export interface FreshPerson extends Candidate {
  /** As they are on record now; in a preview it is all there is of them. */
  readonly profile?: Profile;
  /** Until their row is recorded or refused. */
  readonly pending?: Promise<void>;
}

export class FreshPeople {
  private readonly byId = new Map<string, FreshPerson>();
  private readonly byKey = new Map<string, Set<string>>();

  get(id: string): FreshPerson | undefined {
    return this.byId.get(id);
  }

  put(person: FreshPerson): void {
    this.drop(person.id);
    this.byId.set(person.id, person);
    for (const key of keysOf(person.known)) this.byKey.set(key, (this.byKey.get(key) ?? new Set()).add(person.id));
  }

  drop(id: string): void {
    const person = this.byId.get(id);
    if (!person) return;
    this.byId.delete(id);
    for (const key of keysOf(person.known)) {
      const ids = this.byKey.get(key);
      ids?.delete(id);
      if (ids?.size === 0) this.byKey.delete(key);
    }
  }

  withNumberOf({ numbers }: Known): Candidate[] {
    return this.at(numbers.map(({ id }) => id));
  }

  near(asked: Known): Candidate[] {
    return this.byId.size === 0 ? [] : this.at([...keysOf(asked), ...slipsOf(asked)]);
  }

  private at(keys: readonly string[]): Candidate[] {
    const ids = new Set(keys.flatMap((key) => [...(this.byKey.get(key) ?? [])]));
    return [...ids].flatMap((id) => this.byId.get(id) ?? []);
  }
}

const keysOf = ({ names, birthDate = '', numbers }: Known): string[] => [
  ...numbers.map(({ id }) => id),
  birthDate,
  ...names.flatMap(({ givenName, familyName }) => nameKeys(givenName, familyName)),
  ...names.map(({ givenName }) => `${birthDate} ${givenKey(givenName)}`),
];

const slipsOf = ({ names, birthDate }: Known): string[] =>
  birthDate === undefined
    ? []
    : bornNearly(birthDate).flatMap((day) => names.map(({ givenName }) => `${day} ${givenKey(givenName)}`));
