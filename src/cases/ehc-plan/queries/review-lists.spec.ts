// The lists that the pages brought: worklist, absences, landing; on a real SQLite.
import type { Envelope } from '../../../store/codec.js';
import { civilDate } from '../../../kernel/calendar/index.js';
import { countAnew } from '../../../engine/processing/lists-for-tests.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { taskCount } from '../../../engine/deadlines/deadline-table.js';
import { after, ask, issued, personId, stateOf, step } from '../domain/history-for-tests.js';
import { apply, emptyRows, envelopes } from '../project-for-tests.js';
import { overdueReviews } from './overdue-rows.js';
import { countAbsences } from './review-absences.js';
import type { ReviewWorklistQuery } from './review-worklist-query.js';
import { countSteps } from './late-reviews.js';
import { countBeside, reviewWorklistRows, type Place } from './review-worklist-rows.js';
import { countLanding, weeksFrom } from './reviews-landing.js';

const today = civilDate('2026-06-01');
const robin = { id: personId, birthDate: '2012-08-31' };

/** Rows of nobody yet; a worker has a name here. */
function rowsWithNames(people: Parameters<typeof emptyRows>[0]): Statements {
  const db = emptyRows(people);
  db.database.exec('ALTER TABLE named_worker ADD COLUMN name TEXT');
  return db;
}

/** `a`: late, with a meeting and no decision. `b`: late, and nobody began. `c`: not due yet. */
function threePlans(): Statements {
  const db = rowsWithNames([robin]);
  db.run(
    'INSERT INTO named_worker VALUES (?, ?, ?, ?, ?, ?)',
    personId,
    'send-officer',
    'asha',
    '2020-01-01',
    '9999-12-31',
    'Asha',
  );
  const placed = { placementId: 'x', kind: 'EHE', from: civilDate('2025-01-01') } as const;
  apply(db, envelopes('a', after([issued('2025-03-01')], step.meeting('2026-01-10'))));
  apply(
    db,
    envelopes('b', after([issued('2025-04-01')], ask({ type: 'RecordPlacement', on: '2025-04-02', details: placed }))),
  );
  apply(db, envelopes('c', after([issued('2025-09-01')])));
  return db;
}

const list = (db: Statements, query: Partial<ReviewWorklistQuery>, asOf = '2026-06-01', limit = 50, place?: Place) =>
  reviewWorklistRows(db, civilDate(asOf), today, query, limit, place);
const plansIn = (found: ReturnType<typeof list>) => [...new Set(found.map(({ row }) => row.caseId))];

describe('what was missed: the invitations and the advice of a meeting that was held without them', () => {
  const missed = (db: Statements, asOf: string, query: Partial<ReviewWorklistQuery> = {}) =>
    list(db, { ...query, state: 'missed' }, asOf).map(({ row }) => [row.caseId, row.key, row.status, row.daysLate]);
  const ofPlanA = [
    ['a', 'adviceCirculated', 'missed', undefined],
    ['a', 'invitations', 'missed', undefined],
  ];

  it.each([
    ['2026-01-09', []],
    ['2026-01-10', ofPlanA],
    ['2026-01-11', ofPlanA],
    ['2026-06-01', ofPlanA],
    ['2026-07-01', ofPlanA],
  ])('on %s it is listed apart, with nobody late for it', (asOf, expected) => {
    const db = threePlans();
    expect(missed(db, asOf)).toEqual(expected);
    expect(countBeside(db, civilDate(asOf), today, {}, 'missed')).toBe(expected.length);
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
  ])(
    'is counted to a bound, so that a first page of a large area reads no more: up to %i there are %i',
    (upTo, steps) => expect(countBeside(threePlans(), today, today, {}, 'missed', upTo)).toBe(steps),
  );

  it('is no work: not on the worklist, not overdue, in no count; the filters hold for it', () => {
    const db = threePlans();
    const keys = [{}, { state: 'overdue' }, { state: 'absent' }] as const;
    expect(keys.flatMap((query) => list(db, query).map(({ row }) => row.key)).includes('invitations')).toBe(false);
    expect(overdueReviews(db, today, today, {}, 50).map(({ review }) => review.step)).not.toContain('invitations');
    expect(countSteps(db, today, today).find((each) => each.step === 'invitations')).toMatchObject({
      overdue: 0,
      absent: 0,
    });
    expect(missed(db, '2026-06-01', { step: 'invitations' })).toEqual([ofPlanA[1]]);
    expect(missed(db, '2026-06-01', { officer: 'nobody' })).toEqual([]);
  });

  it('leaves the list when it was done after all', () => {
    const db = rowsWithNames([robin]);
    const decided = after([issued('2025-03-01')], step.meeting('2026-01-10'), step.decision('2026-02-20', 'maintain'));
    const cycleId = stateOf(decided).cycles[0]!.id;
    apply(
      db,
      envelopes(
        'a',
        after(decided, {
          type: 'SendReport',
          on: '2026-03-01',
          recommends: 'maintain',
          sentTo: ['family'],
          cycleId,
          newCycleId: 'new',
        }),
      ),
    );
    const reports = (asOf: string) => missed(db, asOf, { step: 'report' }).length;
    expect(['2026-02-19', '2026-02-20', '2026-02-28', '2026-03-01', '2026-06-01'].map(reports)).toEqual([
      0, 1, 1, 0, 0,
    ]);
  });
});

