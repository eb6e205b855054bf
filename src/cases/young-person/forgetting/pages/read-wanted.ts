// What a records manager means by what they typed: a number, or the beginning of a name.
import type { Wanted } from '../../queries/found-people.js';

export function readWanted(typed: string): Wanted {
  const bare = typed.replace(/[\s-]/g, '');
  if (/^\d{10}$/.test(bare)) return { identifiers: [{ kind: 'nhs-number', value: bare }] };
  if (/^[a-z]\d{11}[\da-z]$/i.test(bare)) return { identifiers: [{ kind: 'upn', value: bare.toUpperCase() }] };
  if (/\d/.test(typed)) return { identifiers: [{ kind: 'local', value: typed }] };
  return { name: typed, identifiers: [] };
}
