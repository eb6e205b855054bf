// Counts that are kept: how many cases are in something on any day, for the work of some hundred rows however many cases there are.
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Span } from './spans.js';
import type { Statements, Value } from './statements.js';
import { never } from './spans.js';

/** From a day on, a case counts one more (or one less) in something. */
export type Turn = readonly [what: string, of: string, on: CivilDate, by: number];

/** Something that a case is in, and when: `late` of `NEET`. */
export interface Stay {
  readonly what: string;
  readonly of: string;
  readonly spans: readonly Span[];
}

/**
 * `…_turn` has the turns of each case as one text, so that those of before are known when they change. `…_tally` has their sums by day, by
 * month and by year: what a day's count needs is the years before its own, the months before its own, and the days up to it.
 */
export const tallyTables = (name: string): string => `
CREATE TABLE ${name}_turn (case_id TEXT PRIMARY KEY, turns TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE ${name}_tally (
  what TEXT NOT NULL, period TEXT NOT NULL, of TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (what, period, of)
) STRICT, WITHOUT ROWID;`;

/** `2026`, `2026-05`, `2026-05-17`: the first letter says which, so that each kind lies together. */
const periods = `(SELECT 'y' AS kind, 4 AS letters UNION ALL SELECT 'm', 7 UNION ALL SELECT 'd', 10)`;

/** For a rebuild, when the turns of every case are there. */
export const fillTally = (name: string): string => `
INSERT INTO ${name}_tally (what, period, of, n)
SELECT what, kind || substr(day, 1, letters), of, sum(n) FROM (
  SELECT t.value ->> 0 AS what, t.value ->> 1 AS of, t.value ->> 2 AS day, t.value ->> 3 AS n FROM ${name}_turn c, json_each(c.turns) t
) CROSS JOIN ${periods} GROUP BY 1, 2, 3 HAVING sum(n) <> 0;`;

/** The first day of each span turns up, the day after its last turns down; what never ends does not. */
export const turnsOf = (stays: readonly Stay[]): Turn[] =>
  stays.flatMap(({ what, of, spans }) =>
    spans.flatMap(([from, to]): Turn[] => [[what, of, from, 1], ...(to < never ? [[what, of, to, -1] as Turn] : [])]),
  );

/** The turns of a case become these. Idempotent; in a rebuild the sums wait until the end (`fillTally`). */
export function keepTurns(db: Statements, name: string, caseId: string, turns: readonly Turn[]): void {
  const text = JSON.stringify(turns);
  const table = `${name}_turn`;
  if (db.filling) {
    if (turns.length > 0) db.replace(table, caseId, [[caseId, text]]);
    // Of a try that failed half-way; into empty tables there is nothing to delete.
    else db.run(`DELETE FROM ${table} WHERE case_id = ?`, caseId);
    return;
  }
  const before = db.get<{ turns: string }>(`SELECT turns FROM ${table} WHERE case_id = ?`, caseId)?.turns ?? '[]';
  if (before === text) return;
  db.replace(table, caseId, turns.length > 0 ? [[caseId, text]] : []);
  for (const [what, period, of, by] of differences(JSON.parse(before) as Turn[], turns)) {
    db.run(
      `INSERT INTO ${name}_tally (what, period, of, n) VALUES (?, ?, ?, ?)
       ON CONFLICT (what, period, of) DO UPDATE SET n = n + excluded.n`,
      ...[what, period, of, by],
    );
    db.run(`DELETE FROM ${name}_tally WHERE what = ? AND period = ? AND of = ? AND n = 0`, what, period, of);
  }
}

/** A fact that moves one day of a case changes two sums or three, not those of all its years. */
function differences(before: readonly Turn[], after: readonly Turn[]): Turn[] {
  const sums = new Map<string, Turn>();
  const add = ([what, of, on, by]: Turn, sign: 1 | -1) => {
    for (const period of [`y${on.slice(0, 4)}`, `m${on.slice(0, 7)}`, `d${on}`]) {
      const key = JSON.stringify([what, period, of]);
      const so = sums.get(key)?.[3] ?? 0;
      sums.set(key, [what, period, of as CivilDate, so + sign * by]);
    }
  };
  for (const turn of before) add(turn, -1);
  for (const turn of after) add(turn, 1);
  return [...sums.values()].filter(([, , , by]) => by !== 0);
}

/** How many are in each thing at the end of a day, as it is known now. */
export function tallyOn(db: Statements, name: string, what: string, day: CivilDate): Map<string, number> {
  const [year, month] = [day.slice(0, 4), day.slice(0, 7)];
  const part = `SELECT of, n FROM ${name}_tally WHERE what = ? AND period`;
  const rows = db.all<{ of: string; n: number }>(
    `SELECT of, sum(n) AS n FROM (${part} >= 'y' AND period < ? UNION ALL ${part} >= ? AND period < ?
       UNION ALL ${part} >= ? AND period <= ?) GROUP BY of`,
    ...[what, `y${year}`],
    ...[what, `m${year}`, `m${month}`],
    ...[what, `d${month}`, `d${day}`],
  );
  return new Map(rows.filter(({ n }) => n !== 0).map(({ of, n }) => [of, n] as const));
}

/** The turns of some cases, few of them; `cases` is a question for their ids. */
export const turnsOfSome = (db: Statements, name: string, cases: string, ...values: readonly Value[]): Turn[] =>
  db
    .all<{ turns: string }>(`SELECT turns FROM ${name}_turn WHERE case_id IN (${cases})`, ...values)
    .flatMap(({ turns }) => JSON.parse(turns) as Turn[]);

/** The counts of a day as they would be without these turns. */
export function without(
  counts: ReadonlyMap<string, number>,
  turns: readonly Turn[],
  what: string,
  day: CivilDate,
): Map<string, number> {
  const found = new Map(counts);
  for (const [in_, of, on, by] of turns) if (in_ === what && on <= day) found.set(of, (found.get(of) ?? 0) - by);
  return found;
}
