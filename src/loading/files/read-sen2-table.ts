// Reads one table of a Blade export and hangs from each row the rows below it that were read before.
import { countedFile } from './counted-file.js';
import type { OnBytes } from './counted-file.js';
import { readCsv } from './read-csv.js';
import { problemItem } from './record.js';
import type { ProblemItem } from './record.js';
import { sen2Columns } from './sen2-columns.js';
import { childrenOf, newNode } from './sen2-fields.js';
import type { Node, Sen2Table } from './sen2-fields.js';
import type { WaitingRows } from './waiting-rows.js';

export interface TableSource {
  /** Undefined when the export has no file of the table. */
  path?: string;
  year?: number;
  waiting: ReadonlyMap<string, WaitingRows>;
  onBytes?: OnBytes;
}

export type TableItem = { kind: 'row'; node: Node; parentId: string } | ProblemItem;

export async function* readTable(table: Sen2Table, source: TableSource): AsyncGenerator<TableItem> {
  const children = childrenOf(table.table).flatMap(({ table: child }) => source.waiting.get(child) ?? []);
  const whole = yield* readRows(table, source, children);
  for (const child of children) yield* child.orphans(whole).map(problemItem);
}

/** Returns whether the table was read to its end. */
async function* readRows(
  table: Sen2Table,
  { path, year, onBytes }: TableSource,
  children: WaitingRows[],
): AsyncGenerator<TableItem, boolean> {
  if (path === undefined) return false;
  const seen = new Set<string>();
  let whole = true;
  for await (const item of readCsv(countedFile(path, onBytes), sen2Columns(table, year))) {
    if (item.kind === 'problem') {
      whole &&= !item.problem.stops;
      yield item;
      continue;
    }
    const { [`${table.table}tableid`]: id = '', [`${table.parent}tableid`]: parentId = '', ...fields } = item.values;
    const key = String(id);
    if (seen.has(key)) {
      yield repeated(table.table, item.line);
      continue;
    }
    seen.add(key);
    const node = Object.assign(newNode(table.table, item.line), fields);
    for (const child of children) yield* child.attachTo(node, key).map(problemItem);
    yield { kind: 'row', node, parentId: String(parentId) };
  }
  return whole;
}

const repeated = (table: string, line: number): ProblemItem =>
  problemItem({
    line,
    table,
    field: `${table}tableid`,
    code: 'duplicate-row',
    severity: 'refused',
    message: `The table id of this row of ${table} stands on a row before it; only the first was read.`,
  });
