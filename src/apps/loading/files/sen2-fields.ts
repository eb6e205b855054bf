// The SEN2 mapping (sen2-fields.json) as the readers use it: tables, what hangs from what, and records made by it.
import codes from './code-lists.json' with { type: 'json' };
import type { CodeList, FieldSpec } from './column-spec.js';
import mapping from './sen2-fields.json' with { type: 'json' };

export interface Sen2Field extends FieldSpec {
  element: string;
  /** The first and the last year of the return that has the field. */
  since: number;
  until?: number;
}

export interface Sen2Table {
  table: string;
  element: string;
  parent?: string;
  /** The name under which the parent's record holds this one, or, with `many`, the list of them. */
  property?: string;
  many?: boolean;
  /** Without its CSV file nothing can be read; without another's, what is lost. */
  needed?: boolean;
  loses: string;
  wrappers?: string[];
  fields: Sen2Field[];
}

export type Node = { line: number } & Record<string, unknown>;

export const sen2FieldsVersion: string = mapping.version;
export const codeListsVersion: string = codes.version;
export const codeLists: Record<string, CodeList> = codes.lists;
export const systemColumns: string[] = mapping.systemColumns;

type WrittenField = Omit<Sen2Field, 'aliases'> & { was?: string[] };
type WrittenTable = Omit<Sen2Table, 'fields'> & { fields: WrittenField[] };

export const sen2Tables: Sen2Table[] = (mapping.tables as WrittenTable[]).map((table) => ({
  ...table,
  fields: table.fields.map(({ was, ...field }) => ({ ...field, aliases: [field.element, ...(was ?? [])] })),
}));

export const tableNamed = (name: string): Sen2Table => {
  const table = sen2Tables.find((each) => each.table === name);
  if (!table) throw new Error(`sen2-fields.json has no table ${name}`);
  return table;
};

export const childrenOf = (table: string): Sen2Table[] => sen2Tables.filter(({ parent }) => parent === table);

const listsOf = new Map(
  sen2Tables.map(({ table }) => [table, childrenOf(table).flatMap(({ many, property }) => (many && property) || [])]),
);

/** A record of the table without its fields: lists are there and empty, single children are not. */
export function newNode(table: string, line: number): Node {
  const node: Node = { line };
  for (const list of listsOf.get(table) ?? []) node[list] = [];
  return node;
}

/** Hangs a child from its parent; false when there is only room for one and it is taken. */
export function attach(parent: Node, table: Sen2Table, child: Node): boolean {
  const { property = '' } = table;
  const held = parent[property];
  if (Array.isArray(held)) held.push(child);
  else if (held === undefined) parent[property] = child;
  else return false;
  return true;
}
