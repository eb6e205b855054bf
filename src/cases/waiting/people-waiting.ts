// How many people wait, on any list or filter of lists: a person with several waits is one (WAIT-40). Kept for the clocks that still run.
import type { Statements } from '../../engine/processing/statements.js';
import { never } from '../../engine/deadlines/deadline-table.js';
import type { OnList } from './list-turns.js';

/** `filter`: by which of the three names; the others are empty. */
export const peopleTable = `
CREATE TABLE wait_people (
  filter INTEGER NOT NULL, pathway TEXT NOT NULL, service TEXT NOT NULL, provider TEXT NOT NULL, people INTEGER NOT NULL,
  PRIMARY KEY (filter, pathway, service, provider)
) STRICT, WITHOUT ROWID;`;

const running = `recorded_to = '${never}' AND clock_end = '${never}'`;

type Key = readonly [filter: number, pathway: string, service: string, provider: string];

/** Every filter that a list can be found by. */
const names = ['pathway', 'service', 'provider'] as const;
const filters = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const asks = (filter: number, at: number): boolean => (filter & (1 << at)) !== 0;

/** The count that answers a filter; for a whole list, each of the filters that find it. */
export function keyOf(
  list: Partial<OnList>,
  filter = names.reduce((bits, name, at) => bits | (list[name] === undefined ? 0 : 1 << at), 0),
): Key {
  const [pathway = '', service = '', provider = ''] = names.map((name, at) => (asks(filter, at) ? list[name] : ''));
  return [filter, pathway, service, provider];
}

/** For a rebuild, when every wait is there. */
export const fillPeople = filters
  .map((filter) => {
    const columns = names.map((name, at) => (asks(filter, at) ? name : "''")).join(', ');
    return `INSERT INTO wait_people SELECT ${filter}, ${columns}, count(DISTINCT person_id) FROM wait_clock WHERE ${running} GROUP BY ${columns};`;
  })
  .join('\n');

/** Carries out what changes a wait of these people, and counts them anew. In a rebuild they are counted at the end. */
export function keepPeople(db: Statements, personIds: readonly string[], work: () => void): void {
  if (db.filling) return work();
  const before = personIds.map((id) => filtersOf(db, id));
  work();
  for (const [index, id] of personIds.entries()) {
    const after = filtersOf(db, id);
    for (const key of after) if (!before[index]?.has(key)) add(db, key, 1);
    for (const key of before[index] ?? []) if (!after.has(key)) add(db, key, -1);
  }
}

function filtersOf(db: Statements, personId: string): Set<string> {
  const lists = db.all<OnList & Record<string, string>>(
    `SELECT DISTINCT c.pathway, c.service, c.provider FROM wait_case w CROSS JOIN wait_clock c ON c.case_id = w.id
     WHERE w.person_id = ? AND c.${running.replace('AND ', 'AND c.')}`,
    personId,
  );
  return new Set(lists.flatMap((list) => filters.map((filter) => JSON.stringify(keyOf(list, filter)))));
}

function add(db: Statements, key: string, by: 1 | -1): void {
  const parts = JSON.parse(key) as Key;
  db.run(
    `INSERT INTO wait_people VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (filter, pathway, service, provider) DO UPDATE SET people = people + excluded.people`,
    ...parts,
    by,
  );
  const none = 'filter = ? AND pathway = ? AND service = ? AND provider = ? AND people = 0';
  db.run(`DELETE FROM wait_people WHERE ${none}`, ...parts);
}
