// Up to which day the loaded returns tell; on a real SQLite, with the table of loads as it is made.
import { civilDate } from '../../../kernel/calendar/index.js';
import { loadingSlice } from '../../../apps/loading/index.js';
import { emptyLists } from '../../../engine/processing/lists-for-tests.js';
import { returnsLoaded } from './returns-loaded.js';

function given(...loads: readonly (readonly [kind: string, authority: string | null, day: string | null])[]) {
  const db = emptyLists(...loadingSlice.projections);
  loads.forEach(([kind, authority, day], nth) =>
    db.run('INSERT INTO loaded_file VALUES (?, ?, ?, ?, ?, 1)', `load-${nth}`, kind, 'a-hash', authority, day),
  );
  return db;
}

it.each([
  ['the day before', '2026-01-14', ['2025-01-16']],
  ['on', '2026-01-15', ['2026-01-15']],
  ['the day after', '2026-01-16', ['2026-01-15']],
])('%s the reference date of a second return (%s), the latest that counts tells up to %j', (_, asOf, days) => {
  const db = given(['sen2', '882', '2025-01-16'], ['sen2', '882', '2026-01-15']);
  expect(returnsLoaded(db, civilDate(asOf)).map(({ endsOn }) => endsOn)).toEqual(days);
});

it('each authority has its own; files that are no returns have none', () => {
  const db = given(['sen2', '882', '2025-01-16'], ['sen2', '881', '2024-01-18'], ['camhs', null, null]);
  expect(returnsLoaded(db, civilDate('2026-11-30'))).toEqual([
    { authority: '881', endsOn: '2024-01-18' },
    { authority: '882', endsOn: '2025-01-16' },
  ]);
});
