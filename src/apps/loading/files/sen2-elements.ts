// What each XML element means inside the record that holds it: a field, a record of its own, or only a wrapper.
import { childrenOf, sen2Tables } from './sen2-fields.js';
import type { Sen2Field, Sen2Table } from './sen2-fields.js';

export type Meaning =
  { is: 'field'; field: Sen2Field } | { is: 'record'; table: Sen2Table } | { is: 'wrapper' } | undefined;

const meanings = new Map<string, Map<string, Meaning>>();
for (const table of sen2Tables) {
  const known = new Map<string, Meaning>();
  const add = (element: string, meaning: Meaning) => known.set(element, meaning).set(element.toLowerCase(), meaning);
  for (const wrapper of table.wrappers ?? []) add(wrapper, { is: 'wrapper' });
  for (const child of childrenOf(table.table)) add(child.element, { is: 'record', table: child });
  for (const field of table.fields) for (const name of field.aliases ?? []) add(name, { is: 'field', field });
  meanings.set(table.table, known);
}

/** Capitals are forgiven; a namespace prefix is passed over. */
export function meaningOf(table: string, element: string): Meaning {
  const known = meanings.get(table);
  return known?.get(element) ?? known?.get(localName(element).toLowerCase());
}

export const localName = (element: string): string => element.slice(element.indexOf(':') + 1);