test('of a child who has died, and of a person who was forgotten, nothing is listed or counted', () => {
  const db = threePlans();
  const counted = () => {
    const landing = countLanding(db, today, today, undefined);
    const reviews = landing.before + landing.weeks.reduce((sum, { reviews: each }) => sum + each, 0);
    return [list(db, {}).length, reviews, countAbsences(db, today).reduce((sum, { plans }) => sum + plans, 0)];
  };
  expect(counted().every((count) => count > 0)).toBe(true);
  // The projection of people writes before that of plans, which the same event tells of it.
  const happens = (type: string, died: string | null, forgotten: string | null) => {
    db.run('UPDATE young_person SET died_on = ?, forgotten_on = ?', died, forgotten);
    // Writing the row of a person moves the count of their tasks (`task-counts.spec.ts`).
    countAnew(db, taskCount);
    apply(db, [{ type, data: {}, stream: `youngPerson-${personId}` } as unknown as Envelope]);
  };
  happens('YoungPersonDied', '2026-06-02', null);
  expect(counted().every((count) => count > 0)).toBe(true);
  happens('FactCorrected', '2026-06-01', null);
  expect(counted()).toEqual([0, 0, 0]);
  happens('FactWithdrawn', null, null);
  expect(counted().every((count) => count > 0)).toBe(true);
  happens('YoungPersonForgotten', null, '2026-07-01');
  expect(counted()).toEqual([0, 0, 0]);
});

describe('the SEND worklist', () => {
  it('has the law’s first and the oldest first within it, with year group, placement and officer', () => {
    const rows = list(threePlans(), {}).map(({ row }) => row);
    const ranks = rows.map(({ force, dueOn }) => `${force === 'law' ? 1 : force === 'local' ? 3 : 4} ${dueOn}`);
    expect(ranks).toEqual([...ranks].sort());
    expect(rows.find(({ caseId }) => caseId === 'b')).toMatchObject({
      placement: 'EHE',
      officer: 'Asha',
      yearGroup: 9,
    });
  });

  it.each<[Partial<ReviewWorklistQuery>, string[]]>([
    [{ step: 'review', state: 'overdue' }, ['a']],
    [{ step: 'review', state: 'absent' }, ['b']],
    [{ step: 'review', state: 'due' }, ['c']],
    [{ step: 'report' }, ['a']],
    [{ step: 'review', placement: 'EHE' }, ['b']],
    [{ step: 'review', yearGroup: 9 }, ['a', 'b', 'c']],
    [{ step: 'review', yearGroup: 7 }, []],
    [{ step: 'review', officer: 'nobody' }, []],
    [{ step: 'review', school: '999999' }, []],
    [{ step: 'review', planAge: 1 }, ['a', 'b']],
  ])('filtered by %j', (query, plans) => expect(plansIn(list(threePlans(), query))).toEqual(plans));

  it('goes on after a place without a gap or a repetition', () => {
    const db = threePlans();
    const all = list(db, {});
    const first = list(db, {}, '2026-06-01', 3);
    const rest = list(db, {}, '2026-06-01', 50, first[2]?.place);
    expect([...first, ...rest].map(({ place }) => place.join())).toEqual(all.map(({ place }) => place.join()));
  });

  it('as of an earlier day knows nothing of what happened later', () =>
    expect(list(threePlans(), { step: 'report' }, '2025-12-31')).toEqual([]));
});

