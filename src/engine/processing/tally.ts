// A tally of days: how many cases are in something on any day, for the work of some hundred rows however many cases there are.
import type { CivilDate } from '../../kernel/calendar/index.js';
import { keptCount, movedBy } from './kept-count.js';
import type { Span } from './spans.js';
import type { Statements } from './statements.js';
import { table, type KeptCount, type Row, type Table, type Value } from './table.js';
import { never } from './spans.js';

/** From a day on, a case counts one more (or one less) in something. */
export type Entry = readonly [what: string, of: string, on: CivilDate, by: number];

/** Something that a case is in, and when: `late` of `NEET`. */
export interface Stay {
  readonly what: string;
  readonly of: string;
  readonly spans: readonly Span[];
}

const columns = { case_id: 'text', entries: 'text' } as const;

export interface Tally<N extends string = string> {
  /** `…_days`: the entries of each case as one text, a function of its state like its other rows. */
  readonly tables: Readonly<Record<`${N}_days`, Table<typeof columns>>>;
  readonly count: KeptCount;
  /** The row of a case; a case without an entry has none. */
  rows(caseId: string, entries: readonly Entry[]): Readonly<Record<`${N}_days`, readonly Row<typeof columns>[]>>;
}

/** `2026`, `2026-05`, `2026-05-17`: the first letter says which, so that each kind lies together. */
const periods = `(SELECT 'y' AS kind, 4 AS letters UNION ALL SELECT 'm', 7 UNION ALL SELECT 'd', 10)`;

/**
 * `…_tally` has the sums of all entries by day, by month and by year: what a day's count needs is the years before its own, the months before
 * its own, and the days up to it.
 */
export function tally<const N extends string>(name: N): Tally<N> {
  const count = keptCount(
    `${name}_tally`,
    { what: 'text', period: 'text', of: 'text' },
    'n',
    (where) => `SELECT what, kind || substr(day, 1, letters), of, sum(n) FROM (
      SELECT t.value ->> 0 AS what, t.value ->> 1 AS of, t.value ->> 2 AS day, t.value ->> 3 AS n
      FROM ${name}_days c, json_each(c.entries) t WHERE true ${where}
    ) CROSS JOIN ${periods} GROUP BY 1, 2, 3 HAVING sum(n) <> 0`,
  );
  const moves = [movedBy(count, 'case_id', 'c.case_id')];
  const days = table(`${name}_days`, columns, { key: ['case_id'], moves });
  type Days<T> = Record<`${N}_days`, T>;
  return {
    tables: { [days.name]: days } as Days<typeof days>,
    count,
    rows(caseId, entries) {
      const rows = entries.length > 0 ? [{ case_id: caseId, entries: JSON.stringify(entries) }] : [];
      return { [days.name]: rows } as Days<typeof rows>;
    },
  };
}

/** The first day of each span counts one more, the day after its last one less; what never ends does not. */
export const entriesOf = (stays: readonly Stay[]): Entry[] =>
  stays.flatMap(({ what, of, spans }) =>
    spans.flatMap(([from, to]): Entry[] => [[what, of, from, 1], ...(to < never ? [[what, of, to, -1] as Entry] : [])]),
  );

/** How many are in each thing at the end of a day, as it is known now. */
export function tallyOn(db: Statements, { count }: Tally, what: string, day: CivilDate): Map<string, number> {
  const [year, month] = [day.slice(0, 4), day.slice(0, 7)];
  const part = `SELECT of, n FROM ${count.table.name} WHERE what = ? AND period`;
  const rows = db.all<{ of: string; n: number }>(
    `SELECT of, sum(n) AS n FROM (${part} >= 'y' AND period < ? UNION ALL ${part} >= ? AND period < ?
       UNION ALL ${part} >= ? AND period <= ?) GROUP BY of`,
    ...[what, `y${year}`],
    ...[what, `m${year}`, `m${month}`],
    ...[what, `d${month}`, `d${day}`],
  );
  return new Map(rows.filter(({ n }) => n !== 0).map(({ of, n }) => [of, n] as const));
}

/** What changes on each day of some, from one up to and without another. */
export const tallyDays = (
  db: Statements,
  { count }: Tally,
  what: string,
  [from, to]: Span,
): { on: CivilDate; of: string; n: number }[] =>
  db.all<{ on: CivilDate; of: string; n: number }>(
    `SELECT substr(period, 2) AS "on", of, n FROM ${count.table.name} WHERE what = ? AND period >= ? AND period < ? ORDER BY period, of`,
    ...[what, `d${from}`, `d${to}`],
  );

/** The entries of some cases, few of them; `cases` is a question for their ids. */
export const entriesOfSome = (db: Statements, { tables }: Tally, cases: string, ...values: readonly Value[]): Entry[] =>
  Object.values(tables).flatMap(({ name }) =>
    db
      .all<{ entries: string }>(`SELECT entries FROM ${name} WHERE case_id IN (${cases})`, ...values)
      .flatMap(({ entries }) => JSON.parse(entries) as Entry[]),
  );

/** The counts of a day as they would be without these entries. */
export function without(
  counts: ReadonlyMap<string, number>,
  entries: readonly Entry[],
  what: string,
  day: CivilDate,
): Map<string, number> {
  const found = new Map(counts);
  for (const [in_, of, on, by] of entries) if (in_ === what && on <= day) found.set(of, (found.get(of) ?? 0) - by);
  return found;
}
