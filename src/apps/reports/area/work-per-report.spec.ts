// Pages over everybody cost what is counted, not who is: each question is answered from kept counts, or from an index in its own order.
import { createIndexes, createTables } from '../../../engine/processing/projection.js';
import { setAsideTable } from '../../../engine/processing/set-aside.js';
import { projections } from '../../cases.js';
import { countLacks } from '../../../cases/ehc-plan/queries/count-review-lacks.js';
import { reviewsLacking } from '../../../cases/ehc-plan/queries/list-review-lacks.js';
import { countPhases } from '../../../cases/ehc-plan/queries/late-reviews.js';
import { countAbsences } from '../../../cases/ehc-plan/queries/review-absences.js';
import type { Actor } from '../../../kernel/envelope.js';
import { civilDate } from '../../../kernel/calendar/index.js';
import { Statements, type Row, type Value } from '../../../engine/processing/statements.js';
import { openDatabase } from '../../../store/sqlite-files/open-database.js';
import { agendaRows } from '../../../cases/camhs-transition/queries/agenda-rows.js';
import { closedTo } from '../../../cases/camhs-transition/queries/discharge-destinations.js';
import { adultServicesAsked } from '../../../cases/camhs-transition/queries/person-consents.js';
import { gateCounts, registerTeams, registerWorkers } from '../../../cases/camhs-transition/queries/register-counts.js';
import { registerRows } from '../../../cases/camhs-transition/queries/register-rows.js';
import { forgottenSinceDay } from '../queries/get-publication.js';
import { waitingFigures } from '../../../cases/waiting/queries/waiting-figures.js';
import { waitsByService } from '../../../cases/waiting/queries/waits-by-service.js';
import { waitsOverTime } from '../../../cases/waiting/queries/waits-over-time.js';

const today = civilDate('2026-06-01');
const manager: Actor = { id: 'ella', role: 'manager', organisation: 'council' };
const asked = { actor: manager, asOf: today };

/** Notes how SQLite would answer each question, and answers it from empty tables. */
class Planned extends Statements {
  readonly steps: string[] = [];

  override all<R = Row>(sql: string, ...values: readonly Value[]): R[] {
    this.plan(sql, values);
    return super.all<R>(sql, ...values);
  }

  override get<R = Row>(sql: string, ...values: readonly Value[]): R | undefined {
    this.plan(sql, values);
    return super.get<R>(sql, ...values);
  }

  private plan(sql: string, values: readonly Value[]): void {
    const plan = super.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
    this.steps.push(...plan.map(({ detail }) => detail));
  }
}

function planned(ask: (db: Statements) => unknown): string {
  const db = new Planned(openDatabase(':memory:'));
  db.database.exec(setAsideTable);
  for (const projection of projections) {
    createTables(db, projection);
    createIndexes(db, projection);
  }
  ask(db);
  db.database.close();
  expect(db.steps.length).toBeGreaterThan(0);
  return db.steps.join('\n');
}

/** A table of cases or people, from its first row to its last. */
const everybody =
  /SCAN (c|w|p|d|k|s|x|wait_\w*|transition_case|ehc_plan|young_person|person_consent|named_worker)( |$)/m;
const sortsAll = /TEMP B-TREE FOR (ORDER|RIGHT PART OF ORDER)/;

test.each<[string, (db: Statements) => unknown]>([
  ['absences by cohort', (db) => countAbsences(db, today)],
  ['late reviews by phase', (db) => countPhases(db, today)],
  ['gates ahead', (db) => gateCounts(db, asked, today)],
  ['teams of the register', (db) => registerTeams(db, asked, today)],
  ['discharge destinations', (db) => closedTo(db, { from: civilDate('2025-09-01'), to: today })],
  ['waits over time', (db) => waitsOverTime(db, today, {})],
  ['waits by service', (db) => waitsByService(db, today, {})],
])('%s look at kept counts alone, and at an index for whether the day is the latest', (_, ask) => {
  const steps = planned(ask);
  expect(steps).not.toMatch(everybody);
  expect(steps).toMatch(/SEARCH \w+_tally USING/);
});

test('who was forgotten since a day is counted from the index of those who are gone, which holds nobody else', () => {
  const steps = planned((db) => forgottenSinceDay(db, today));
  expect(steps).toBe('SCAN gone USING COVERING INDEX young_person_gone');
});

test('what reviews lack is counted and listed from an index of nothing but what is missing, in its own order', () => {
  const period = { from: civilDate('2025-09-01'), to: today };
  const steps = [
    planned((db) => countLacks(db, period)),
    planned((db) => reviewsLacking(db, today, { lack: 'no-meeting' }, 51)),
  ].join('\n');
  expect(steps).not.toMatch(everybody);
  expect(steps).not.toMatch(/SCAN l( |$)|ehc_review_cycle/m);
  expect(steps).not.toMatch(sortsAll);
  expect(steps).toContain('COVERING INDEX ehc_lack_decided (lack=? AND decided_on>? AND decided_on<?)');
});

test('the figures of the waiting list look at no wait', () => {
  const steps = planned((db) => waitingFigures(db, today, {}));
  expect(steps).not.toMatch(everybody);
  expect(steps).not.toMatch(/wait_case|wait_segment/);
});

test('the register takes a page of each gate from the index of that gate, in its order', () => {
  const steps = planned((db) => registerRows(db, asked, { limit: 51, today }));
  expect(steps).not.toMatch(everybody);
  expect(steps).not.toMatch(sortsAll);
  for (const index of ['not_closed', '17_6', '17', '14', 'y9'])
    expect(steps).toContain(`SEARCH c USING INDEX transition_case_${index} (`);
});

test('named workers of the register are found from one to the next, not from everybody open', () => {
  const steps = planned((db) => registerWorkers(db, asked, today));
  expect(steps).not.toMatch(/SCAN (w|c|named_worker|transition_case)( |$)/m);
  expect(steps).toContain('USING COVERING INDEX named_worker_named (worker_id');
});

test('the agenda reads on in the order of its pages, and adult services are found from one to the next', () => {
  const meeting = { on: today, today, recipient: 'adults' };
  const steps = planned((db) => agendaRows(db, meeting, 50));
  expect(steps).toMatch(/USING INDEX transition_case_discussed/);
  expect(steps).toMatch(/USING INDEX transition_case_lot/);
  expect(steps).not.toMatch(sortsAll);
  expect(planned(adultServicesAsked)).not.toMatch(/SCAN (k|person_consent)( |$)/m);
});
