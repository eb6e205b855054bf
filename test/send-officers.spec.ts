// The officers and how many each holds, from the counts, against the assignments themselves.
import fc from 'fast-check';
import { addDays, civilDate } from '../src/kernel/calendar/index.js';
import { worklistProjection } from '../src/engine/deadlines/projection.js';
import { countAnew, emptyLists } from '../src/engine/processing/lists-for-tests.js';
import type { Row, Statements } from '../src/engine/processing/statements.js';
import { writeRows } from '../src/engine/processing/write-rows.js';
import { youngPeopleProjection } from '../src/cases/young-person/projection.js';
import { youngPeopleTables } from '../src/cases/young-person/tables.js';
import { workerCount } from '../src/cases/young-person/worker-counts.js';
import { sendOfficers } from '../src/cases/ehc-plan/queries/list-officers.js';

const today = civilDate('2026-06-01');
const never = '9999-12-31';
const aDay = fc.integer({ min: -3, max: 3 }).map((offset) => addDays(today, offset));
const anAssignment = fc.record({
  id: fc.constantFrom('a1', 'a2'),
  role: fc.constantFrom('send-officer', 'send-officer', 'key-worker'),
  worker: fc.constantFrom('asha', 'omar'),
  name: fc.constantFrom('Asha', 'Omar', null),
  from: aDay,
  to: fc.option(aDay, { nil: never }),
});
const aStep = fc.record({
  person: fc.constantFrom('p1', 'p2', 'p3'),
  assignments: fc.array(anAssignment, { maxLength: 4 }),
});

const byHand = (db: Statements, asOf: string): Row[] =>
  db.all(
    `SELECT worker_id AS id, coalesce(max(name), worker_id) AS name, count(*) AS people FROM named_worker
     WHERE role = 'send-officer' AND from_on <= ? AND to_on > ? GROUP BY worker_id ORDER BY name, id`,
    asOf,
    asOf,
  );

test('whoever is assigned, re-named or relieved, today or ahead, each officer holds as many people as there are assignments', () => {
  fc.assert(
    fc.property(fc.array(aStep, { minLength: 1, maxLength: 10 }), (steps) => {
      const db = emptyLists(worklistProjection, youngPeopleProjection);
      for (const { person, assignments } of steps)
        writeRows(db, person, [
          {
            table: youngPeopleTables.named_worker,
            rows: assignments.map(({ id, role, worker, name, from, to }) => {
              return [person, role, worker, name, '882', from, to, id];
            }),
          },
        ]);
      for (const ahead of [-1, 0, 1, 2, 4]) {
        const asOf = addDays(today, ahead);
        expect(sendOfficers(db, asOf, today)).toEqual(byHand(db, asOf));
      }
      const kept = db.cells('SELECT * FROM worker_count ORDER BY 1, 2, 3');
      countAnew(db, workerCount);
      expect(db.cells('SELECT * FROM worker_count ORDER BY 1, 2, 3')).toEqual(kept);
      db.database.close();
    }),
    { numRuns: 60 },
  );
});
