// A page of a worklist costs a page, however many deadlines there are: each question is answered from an index in its own order.
import { answerTo } from '../use-cases/offers.js';
import { createIndexes, createTables } from '../processing/projection.js';
import { setAsideTable } from '../processing/set-aside.js';
import { caseTypes, projections } from '../../apps/cases.js';
import { civilDate } from '../../kernel/calendar/index.js';
import { FixedClock } from '../../kernel/clock.js';
import type { ReadSide } from '../processing/read-side.js';
import { Statements, type Row, type Value } from '../processing/statements.js';
import { openDatabase } from '../../store/sqlite-files/open-database.js';
import { countSteps } from '../../cases/ehc-plan/queries/late-reviews.js';
import { countLanding } from '../../cases/ehc-plan/queries/reviews-landing.js';
import { getReviewWorklist } from '../../cases/ehc-plan/queries/review-worklist.js';
import { countBeside, reviewWorklistRows } from '../../cases/ehc-plan/queries/review-worklist-rows.js';
import { countSetAside, setAsideOf, standsStill } from './set-aside-cases.js';
import { countTasksOn } from './queries/count-worklist.js';
import { worklistRows, worklistStatuses } from './worklist-rows.js';

const today = civilDate('2026-06-01');

/** Asks SQLite how it would answer, instead of answering. */
class Planned extends Statements {
  readonly steps: string[] = [];

  override all<R = Row>(sql: string, ...values: readonly Value[]): R[] {
    const plan = super.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
    this.steps.push(...plan.map(({ detail }) => detail));
    return [];
  }

  override get<R = Row>(sql: string, ...values: readonly Value[]): R | undefined {
    return this.all<R>(sql, ...values)[0];
  }
}

function planned(ask: (db: Planned) => unknown): readonly string[] {
  const db = new Planned(openDatabase(':memory:'));
  db.database.exec(setAsideTable);
  for (const projection of projections) {
    createTables(db, projection);
    createIndexes(db, projection);
  }
  ask(db);
  db.database.close();
  expect(db.steps.length).toBeGreaterThan(0);
  return db.steps;
}

const scans = (steps: readonly string[]) => steps.filter((step) => /^SCAN (w|d|p|r|y)\b/.test(step));
const sorts = (steps: readonly string[]) => steps.filter((step) => step.includes('ORDER BY'));

test.each([undefined, ...worklistStatuses])('the worklist of every pathway, %s', (status) => {
  const steps = planned((db) => worklistRows(db, today, today, { status }, 50));
  expect([scans(steps), sorts(steps)]).toEqual([[], []]);
});

test('the next page of a worklist begins where the last ended', () => {
  const steps = planned((db) => worklistRows(db, today, today, {}, 50, [1, '2026-05-01', 'a', 'b', 'decision']));
  expect(scans(steps)).toEqual([]);
  expect(steps.filter((step) => step.includes('deadline_open (pathway=? AND (force_rank'))).toHaveLength(
    caseTypes.pathways.length,
  );
});

test('the worklist of one worker goes by the people they hold', () => {
  const steps = planned((db) => worklistRows(db, today, today, { workerId: 'asha.caseworker' }, 50));
  expect(scans(steps)).toEqual([]);
  expect(steps.join()).toMatch(/INDEX deadline_(open_)?person/);
});

test('the SEND worklist', () => {
  const steps = planned((db) => reviewWorklistRows(db, today, today, {}, 50));
  expect(scans(steps)).toEqual([]);
  expect(steps.join()).toContain('INDEX deadline_open (pathway=?)');
  // The places and the officers of the rows shown, and nothing of the list as a whole.
  expect(sorts(steps)).toHaveLength(2);
});

test.each(['not-known', 'missed'] as const)(
  'the count of what is %s beside a first page ends at its bound',
  (state) => {
    const steps = planned((db) => countBeside(db, today, today, {}, state));
    expect(scans(steps)).toEqual([]);
    expect(steps.join()).toContain(`INDEX deadline_${state === 'missed' ? 'missed' : 'untold'} (pathway=?)`);
  },
);

