// How a person's name is put together: given name first; empty where nothing of it is known, or it is destroyed.

interface Names {
  readonly givenName?: unknown;
  readonly familyName?: unknown;
  readonly given_name?: unknown;
  readonly family_name?: unknown;
}

/** Of a row of the read models, or of somebody's details. */
export const fullName = ({ givenName, familyName, given_name = givenName, family_name = familyName }: Names): string =>
  [given_name, family_name].filter((part) => typeof part === 'string' && part !== '').join(' ');
