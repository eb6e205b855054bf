// The names of schools and colleges for whoever has their numbers: asked once for a page, by index, however long the list is.
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Statements } from '../processing/statements.js';

interface Called {
  readonly urn: string;
  readonly ukprn: string | null;
  readonly name: string;
  readonly shared: number;
}

/** By URN or UKPRN: its name on that day, with the URN where another has the same name. Whoever is not on the list is not in it. */
export function schoolNames(
  db: Statements,
  numbers: Iterable<string | null | undefined>,
  day: CivilDate,
): ReadonlyMap<string, string> {
  const wanted = [...new Set(numbers)].filter((one) => typeof one === 'string');
  if (wanted.length === 0) return new Map();
  const asked = JSON.stringify(wanted);
  const found = (column: 'urn' | 'ukprn') =>
    db.all<Called>(
      `SELECT s.urn, s.ukprn, c.name,
         EXISTS (SELECT 1 FROM school o WHERE o.sort_name = s.sort_name AND o.urn <> s.urn) AS shared
       FROM school s JOIN school_called c ON c.id = s.id AND c.from_on <= ?1 AND c.to_on > ?1
       WHERE s.${column} IN (SELECT value FROM json_each(?2)) ORDER BY s.status <> 'open', s.urn DESC`,
      day,
      asked,
    );
  const named = new Map<string, string>();
  // A college that became another keeps its UKPRN: the open one, or else the last, is meant, whoever else is asked about by URN.
  for (const column of ['urn', 'ukprn'] as const)
    for (const one of found(column)) {
      const number = one[column];
      if (number === null || named.has(number)) continue;
      named.set(number, one.shared === 1 ? `${one.name} (URN ${one.urn})` : one.name);
    }
  return named;
}

/** The numbers of schools and colleges in what an event says, however deep. */
export const schoolNumbersIn = (data: object): readonly string[] =>
  Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return schoolNumbersIn(value);
    return typeof value === 'string' && /^(urn|ukprn|institution)$/.test(name) ? [value] : [];
  });
