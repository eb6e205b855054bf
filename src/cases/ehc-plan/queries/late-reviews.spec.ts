// The counts of late reviews against the lists behind them: by step what the worklist lists, by phase every plan once.
import type { Envelope } from '../../../store/codec.js';
import { countAnew } from '../../../engine/processing/lists-for-tests.js';
import { taskCount } from '../../../engine/deadlines/deadline-table.js';
import { civilDate } from '../../../kernel/calendar/index.js';
import type { EhcFact } from '../domain/events.js';
import { after, issued, personId, step } from '../domain/history-for-tests.js';
import { apply, emptyRows, envelopes } from '../project-for-tests.js';
import { countPhases, countSteps } from './late-reviews.js';
import { reviewSteps } from './overdue-filter.js';
import { reviewWorklistRows } from './review-worklist-rows.js';
import { countAbsences } from './review-absences.js';

const today = civilDate('2026-06-01');

/** `a`: late, with a meeting and no decision. `b`: late, and nobody began. `c`: not due yet. */
function threePlans(birthDate = '2012-08-31') {
  const db = emptyRows([{ id: personId, birthDate }]);
  db.database.exec('ALTER TABLE named_worker ADD COLUMN name TEXT');
  apply(db, envelopes('a', after([issued('2025-03-01')], step.meeting('2026-01-10'))));
  apply(db, envelopes('b', after([issued('2025-04-01')])));
  apply(db, envelopes('c', after([issued('2025-09-01')])));
  return db;
}

test.each(['2026-06-01', '2026-02-20', '2027-03-01'])('on %s each count of a step is as long as its list', (day) => {
  const db = threePlans();
  const asOf = civilDate(day);
  const counted = countSteps(db, asOf, today);
  expect(counted.map((one) => one.step)).toEqual(reviewSteps);
  for (const counts of counted)
    for (const state of ['overdue', 'absent', 'due'] as const) {
      const listed = reviewWorklistRows(db, asOf, today, { step: counts.step, state }, 500);
      expect([counts.step, state, counts[state]]).toEqual([counts.step, state, listed.length]);
    }
  expect(counted.some(({ overdue, absent, due }) => overdue + absent + due > 0)).toBe(true);
});

test('each plan in force stands in one phase, late ones begun apart from those with nothing on record', () => {
  const phases = countPhases(threePlans(), today);
  expect(phases.filter(({ plans }) => plans > 0)).toEqual([{ phase: 'secondary', plans: 3, overdue: 1, absent: 1 }]);
});

test('a plan whose year group is not known is counted by itself, and so is one beyond every phase', () => {
  const other = (id: string): EhcFact[] => [
    { ...issued('2025-04-01'), data: { ...issued('2025-04-01').data, personId: id } } as EhcFact,
  ];
  const db = emptyRows([
    { id: personId, birthDate: '2012-08-31' },
    { id: 'born long ago', birthDate: '1905-01-01' },
    { id: 'nobody knows when', birthDate: null },
  ]);
  db.database.exec('ALTER TABLE named_worker ADD COLUMN name TEXT');
  apply(db, envelopes('a', after([issued('2025-03-01')], step.meeting('2026-01-10'))));
  apply(db, envelopes('b', other('nobody knows when')));
  apply(db, envelopes('c', other('born long ago')));
  // No review is asked of a plan from the 26th birthday on: it is counted as a plan, and late for nothing.
  expect(countPhases(db, today).filter(({ plans }) => plans > 0)).toEqual([
    { phase: 'secondary', plans: 1, overdue: 1, absent: 0 },
    { phase: 'not-known', plans: 2, overdue: 0, absent: 1 },
  ]);
  const apart = countAbsences(db, today).find(({ cohort }) => cohort === 'not-known');
  expect(apart).toMatchObject({ filter: { phase: 'not-known' }, plans: 2, overdue: 0, absent: 1 });
  const listed = reviewWorklistRows(db, today, today, { step: 'review', state: 'absent', phase: 'not-known' }, 50);
  expect(listed.map(({ row }) => row.caseId)).toEqual(['b']);
});

test('of a child who has died nothing is counted', () => {
  const db = threePlans();
  db.run('UPDATE young_person SET died_on = ?', '2026-05-01');
  // Writing the row of a person moves the count of their tasks (`task-counts.spec.ts`).
  countAnew(db, taskCount);
  apply(db, [{ type: 'YoungPersonDied', data: {}, stream: `youngPerson-${personId}` } as unknown as Envelope]);
  expect(countPhases(db, today).every(({ plans }) => plans === 0)).toBe(true);
  expect(countSteps(db, today, today).every(({ overdue, absent, due }) => overdue + absent + due === 0)).toBe(true);
});
