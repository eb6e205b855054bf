// A table from its columns: the SQL that makes it, and rows that fit it or are refused by the name of the column.
import { openDatabase } from '../../store/sqlite-files/open-database.js';
import { cellsOf, table, type Row } from './table.js';

const columns = { id: 'text', on: 'text?', many: 'whole', some: 'whole?', seen: 'flag', may: 'flag?' } as const;
const things = table('things', columns, {
  key: ['id', 'many'],
  indexes: { things_on: '("on") WHERE some = 1' },
});
const row: Row<typeof columns> = { id: 'a', on: '2026-01-01', many: 2, some: 3, seen: true, may: false };

describe('a table', () => {
  it('is made as its columns say: strict, by its key, empty only where a column may be', () => {
    const database = openDatabase(':memory:');
    const made = table('made', { id: 'text', at: 'text?', many: 'whole', seen: 'flag?' }, { key: ['id', 'many'] });
    database.exec(made.create);
    const info = database.prepare('PRAGMA table_info(made)').all() as Record<
      'name' | 'type' | 'notnull' | 'pk',
      unknown
    >[];
    expect(info.map(({ name, type, notnull, pk }) => [name, type, notnull, pk])).toEqual([
      ['id', 'TEXT', 1, 1],
      ['at', 'TEXT', 0, 0],
      ['many', 'INTEGER', 1, 2],
      ['seen', 'INTEGER', 0, 0],
    ]);
    expect(() => database.exec("INSERT INTO made VALUES ('a', NULL, 'two', NULL)")).toThrow(/cannot store TEXT/);
    database.close();
  });

  it('has its indexes apart, for whoever fills it first', () => {
    expect(things.indexes).toEqual(['CREATE INDEX things_on ON things ("on") WHERE some = 1;']);
  });
});

describe('the cells of a row', () => {
  it('stand in the order of the columns, yes and no as numbers, what is not known as nothing', () => {
    expect(cellsOf(things, row)).toEqual(['a', '2026-01-01', 2, 3, 1, 0]);
    expect(cellsOf(things, { ...row, on: undefined, some: null, may: undefined })).toEqual([
      'a',
      null,
      2,
      null,
      1,
      null,
    ]);
  });

  it.each([
    ['things.id is not a text', { id: undefined }],
    ['things.id is not a text', { id: 5 }],
    ['things.on is not a text?', { on: 5 }],
    ['things.many is not a whole', { many: null }],
    ['things.many is not a whole', { many: 1.5 }],
    ['things.many is not a whole', { many: 'two' }],
    ['things.some is not a whole?', { some: 2 ** 60 }],
    ['things.seen is not a flag', { seen: 1 }],
  ])('%s: a value that does not fit is refused by its column, and not said', (words, wrong) => {
    expect(() => cellsOf(things, { ...row, ...wrong } as unknown as typeof row)).toThrow(new TypeError(words));
  });
});
