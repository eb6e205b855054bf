// What somebody means by what they typed into the one search box.
import type { PeopleQuery } from '../../../cases/young-person/queries/find-young-people.js';

export type Search =
  | { readonly kind: 'case'; readonly caseId: string }
  | { readonly kind: 'number' | 'name'; readonly query: Pick<PeopleQuery, 'name' | 'nhsNumber' | 'upn' | 'localId'> };

export function readSearch(typed: string): Search {
  const bare = typed.replace(/[\s-]/g, '');
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(typed))
    return { kind: 'case', caseId: typed.toLowerCase() };
  if (/^\d{10}$/.test(bare)) return { kind: 'number', query: { nhsNumber: bare } };
  if (/^[a-z]\d{11}[\da-z]$/i.test(bare)) return { kind: 'number', query: { upn: bare.toUpperCase() } };
  if (/\d/.test(typed)) return { kind: 'number', query: { localId: typed } };
  return { kind: 'name', query: { name: typed } };
}
