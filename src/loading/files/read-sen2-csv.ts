// Reads a SEN2 return from the CSV tables of a Blade export: children first, so that each person is whole when its row is read.
import type { OnBytes } from './counted-file.js';
import { findTables } from './find-tables.js';
import { readTable } from './read-sen2-table.js';
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
    for await (const item of readTable(table, source(table.table)))
      if (item.kind === 'row') rows.add(item.parentId, item.node);
      else yield item;
    waiting.set(table.table, rows);
  }
  let persons = 0;
  for await (const item of readTable(tableNamed('person'), source('person')))
    if (item.kind === 'problem') yield item;
    else {
      persons += 1;
      yield { kind: 'person', person: item.node as unknown as Sen2Person };
    }
  if (persons === 0) yield noPerson;
}

async function* readHeader(path?: string, onBytes?: OnBytes): AsyncGenerator<Sen2Item, Sen2Header | undefined> {
  let header: Sen2Header | undefined;
  let troubled = false;
  for await (const item of readTable(tableNamed('sen2'), { path, waiting: new Map(), onBytes })) {
    if (item.kind === 'problem') {
      troubled ||= item.problem.stops === true;
      yield item;
    } else if (header) {
      yield secondHeader(item.node.line);
    } else {
      const made = headerItem(item.node);
      yield made;
      if (made.kind !== 'header') return undefined;
      header = made.header;
    }
  }
  if (!header && !troubled) yield noHeader;
  return header;
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
