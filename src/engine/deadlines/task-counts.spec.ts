// The counts that are kept against the rows themselves, counted one by one: whatever happens, in whatever order.
import '../../apps/cases.js';
import fc from 'fast-check';
import { countSteps } from '../../cases/ehc-plan/queries/late-reviews.js';
import { countLanding } from '../../cases/ehc-plan/queries/reviews-landing.js';
import { addDays, civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import { countAnew, emptyLists } from '../processing/lists-for-tests.js';
import type { Statements } from '../processing/statements.js';
import { cellsOf, type RowOf } from '../processing/table.js';
import { insertRows, writeRows, type Wanted } from '../processing/write-rows.js';
import { youngPeopleProjection } from '../../cases/young-person/projection.js';
import { youngPeopleTables } from '../../cases/young-person/tables.js';
import { areaSettingsProjection } from '../settings/projection.js';
import { deadlineRow, never, openTask, taskCount, type DeadlineRow } from './deadline-table.js';
import { worklistProjection } from './projection.js';
import { countTasksOn } from './queries/count-worklist.js';

const today = civilDate('2026-06-01');
const day = (offset: number): CivilDate => addDays(today, offset);
const aDay = fc.integer({ min: -4, max: 4 }).map(day);
const orNever = fc.option(aDay, { nil: never });
const orNull = fc.option(aDay, { nil: null });

const aTask = fc.record({
  subject: fc.constantFrom('s1', 's2'),
  key: fc.constantFrom('review', 'decision', 'TRN-A1.1'),
  pathway: fc.constantFrom('ehc', 'transition'),
  from: aDay,
  to: orNever,
  isTask: fc.constantFrom(true, true, true, false),
  due: aDay,
  began: orNever,
  met: fc.oneof(fc.constant(never), orNever),
  lapses: orNever,
});
type Task = typeof aTask extends fc.Arbitrary<infer T> ? T : never;

const people = ['p1', 'p2', 'p3'];
/** A plan of each person, so that a case is always of the same one, as it is in life. */
const aStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ of: fc.constantFrom(...people), tasks: fc.array(aTask, { maxLength: 6 }) }) },
  fc.record({ of: fc.constantFrom(...people), diedOn: orNull, forgottenOn: fc.option(aDay, { nil: null, freq: 2 }) }),
  fc.record({ of: fc.constantFrom(...people), removed: fc.constant(true) }),
);
type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never;

const deadlineOf = (of: string, task: Task): DeadlineRow => ({
  ...{ case_id: `case-${of}`, subject_id: task.subject, scope: 'cycle', key: task.key, pathway: task.pathway },
  ...{ valid_from: task.from, valid_to: task.to, person_id: of, subject_label: 'a review', rule_id: 1, force_rank: 1 },
  ...{ is_task: task.isTask, opens_on: null, due_on: task.due, began_on: task.began, met_on: task.met, met_by: null },
  ...{ not_evidenced: false, trigger_fact: 'issued', trigger_on: task.from, trigger_event: 'e1' },
  ...{ comparison_label: null, comparison_due_on: null, untold: false, lapses_on: task.lapses, missed: false },
});

const lists = (): Statements => emptyLists(worklistProjection, areaSettingsProjection, youngPeopleProjection);

/** As projections write: all rows of a case or a person anew. */
function happen(db: Statements, step: Step, write: (id: string, wanted: Wanted) => void = followed(db)): void {
  const person = (rows: Wanted['rows']) => write(step.of, { table: youngPeopleTables.young_person, rows });
  if ('tasks' in step)
    write(`case-${step.of}`, {
      table: deadlineRow,
      rows: step.tasks.map((task) => cellsOf(deadlineRow, deadlineOf(step.of, task))),
    });
  else if ('removed' in step) person([]);
  else person([cellsOf(youngPeopleTables.young_person, personRow(step.of, step.diedOn, step.forgottenOn))]);
}

const followed =
  (db: Statements) =>
  (id: string, wanted: Wanted): void =>
    writeRows(db, id, [wanted]);

const personRow = (
  id: string,
  diedOn: string | null,
  forgottenOn: string | null,
): RowOf<(typeof youngPeopleTables)['young_person']> => ({
  ...{ id, given_name: '', family_name: '', birth_date: null, sex: null, ethnicity: null, postcode: null },
  ...{ send_status: '', responsible: '', nhs_number: null, upn: null, registered_on: '', moved_on: null },
  ...{ died_on: diedOn, search_key: null, given_key: null, birth_event: null, forgotten_on: forgottenOn },
  ...{ send_needs: false, send_since: null, send_event: null, send_denied_on: null },
});

const rows = (db: Statements) => db.cells('SELECT * FROM task_count ORDER BY 1, 2, 3, 4');

