// A table of the lists: its columns are named and typed once; its SQL, the type of its rows and the check of each value follow.

export type Value = string | number | null;

/** One row, in the order of the table's columns. */
export type Cells = readonly Value[];

/** What a column holds: a text, a whole number, yes or no. With a question mark it may be empty. */
export type ColumnType = 'text' | 'whole' | 'flag' | 'text?' | 'whole?' | 'flag?';

export type Columns = Readonly<Record<string, ColumnType>>;

interface Held {
  readonly text: string;
  readonly whole: number;
  readonly flag: boolean;
}

type Of<T extends ColumnType> = T extends `${infer K extends keyof Held}?`
  ? Held[K] | null | undefined
  : T extends keyof Held
    ? Held[T]
    : never;

/** One row by the names of its columns; every column is named, also where it is empty. */
export type Row<C extends Columns> = { readonly [K in keyof C]: Of<C[K]> };

export type RowOf<T> = T extends Table<infer C> ? Row<C> : never;

/** What stands in the file of the lists beside others. */
export interface Definition {
  readonly name: string;
  readonly create: string;
  /** Made when the rows are there: filling a table that has none is several times as fast. */
  readonly indexes: readonly string[];
  /** Other parts of `src/` may read it in their SQL; what is not, only the part that makes it (scripts/check-tables.mjs). */
  readonly published?: boolean;
}

/** A count over everybody that is kept (kept-count.ts): a question, and the table in which its answer stands. */
export interface KeptCount {
  /** One row for each thing that is counted; the last column is how many. What is nought has none. */
  readonly table: Table;
  /** Answers the rows of the table. `where` narrows it to what some rows have a part in: an `AND …`, or nothing. */
  question(where: string): string;
}

/** Rows have a part in a count: which, by a column of theirs. `question` answers the part of one value of it. */
export interface Moving {
  readonly count: KeptCount;
  readonly column: string;
  readonly question: string;
}

export interface Table<C extends Columns = Columns> extends Definition {
  readonly types: C;
  readonly columns: readonly string[];
  /** Where the columns of the key stand. The first is the id of the case, or of whatever has the rows. */
  readonly keyAt: readonly number[];
  /** Made once by the engine, and written to by several kinds of cases. */
  readonly shared: boolean;
  /** The counts that change when these rows do. */
  readonly moves: readonly Moving[];
  readonly statements: TableSql;
}

interface About<C extends Columns> {
  /** The first is the id of the case. */
  readonly key: readonly (string & keyof C)[];
  /** By name: the columns in brackets, and the condition of those that are partial. */
  readonly indexes?: Readonly<Record<string, string>>;
  readonly shared?: boolean;
  readonly published?: boolean;
  readonly moves?: readonly Moving[];
}

export function table<const C extends Columns>(name: string, columns: C, about: About<C>): Table<C> {
  const { key, indexes = {}, shared = false, published = false, moves = [] } = about;
  const names = Object.keys(columns);
  const lines = names.map((column) => `${column} ${sqlType(columns[column] ?? 'text')}`);
  return {
    name,
    create: `CREATE TABLE ${name} (\n  ${lines.join(', ')},\n  PRIMARY KEY (${key.join(', ')})\n) STRICT, WITHOUT ROWID;`,
    indexes: Object.entries(indexes).map(([index, on]) => `CREATE INDEX ${index} ON ${name} ${on};`),
    types: columns,
    columns: names,
    keyAt: key.map((column) => names.indexOf(column)),
    shared,
    published,
    moves,
    statements: sqlOf(name, names, key),
  };
}

export const view = (name: string, select: string, about: Pick<Definition, 'published'> = {}): Definition => ({
  name,
  create: `CREATE VIEW ${name} AS ${select};`,
  indexes: [],
  ...about,
});

const sqlType = (type: ColumnType): string =>
  `${type.startsWith('text') ? 'TEXT' : 'INTEGER'}${type.endsWith('?') ? '' : ' NOT NULL'}`;

/** Rows that one statement inserts at most; a statement is prepared once for each number of rows. */
export const rowsAtOnce = 16;

interface TableSql {
  readonly select: string;
  readonly remove: string;
  readonly where: string;
  /** By the number of rows. */
  readonly inserts: readonly string[];
}

function sqlOf(name: string, columns: readonly string[], key: readonly string[]): TableSql {
  const all = columns.join(', ');
  const where = key.map((column) => `${column} = ?`).join(' AND ');
  const places = `(${columns.map(() => '?').join(', ')})`;
  return {
    select: `SELECT ${all} FROM ${name} WHERE ${key[0]} = ?`,
    remove: `DELETE FROM ${name} WHERE ${where}`,
    where,
    inserts: Array.from(
      { length: rowsAtOnce + 1 },
      (_, rows) => `INSERT OR REPLACE INTO ${name} (${all}) VALUES ${Array<string>(rows).fill(places).join(', ')}`,
    ),
  };
}

/** Error: a value that does not fit its column, by name and never by what it is. Then nothing was written. */
export function cellsOf<C extends Columns>({ name, columns, types }: Table<C>, row: Row<C>): Cells {
  const values: Readonly<Record<string, string | number | boolean | null | undefined>> = row;
  return columns.map((column) => {
    const type = types[column] ?? 'text';
    const cell = cellOf(values[column], type);
    if (cell === undefined) throw new TypeError(`${name}.${column} is not a ${type}`);
    return cell;
  });
}

/** Undefined: it does not fit. */
function cellOf(value: string | number | boolean | null | undefined, type: ColumnType): Value | undefined {
  switch (typeof value) {
    case 'string':
      if (type === 'text' || type === 'text?') return value;
      return undefined;
    case 'number':
      if ((type === 'whole' || type === 'whole?') && Number.isSafeInteger(value)) return value;
      return undefined;
    case 'boolean':
      if (type === 'flag' || type === 'flag?') return value ? 1 : 0;
      return undefined;
    default:
      return type.endsWith('?') ? null : undefined;
  }
}

export const keyOf = ({ keyAt }: Table, cells: Cells): Value[] => keyAt.map((at) => cells[at] ?? null);