test.each([
  ['today without a filter', {}, today, true],
  ['today, by state', { state: 'overdue' }, today, true],
  ['only mine', { officer: 'asha.caseworker' }, today, false],
  ['the day before', {}, civilDate('2026-05-31'), false],
] as const)('%s: beside a first page is counted only what ends at its bound', async (_, query, asOf, isCounted) => {
  const readSide = new Statements(openDatabase(':memory:'));
  readSide.database.exec(setAsideTable);
  for (const projection of projections) {
    createTables(readSide, projection);
    createIndexes(readSide, projection);
  }
  const clock = new FixedClock(`${today}T09:00:00.000Z`);
  const actor = { id: 'asha.caseworker', role: 'send-caseworker', organisation: 'council' };
  const given = [{ db: readSide } as ReadSide, clock] as const;
  const { notKnown, missed } = await answerTo(
    getReviewWorklist,
    getReviewWorklist.of({}, query, { actor, asOf }),
    given,
  );
  readSide.database.close();
  expect([notKnown, missed]).toEqual(isCounted ? [0, 0] : [undefined, undefined]);
});

test('what every page says of cases that stand still is one question, and reads nobody who does not', () => {
  const asks = [
    (db: Planned) => countSetAside(db, caseTypes, ['ehc']),
    (db: Planned) => standsStill(db, 'somebody'),
    (db: Planned) => setAsideOf(db, caseTypes, ['ehc']),
  ];
  const [counted, person, named] = asks.map((ask) => planned(ask).filter((step) => /^(SCAN|SEARCH) /.test(step)));
  expect(counted).toEqual(['SCAN set_aside']);
  for (const steps of [person, named]) {
    expect(steps?.filter((step) => step.startsWith('SCAN '))).toEqual(['SCAN a']);
    expect(steps?.[1]).toMatch(/^SEARCH s USING (PRIMARY KEY|COVERING INDEX person_stream_of|INDEX person_stream_of)/);
  }
});

test('the list of what was missed goes by its own index, in its order', () => {
  const steps = planned((db) => reviewWorklistRows(db, today, today, { state: 'missed' }, 50));
  expect(scans(steps)).toEqual([]);
  expect(steps.join()).toContain('INDEX deadline_missed (pathway=?)');
  expect(sorts(steps)).toHaveLength(2);
});

/** Tables behind a count; what lies ahead of the day is found by these indexes, and by no other way. */
const everybody = [
  (db: Planned) => countTasksOn(db, today, today, {}),
  (db: Planned) => countTasksOn(db, today, today, { pathways: ['transition', 'waiting'] }),
  (db: Planned) => countSteps(db, today, today),
  (db: Planned) => countLanding(db, today, today, undefined),
];

test.each(everybody)('a count of everybody reads days, and of people only those whose dates lie ahead', (ask) => {
  const steps = planned(ask).filter((step) => /^(SCAN|SEARCH) /.test(step));
  const of = (table: string) =>
    steps.filter((step) => step.includes(` ${table} `)).map((step) => step.split(' USING ')[1]);
  expect(of('d').map((by) => by?.replace(/^INDEX /, ''))).toEqual([
    'deadline_open_from (valid_from>?)',
    'deadline_open_begun (began_on>? AND began_on<?)',
    'deadline_open_person (person_id=?)',
    'deadline_open_lapses (lapses_on<?)',
    // Of the few who are said to have died: what is not asked meanwhile.
    'deadline_open_person (person_id=?)',
  ]);
  expect(of('p')).toEqual(['COVERING INDEX young_person_gone (died_on>?)']);
  expect(of('gone').every((by) => by === 'PRIMARY KEY (id=?)')).toBe(true);
  expect(steps.filter((step) => step.startsWith('SCAN ') && / (d|p|gone|w)\b/.test(step))).toEqual([]);
});

test('a count of one step of the reviews reads the days of that step', () => {
  expect(planned((db) => countLanding(db, today, today, undefined)).join()).toContain(
    'SEARCH task_count USING PRIMARY KEY (pathway=? AND key=?)',
  );
});

test('a count of a worker’s reads their people', () => {
  const steps = planned((db) => countTasksOn(db, today, today, { workerId: 'asha.caseworker' }));
  expect(scans(steps)).toEqual([]);
  expect(steps.join()).toContain('INDEX deadline_open_person (person_id=?)');
});
