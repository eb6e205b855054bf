// Reads a SEN2 return from the CSV tables of a Blade export: children first, so that each person is whole when its row is read.
import type { OnBytes } from './counted-file.js';
import { findTables } from './find-tables.js';
import { readTable } from './read-sen2-table.js';
import type { TableItem } from './read-sen2-table.js';
import { problemItem } from './record.js';
import { sen2Tables, tableNamed } from './sen2-fields.js';
import { headerItem } from './sen2-header.js';
import type { Sen2Header, Sen2Item, Sen2Person } from './sen2-record.js';
import { WaitingRows } from './waiting-rows.js';

export async function* readSen2Csv(folder: string, onBytes?: OnBytes): AsyncGenerator<Sen2Item> {
  const { files, problems } = await findTables(folder);
  yield* problems.map(problemItem);
  if (problems.some(({ stops }) => stops)) return;
  const header = yield* readHeader(files.get('sen2'), onBytes);
  if (!header) return;
  const waiting = new Map<string, WaitingRows>();
  const source = (table: string) => ({ path: files.get(table), year: header.year, waiting, onBytes });
  for (const table of sen2Tables.toReversed()) {
    if (table.table === 'sen2' || table.table === 'person') continue;
    const rows = new WaitingRows(table);
    for await (const batch of readTable(table, source(table.table)))
      for (const item of batch)
        if (item.kind === 'row') rows.add(item.parentId, item.node);
        else yield item;
    waiting.set(table.table, rows);
  }
  let persons = 0;
  for await (const batch of readTable(tableNamed('person'), source('person')))
    for (const item of batch) {
      if (item.kind === 'row') persons += 1;
      yield item.kind === 'row' ? { kind: 'person', person: item.node as unknown as Sen2Person } : item;
    }
  if (persons === 0) yield noPerson;
}

async function* readHeader(path?: string, onBytes?: OnBytes): AsyncGenerator<Sen2Item, Sen2Header | undefined> {
  const items: TableItem[] = [];
  for await (const batch of readTable(tableNamed('sen2'), { path, waiting: new Map(), onBytes })) items.push(...batch);
  const [first, ...others] = items.flatMap((item) => (item.kind === 'row' ? [item.node] : []));
  const problems = items.flatMap((item) => (item.kind === 'problem' ? [item] : []));
  yield* problems;
  yield* others.map(({ line }) => secondHeader(line));
  if (first) {
    const made = headerItem(first);
    yield made;
    return made.kind === 'header' ? made.header : undefined;
  }
  if (!problems.some(({ problem }) => problem.stops)) yield noHeader;
  return undefined;
}

const noPerson = problemItem({
  line: 1,
  table: 'person',
  code: 'missing',
  severity: 'reported',
  message: 'The return has no person in it.',
});

const noHeader = problemItem({
  line: 1,
  table: 'sen2',
  code: 'missing',
  severity: 'refused',
  stops: true,
  message: 'The table sen2 has no row, so the export does not say whose return of which day it is.',
});

const secondHeader = (line: number) =>
  problemItem({
    line,
    table: 'sen2',
    code: 'duplicate-row',
    severity: 'refused',
    message: 'The table sen2 has a second row; the return is read as that of the first.',
  });
