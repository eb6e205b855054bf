// The kept counts of absences against the question they took the place of, which looks at every plan: for made-up plans that change.
import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import { never, type DeadlineRow } from '../../engine/deadlines/deadline-table.js';
import { countAbsencesSlowly } from './absences-for-tests.js';
import { entriesOf } from '../../engine/processing/tally.js';
import { sinceEver } from '../../engine/processing/spans.js';
import { cellsOf } from '../../engine/processing/table.js';
import { writeRows } from '../../engine/processing/write-rows.js';
import { absenceStays, absenceTally, type CountedPlan } from './absence-tally.js';
import { emptyRows } from './project-for-tests.js';
import { countPhases } from './queries/late-reviews.js';
import { countAbsences } from './queries/review-absences.js';

const first = civilDate('2023-06-01');
const day = fc.integer({ min: 0, max: 1200 }).map((days) => addDays(first, days));
const orNever = fc.oneof(day, fc.constant(never as CivilDate));

const review = fc.record({
  valid_from: day,
  valid_to: orNever,
  due_on: day,
  began_on: orNever,
  met_on: orNever,
  lapses_on: orNever,
});
const plan = fc.record({
  heldFrom: day,
  endedOn: orNever,
  cohort: fc.option(fc.integer({ min: 1996, max: 2026 }), { nil: undefined }),
  placements: fc.array(
    fc.record({
      kind: fc.constantFrom('NEET', 'EHE', 'EOTAS', 'further-education', 'school'),
      outOfArea: fc.boolean(),
      from: day,
      to: orNever,
    }),
    { maxLength: 3 },
  ),
  reviewedOn: fc.array(day, { maxLength: 2 }),
});
const change = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  plan: fc.option(plan, { nil: undefined, freq: 8 }),
  reviews: fc.array(review, { maxLength: 3 }),
  diedOn: fc.option(day, { nil: null, freq: 2 }),
  forgotten: fc.boolean(),
});

type Db = ReturnType<typeof emptyRows>;
type PlanOfState = Omit<CountedPlan, 'reviews' | 'goneOn'>;

/** The rows that the slow question reads, and the kept counts, as a projection writes both. */
function write(
  db: Db,
  id: string,
  state: PlanOfState | undefined,
  reviews: readonly object[],
  goneOn: CivilDate | undefined,
): void {
  for (const table of [
    'ehc_plan WHERE id',
    'ehc_placement WHERE plan_id',
    'ehc_review_cycle WHERE plan_id',
    'deadline_row WHERE case_id',
  ])
    db.run(`DELETE FROM ${table} = ?`, id);
  const insert = (table: string, given: Readonly<Record<string, string | number | null | undefined>>) => {
    const info = db.all<{ name: string; notnull: number; type: string }>(`PRAGMA table_info(${table})`);
    const cells = info.map(({ name, notnull, type }) => given[name] ?? (notnull ? (type === 'TEXT' ? '' : 0) : null));
    db.run(`INSERT INTO ${table} VALUES (${info.map(() => '?').join(', ')})`, ...cells);
  };
  if (state) {
    const { heldFrom, endedOn, cohort, placements, reviewedOn } = state;
    const before = reviewedOn.find((on) => on <= heldFrom);
    insert('ehc_plan', {
      id,
      person_id: `p-${id}`,
      plan_made_on: heldFrom,
      held_from: heldFrom,
      ended_on: endedOn,
      cohort,
      reviewed_before_on: before,
    });
    placements.forEach(({ kind, outOfArea, from, to }, nth) =>
      insert('ehc_placement', {
        plan_id: id,
        placement_id: `${nth}`,
        kind,
        from_on: from,
        to_on: to,
        out_of_area: Number(outOfArea),
      }),
    );
    reviewedOn
      .filter((on) => on !== before)
      .forEach((on, nth) => insert('ehc_review_cycle', { plan_id: id, cycle_id: `${nth}`, decision_on: on }));
    reviews.forEach((row, nth) =>
      insert('deadline_row', {
        case_id: id,
        subject_id: `${nth}`,
        pathway: 'ehc',
        key: 'review',
        person_id: `p-${id}`,
        is_task: 1,
        ...row,
      }),
    );
  }
  const stays = state && absenceStays({ ...state, reviews: reviews as DeadlineRow[], goneOn });
  const table = absenceTally.tables.ehc_absence_days;
  const { ehc_absence_days: rows } = absenceTally.rows(id, entriesOf(stays ?? []));
  writeRows(db, id, [{ table, rows: rows.map((row) => cellsOf(table, row)) }]);
}

test('R7: whatever becomes of the plans, the kept counts are those of the question that looks at every plan', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 10 }), fc.array(day, { minLength: 3 }), (changes, days) => {
      const db = emptyRows(['a', 'b', 'c', 'd'].map((id) => ({ id: `p-${id}`, birthDate: null })));
      for (const { id, plan: state, reviews, diedOn, forgotten } of changes) {
        const sql = 'UPDATE young_person SET died_on = ?, forgotten_on = ? WHERE id = ?';
        const isForgotten = forgotten && diedOn !== null;
        db.run(sql, diedOn, isForgotten ? '2026-01-01' : null, `p-${id}`);
        write(db, id, state, reviews, isForgotten ? sinceEver : (diedOn ?? undefined));
      }
      for (const on of days) {
        const { cohorts, phases } = countAbsencesSlowly(db, on);
        expect(countAbsences(db, on).map(({ filter: _, ...counts }) => counts)).toEqual(cohorts);
        expect(countPhases(db, on)).toEqual(phases);
      }
      db.database.close();
    }),
    { numRuns: 150 },
  );
});