it.each([
  ['the day before', '2026-05-31', 1],
  ['on', '2026-06-01', 0],
  ['the day after', '2026-06-02', 0],
])('EHC-64: %s the 26th birthday, a review that was never held is on this many lists: %s, %i', (_, on, asked) => {
  const db = rowsWithNames([{ id: personId, birthDate: '2000-06-01' }]);
  apply(db, envelopes('a', after([issued('2024-03-01')])));
  const day = civilDate(on);
  const keys = list(db, {}, on).map(({ row }) => row.key);
  expect(keys.filter((key) => key === 'review')).toHaveLength(asked);
  expect(keys).toContain('endsAt25');
  expect(overdueReviews(db, day, day, {}, 50)).toHaveLength(asked);
  expect(countAbsences(db, day).find(({ cohort }) => cohort === 'first-review')).toMatchObject({ absent: asked });
  expect(countLanding(db, day, day, undefined).before).toBe(asked);
});

it('R7: absences are counted apart from what is late though begun, cohort by cohort', () => {
  const counted = countAbsences(threePlans(), today);
  expect(counted.find(({ cohort }) => cohort === 'EHE')).toMatchObject({ plans: 1, absent: 1, overdue: 0 });
  expect(counted.find(({ cohort }) => cohort === 'secondary')).toMatchObject({ plans: 3, absent: 1, overdue: 1 });
  expect(counted.find(({ cohort }) => cohort === 'first-review')).toMatchObject({ plans: 3, absent: 1, overdue: 1 });
  expect(counted.find(({ cohort }) => cohort === 'primary')).toMatchObject({ plans: 0, absent: 0, overdue: 0 });
});

describe('reviews landing', () => {
  it('counts each in its week, and those before this week apart', () => {
    const { before, weeks } = countLanding(threePlans(), today, today, undefined);
    expect(before).toBe(2);
    expect(weeks).toHaveLength(26);
    // EHC-01: twelve months starting with 1 Sep 2025 end on 31 Aug 2026, a Monday.
    expect(weeks.filter(({ reviews }) => reviews > 0)).toEqual([{ from: '2026-08-31', reviews: 1 }]);
    expect(countLanding(threePlans(), today, today, 'nobody').before).toBe(0);
  });

  it('a Sunday belongs to the week that its Monday began; what lies beyond the last week is left out', () => {
    const monday = civilDate('2026-06-01');
    const weeks = weeksFrom(monday, [
      { on: civilDate('2026-06-07'), count: 2 },
      { on: civilDate('2026-06-08'), count: 1 },
      { on: civilDate('2027-06-08'), count: 9 },
    ]);
    expect(weeks.slice(0, 3).map(({ reviews }) => reviews)).toEqual([2, 1, 0]);
    expect(weeks.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(3);
  });
});

describe('ADR 32: what a return does not tell', () => {
  const returned = () => {
    const db = threePlans();
    const review = ask({
      type: 'RecordReturnedReview',
      on: '2026-01-15',
      loadedOn: civilDate('2026-02-01'),
      newCycleIds: ['m', 'd'],
      meetingOn: civilDate('2025-10-01'),
      outcome: 'amend',
      decisionSentOn: civilDate('2025-10-20'),
    });
    apply(db, envelopes('r', after([issued('2024-11-01')], review)));
    return db;
  };

  it.each(['2026-06-01', '2026-05-20', '2026-07-01'])(
    'on %s the count leads to as many rows, none of them late',
    (on) => {
      const db = returned();
      const untold = list(db, { state: 'not-known' }, on);
      expect(plansIn(untold)).toEqual(['r']);
      expect(countBeside(db, civilDate(on), today, {}, 'not-known')).toBe(untold.length);
      expect(untold.every(({ row }) => row.status === 'not known' && !('daysLate' in row))).toBe(true);
      expect(list(db, {}, on).some(({ row }) => row.status === 'not known' || row.daysLate === undefined)).toBe(false);
    },
  );

  it('is counted under the filters of the list, whatever status is chosen', () => {
    const db = returned();
    const count = (query: object) => countBeside(db, today, today, query, 'not-known');
    expect([count({ state: 'overdue' }), count({ phase: 'secondary' }), count({ phase: 'primary' })]).toEqual([
      1, 1, 0,
    ]);
    expect(countBeside(threePlans(), today, today, {}, 'not-known')).toBe(0);
  });
});
