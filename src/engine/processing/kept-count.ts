// A count over everybody that is kept: a question whose answer stands in a table. What is written moves the answer by just what it changed (docs/adr/0056).
import { table, type Cells, type Columns, type KeptCount, type Moving, type Table, type Value } from './table.js';
import type { Statements } from './statements.js';

/** `number`: what the last column is called. */
export const keptCount = (
  name: string,
  of: Columns,
  number: string,
  question: KeptCount['question'],
  about: { readonly published?: boolean } = {},
): KeptCount => ({
  table: table(name, { ...of, [number]: 'whole' }, { key: Object.keys(of), ...about }),
  question,
});

/** `asked`: the column of the rows as the question names it. */
export const movedBy = (count: KeptCount, column: string, asked: string): Moving => ({
  count,
  column,
  question: count.question(`AND ${asked} = ?`),
});

/** For a rebuild, when all rows and indexes are there. */
export const fillCount = (db: Statements, { table: { name }, question }: KeptCount): void =>
  db.run(`INSERT INTO ${name} ${question('')}`);

/** By the thing that is counted: its cells, and how many. */
export type Part = ReadonlyMap<string, { readonly thing: Cells; readonly many: number }>;

/** What the rows with this value in that column have in the count now. */
export function partOf(db: Statements, { question }: Moving, value: Value): Part {
  const part = new Map<string, { thing: Cells; many: number }>();
  for (const cells of db.cells(question, value)) {
    const many = Number(cells.pop());
    part.set(cells.join('\0'), { thing: cells, many });
  }
  return part;
}

/** The count goes from one part to another. What comes to nought leaves nothing behind: a rebuild would not know it. */
export function move(db: Statements, { count }: Moving, before: Part, after: Part): void {
  for (const [name, { thing, many }] of after) {
    const by = many - (before.get(name)?.many ?? 0);
    if (by !== 0) add(db, count.table, thing, by);
  }
  for (const [name, { thing, many }] of before) if (!after.has(name)) add(db, count.table, thing, -many);
}

function add(db: Statements, { name, columns, statements }: Table, thing: Cells, by: number): void {
  const number = columns.at(-1) ?? '';
  db.run(
    `INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT DO UPDATE SET ${number} = ${number} + excluded.${number}`,
    ...thing,
    by,
  );
  db.run(`${statements.remove} AND ${number} = 0`, ...thing);
}