type Kept = Readonly<Record<'pathway' | 'key' | 'due_on' | 'began_on', string>>;

/** Row by row, in the words of the lists: of today and later, what is met or no longer holds is not open, whenever that was; nor what is not asked any more on the day. */
function slowly(db: Statements, asOf: CivilDate, pathway?: string) {
  const open = db
    .all<Kept>(
      `SELECT d.* FROM deadline_row d LEFT JOIN young_person p ON p.id = d.person_id WHERE ${openTask('d.')} AND d.valid_from <= ?1
       AND d.lapses_on > ?1 AND (p.died_on IS NULL OR p.died_on > ?1) AND p.forgotten_on IS NULL`,
      asOf,
    )
    .filter((row) => (pathway ?? row.pathway) === row.pathway);
  const number = (test: (row: Kept) => boolean) => open.filter(test).length;
  const late = ({ due_on }: Kept) => due_on < asOf;
  const begun = ({ began_on }: Kept) => began_on <= asOf;
  const near = ({ due_on }: Kept) => due_on >= asOf && due_on <= addDays(asOf, 14);
  const ofKey = (key: string) => (row: Kept) => row.pathway === 'ehc' && row.key === key;
  const step = (key: string) => ({
    overdue: number((row) => ofKey(key)(row) && late(row) && begun(row)),
    absent: number((row) => ofKey(key)(row) && late(row) && !begun(row)),
    due: number((row) => ofKey(key)(row) && !late(row)),
  });
  return {
    worklist: {
      overdue: number((row) => late(row) && begun(row)),
      absent: number((row) => late(row) && !begun(row)),
      soon: number(near),
      later: number((row) => !late(row) && !near(row)),
    },
    review: step('review'),
    decision: step('decision'),
    landing: number(ofKey('review')),
  };
}

function asAsked(db: Statements, asOf: CivilDate, pathway?: string) {
  const steps = countSteps(db, asOf, today);
  const step = (name: string) => {
    const { overdue, absent, due } = steps.find((one) => one.step === name)!;
    return { overdue, absent, due };
  };
  const { before, weeks } = countLanding(db, asOf, today, undefined);
  return {
    worklist: countTasksOn(db, asOf, today, { pathways: pathway === undefined ? undefined : [pathway] }),
    review: step('review'),
    decision: step('decision'),
    landing: weeks.reduce((sum, { reviews }) => sum + reviews, before),
  };
}

test('whatever rows come, change and go, and whoever dies, returns or is forgotten, the counts are those of the rows', () => {
  fc.assert(
    fc.property(fc.array(aStep, { minLength: 1, maxLength: 12 }), (steps) => {
      const db = lists();
      for (const step of steps) happen(db, step);
      for (const ahead of [0, 1, 2, 3, 5]) {
        expect(asAsked(db, day(ahead))).toEqual(slowly(db, day(ahead)));
        expect(asAsked(db, day(ahead), 'ehc').worklist).toEqual(slowly(db, day(ahead), 'ehc').worklist);
      }
      const kept = rows(db);
      countAnew(db, taskCount);
      expect(rows(db)).toEqual(kept);
      db.database.close();
    }),
    { numRuns: 100 },
  );
});

const plain: Task = {
  subject: 's1',
  key: 'review',
  pathway: 'ehc',
  from: day(-4),
  to: never,
  isTask: true,
  due: day(-1),
  began: never,
  met: never,
  lapses: never,
};

test('a rebuild counts at the end what following would have counted one by one', () => {
  const db = lists();
  const filled = (_: string, wanted: Wanted) => insertRows(db, wanted);
  happen(db, { of: 'p1', tasks: [plain, { ...plain, key: 'decision', began: day(-2) }] }, filled);
  happen(db, { of: 'p2', tasks: [plain] }, filled);
  happen(db, { of: 'p2', diedOn: day(-2), forgottenOn: null }, filled);
  expect(rows(db)).toEqual([]);
  countAnew(db, taskCount);
  expect(rows(db)).toEqual([
    ['ehc', 'decision', day(-1), 1, 1],
    ['ehc', 'review', day(-1), 0, 1],
  ]);
});

test.each([
  ['d.case_id', /SEARCH d USING PRIMARY KEY \(case_id=\?\)/],
  ['d.person_id', /SEARCH d USING INDEX deadline_(open_)?person \(person_id=\?\)/],
])('what the tasks of one case or one person count is found by their key (%s)', (column, found) => {
  const plan = lists().all<{ detail: string }>(`EXPLAIN QUERY PLAN ${taskCount.question(`AND ${column} = 'x'`)}`);
  expect(plan.map(({ detail }) => detail).join('\n')).toMatch(found);
});
