// Reads one table of a Blade export and hangs from each row the rows below it that were read before.
import { countedFile } from './counted-file.js';
import type { OnBytes } from './counted-file.js';
import { readCsvBatches } from './read-csv.js';
import type { CsvRowItem } from './read-csv.js';
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

export async function* readTable(table: Sen2Table, source: TableSource): AsyncGenerator<TableItem[]> {
  const { path, year, waiting, onBytes } = source;
  const children = childrenOf(table.table).flatMap(({ table: child }) => waiting.get(child) ?? []);
  const join = joiner(table, children);
  let whole = path !== undefined;
  if (path !== undefined)
    for await (const batch of readCsvBatches(countedFile(path, onBytes), sen2Columns(table, year))) {
      whole &&= !batch.some((item) => item.kind === 'problem' && item.problem.stops);
      yield batch.flatMap((item) => (item.kind === 'row' ? join(item) : [item]));
    }
  for (const child of children) yield child.orphans(whole).map(problemItem);
}

function joiner(table: Sen2Table, children: WaitingRows[]): (row: CsvRowItem) => TableItem[] {
  const [ownId, parentId] = [`${table.table}tableid`, `${table.parent}tableid`];
  const seen = new Set<string>();
  return ({ line, values }) => {
    const id = String(values[ownId]);
    if (seen.has(id)) return [repeated(table.table, line)];
    seen.add(id);
    const node = newNode(table.table, line);
    for (const { name } of table.fields) if (values[name] !== undefined) node[name] = values[name];
    const problems = children.flatMap((child) => child.attachTo(node, id).map(problemItem));
    return [...problems, { kind: 'row', node, parentId: String(values[parentId]) }];
  };
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
