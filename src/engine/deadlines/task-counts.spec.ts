// The counts that the database keeps against the rows themselves, counted one by one: whatever happens, in whatever order.
import '../../apps/cases.js';
import fc from 'fast-check';
import { countSteps } from '../../cases/ehc-plan/queries/late-reviews.js';
import { countLanding } from '../../cases/ehc-plan/queries/reviews-landing.js';
import { addDays, civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import { splitTables } from '../processing/projection.js';
import { Statements, type Value } from '../processing/statements.js';
import { openDatabase } from '../../store/sqlite-files/open-database.js';
import { youngPeopleTables } from '../../cases/young-person/tables.js';
import { never, openTask } from './deadline-table.js';
import { countTasksOn } from './queries/count-worklist.js';
import { settingTable } from '../settings/setting-table.js';
import { worklistTables } from './tables.js';
import { countTasks } from './task-counts.js';

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
  isTask: fc.constantFrom(1, 1, 1, 0),
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

const cells = (of: string, { subject, key, pathway, from, to, isTask, due, began, met, lapses }: Task): Value[] => [
  ...[
    `case-${of}`,
    subject,
    'cycle',
    key,
    from,
    to,
    pathway,
    of,
    'a review',
    1,
    1,
    isTask,
    null,
    due,
    began,
    met,
    null,
  ],
  ...[0, 'issued', from, 'e1', null, null, 0, lapses, 0],
];

function emptyTables(part: 'with triggers' | 'without'): Statements {
  const db = new Statements(openDatabase(':memory:'));
  for (const tables of [worklistTables, settingTable, youngPeopleTables])
    db.database.exec(part === 'with triggers' ? tables : splitTables(tables).tables);
  return db;
}

/** As projections write: all rows of a case or a person anew. */
function happen(db: Statements, step: Step): void {
  if ('tasks' in step)
    db.replace(
      'deadline_row',
      `case-${step.of}`,
      step.tasks.map((task) => cells(step.of, task)),
    );
  else if ('removed' in step) db.replace('young_person', step.of, []);
  else db.replace('young_person', step.of, [personCells(db, step.of, step.diedOn, step.forgottenOn)]);
}

const personCells = (db: Statements, id: string, diedOn: Value, forgottenOn: Value): Value[] =>
  db.table('young_person').columns.map((column) => {
    if (column === 'id') return id;
    if (column === 'send_needs') return 0;
    if (column === 'died_on') return diedOn;
    if (column === 'forgotten_on') return forgottenOn;
    return ['given_name', 'family_name', 'send_status', 'responsible', 'registered_on'].includes(column) ? '' : null;
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
      const db = emptyTables('with triggers');
      for (const step of steps) happen(db, step);
      for (const ahead of [0, 1, 2, 3, 5]) {
        expect(asAsked(db, day(ahead))).toEqual(slowly(db, day(ahead)));
        expect(asAsked(db, day(ahead), 'ehc').worklist).toEqual(slowly(db, day(ahead), 'ehc').worklist);
      }
      const kept = rows(db);
      db.run('DELETE FROM task_count');
      countTasks(db);
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
  isTask: 1,
  due: day(-1),
  began: never,
  met: never,
  lapses: never,
};

test('a row that another of the same key replaces is counted once', () => {
  const db = emptyTables('with triggers');
  const insert = db.table('deadline_row').insert(2);
  db.run(insert, ...cells('p1', plain), ...cells('p1', { ...plain, due: day(2) }));
  expect(rows(db)).toEqual([['ehc', 'review', day(2), 0, 1]]);
});

test('a rebuild counts at the end what triggers would have counted one by one', () => {
  const db = emptyTables('without');
  happen(db, { of: 'p1', tasks: [plain, { ...plain, key: 'decision', began: day(-2) }] });
  happen(db, { of: 'p2', tasks: [plain] });
  happen(db, { of: 'p2', diedOn: day(-2), forgottenOn: null });
  expect(rows(db)).toEqual([]);
  countTasks(db);
  expect(rows(db)).toEqual([
    ['ehc', 'decision', day(-1), 1, 1],
    ['ehc', 'review', day(-1), 0, 1],
  ]);
});
