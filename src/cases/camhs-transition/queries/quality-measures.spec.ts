// TRN-22 and TRN-23 over real rows: who counts, and what does not count as a meeting or a plan.
import { transitionEvents as events, type TransitionFact } from '../domain/events.js';
import { day, opened } from '../domain/transitions-for-tests.js';
import { database, project } from '../project-for-tests.js';
import { qualityMeasures } from './quality-measures.js';

const meeting = (on: string): TransitionFact => events.markRecorded.fact(day(on), { mark: 'annualMeeting' });
const plan = (on: string): TransitionFact =>
  events.jointPlanAgreed.fact(day(on), { youngPerson: 'signed', family: 'signed', promisedContacts: [] });
const shares = (db: ReturnType<typeof database>, on: string) =>
  qualityMeasures(db, day(on)).map(({ rule, young, met, percent }) => [rule, young, met, percent]);

function area() {
  const born = (id: string, birthDate = '2008-05-15') => ({ id, birthDate });
  const db = database(born('p1'));
  project(db, 't1', opened(), meeting('2025-03-01'), plan('2025-12-01'));
  project(db, 't2', opened('b'));
  return project(db, 't3', opened(), meeting('2024-05-01'));
}

test('TRN-22: a meeting counts for twelve months, and not before it took place', () => {
  const on = ['2025-02-28', '2025-03-01', '2026-03-01', '2026-03-02'];
  expect(on.map((date) => shares(area(), date)[0])).toEqual([
    ['TRN-22', 3, 1, 33.3],
    ['TRN-22', 3, 2, 66.7],
    ['TRN-22', 3, 1, 33.3],
    ['TRN-22', 3, 0, 0],
  ]);
});

test('TRN-23: a plan counts from the day on which it was agreed, in either protocol', () => {
  const db = area();
  project(db, 't4', opened('b'), plan('2026-01-10'));
  const on = ['2025-11-30', '2025-12-01', '2026-01-10'];
  expect(on.map((date) => shares(db, date)[1])).toEqual([
    ['TRN-23', 4, 0, 0],
    ['TRN-23', 4, 1, 25],
    ['TRN-23', 4, 2, 50],
  ]);
});

test('TRN-22, TRN-23: nobody counts before school year 9, and a share of nobody is none', () => {
  const db = database({ id: 'p1', birthDate: '2012-10-15' });
  project(db, 't1', opened());
  expect(shares(db, '2025-08-31')).toEqual([
    ['TRN-22', 0, 0, undefined],
    ['TRN-23', 0, 0, undefined],
  ]);
  expect(shares(db, '2026-09-01')[0]).toEqual(['TRN-22', 1, 0, 0]);
});
