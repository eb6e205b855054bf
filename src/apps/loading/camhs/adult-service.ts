// For whom a consent "to discuss with adult services" counts: the one adult service known here, since the list names none (TRN-43).
import { notSaidWhich } from '../../../rules/directory/directory.js';
import type { Actor } from '../../../kernel/envelope.js';

/** Where nobody, or more than one, is known, the consent opens nothing: consent for a service is then recorded by hand. */
export const notNamed = notSaidWhich;

export function adultServiceOf(actors: readonly Actor[]): string {
  const known = new Set(
    actors.filter(({ role }) => role === 'adult-clinician').map(({ organisation }) => organisation),
  );
  return known.size === 1 ? [...known][0]! : notNamed;
}
