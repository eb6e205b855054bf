// Counts of gates and of discharges, and the names behind them: always the same cases.
import type { Actor } from '../../../kernel/envelope.js';
import { transitionEvents as events } from '../domain/events.js';
import { day, opened } from '../domain/transitions-for-tests.js';
import { database, project } from '../project-for-tests.js';
import { dischargesOf } from './list-discharges.js';
import { gateCounts } from './register-counts.js';
import { nextGates, registerRows } from './register-rows.js';

const manager: Actor = { id: 'ella', role: 'manager', organisation: 'council' };
const caseOf = (personId: string, more = {}) => {
  const fact = opened('a', more);
  return { ...fact, data: { ...fact.data, personId } };
};
const closed = (on: string, destination: string) => events.camhsClosed.fact(day(on), { destination });

const filled = () => {
  const db = database(
    { id: 'p1', birthDate: '2008-05-15' },
    { id: 'p2', birthDate: '2008-02-10' },
    { id: 'p3', birthDate: '2011-10-10' },
    { id: 'p4', birthDate: '2008-03-01' },
  );
  project(db, 't1', caseOf('p1'));
  project(db, 't2', caseOf('p2'), closed('2026-08-31', 'PRIMARY_CARE_GP'));
  project(db, 't3', caseOf('p3', { send: true }));
  return project(db, 't4', caseOf('p4'), closed('2026-09-01', 'PROGRESSIONS'));
};

test.each(['2026-01-13', '2026-05-15', '2026-08-31'])(
  'TRN-03: on %s each gate counts the lines of the register',
  (on) => {
    const db = filled();
    // Asked on a day when all of it had happened.
    const today = day('2026-09-01');
    const listed = (gate: string) => registerRows(db, { actor: manager, asOf: day(on) }, { gate, limit: 50, today });
    const counted = gateCounts(db, { actor: manager, asOf: day(on) }, today);
    expect(counted).toEqual(nextGates.map((gate) => ({ gate, cases: listed(gate).length })));
    expect(counted.some(({ cases }) => cases > 0)).toBe(true);
  },
);

test('TRN-06: 31 August is the last day of a year, 1 September the first of the next; nobody is listed before it happened', () => {
  const db = filled();
  const ids = (asOf: string, query = {}) => dischargesOf(db, day(asOf), query, 50).map(({ id }) => id);
  expect(ids('2026-12-01')).toEqual(['t4']);
  expect(ids('2026-12-01', { year: 2025 })).toEqual(['t2']);
  expect(ids('2026-08-30')).toEqual([]);
  expect(ids('2026-12-01', { year: 2025, destination: 'PROGRESSIONS' })).toEqual([]);
});

test('a closed case without a destination is listed under "not recorded", page by page', () => {
  const db = filled();
  db.run('UPDATE transition_case SET closed_to = NULL WHERE id = ?', 't2');
  const listed = dischargesOf(db, day('2026-08-31'), { destination: 'NOT_RECORDED' }, 50);
  expect(listed.map(({ id, destination }) => [id, destination])).toEqual([['t2', 'NOT_RECORDED']]);
  expect(dischargesOf(db, day('2026-08-31'), {}, 50, ['2026-08-31', 't2'])).toEqual([]);
});
