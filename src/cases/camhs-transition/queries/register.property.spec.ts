// The register and its counts, kept and by stretches, against the questions that look at every case: for made-up cases that change.
import fc from 'fast-check';
import type { Actor } from '../../../kernel/envelope.js';
import { addDays, civilDate } from '../../../kernel/calendar/index.js';
import { transitionEvents as events, type TransitionFact } from '../domain/events.js';
import { day, opened } from '../domain/transitions-for-tests.js';
import { database, envelope, project } from '../project-for-tests.js';
import { transitionProjection } from '../projection.js';
import { closedTo } from './discharge-destinations.js';
import { gateCounts, gatesSeen, registerTeams, registerWorkers, teamsSeen } from './register-counts.js';
import { nextGates, registerRows, rowsOfAll } from './register-rows.js';

const manager: Actor = { id: 'ella', role: 'manager', organisation: 'council' };
const first = civilDate('2024-01-01');
const onDay = fc.integer({ min: 0, max: 1000 }).map((days) => addDays(first, days));
/** Around every gate: whoever is 13 to 19 within these years. */
const birth = fc.option(
  fc.integer({ min: 0, max: 3000 }).map((days) => addDays(civilDate('2005-06-01'), days)),
  { nil: null },
);

const life = fc.record({
  birthDate: birth,
  openedOn: onDay,
  team: fc.constantFrom('north', 'south'),
  send: fc.boolean(),
  closed: fc.option(fc.tuple(onDay, fc.constantFrom('PRIMARY_CARE_GP', 'PROGRESSIONS')), { nil: undefined }),
  diedOn: fc.option(onDay, { nil: undefined, freq: 3 }),
  bornLater: fc.option(birth, { nil: undefined, freq: 2 }),
  worker: fc.option(fc.tuple(fc.constantFrom('ann', 'bob', 'cy'), onDay, fc.boolean()), { nil: undefined }),
});

function written(all: readonly Life[]) {
  const db = database(...all.map(({ birthDate }, nth) => ({ id: `p${nth}`, birthDate: birthDate as string })));
  all.forEach(({ openedOn, team, send, closed, diedOn, bornLater, worker }, nth) => {
    const start = opened('a', { send });
    const fact = {
      ...start,
      occurredOn: openedOn,
      data: { ...start.data, personId: `p${nth}`, team },
    } as TransitionFact;
    if (worker)
      db.run(
        'INSERT INTO named_worker VALUES (?, ?, ?, ?, ?, ?, ?)',
        ...[
          `p${nth}`,
          worker[2] ? 'named-worker' : 'send-officer',
          worker[1],
          '9999-12-31',
          `w${nth}`,
          worker[0],
          null,
        ],
      );
    project(db, `t${nth}`, fact);
    if (closed) project(db, `t${nth}`, events.camhsClosed.fact(day(closed[0]), { destination: closed[1] }));
    const tells = (type: string) =>
      transitionProjection.apply([envelope({ type, data: {} }, `youngPerson-p${nth}`, `x${nth}`)], db);
    if (bornLater !== undefined) {
      db.run('UPDATE young_person SET birth_date = ? WHERE id = ?', bornLater, `p${nth}`);
      tells('YoungPersonDetailsCorrected');
    }
    if (diedOn) {
      db.run('UPDATE young_person SET died_on = ? WHERE id = ?', diedOn, `p${nth}`);
      tells('YoungPersonDied');
    }
  });
  return db;
}

interface Life {
  readonly birthDate: string | null;
  readonly openedOn: string;
  readonly team: string;
  readonly send: boolean;
  readonly closed?: readonly [string, string];
  readonly diedOn?: string;
  readonly bornLater?: string | null;
  readonly worker?: readonly [string, string, boolean];
}

const last = addDays(first, 1001);

test('TRN-03: on every day the kept counts are those that look at every case', () => {
  fc.assert(
    fc.property(fc.array(life, { minLength: 1, maxLength: 8 }), fc.array(onDay, { minLength: 4 }), (lives, days) => {
      const db = written(lives);
      for (const asOf of days) {
        const asked = { actor: manager, asOf };
        const seen = gatesSeen(db, asked, last);
        expect(gateCounts(db, asked, last)).toEqual(nextGates.map((gate) => ({ gate, cases: seen.get(gate) ?? 0 })));
        expect(registerTeams(db, asked, last)).toEqual(teamsSeen(db, asked, last));
        const workers = db.all<{ id: string }>(
          `SELECT DISTINCT w.worker_id AS id FROM named_worker w JOIN transition_case c ON c.person_id = w.person_id
           WHERE w.role = 'named-worker' AND w.from_on <= ?1 AND c.opened_on <= ?1 AND c.open_until > ?1 ORDER BY id`,
          asOf,
        );
        expect(registerWorkers(db, asked, last).map(({ id }) => id)).toEqual(workers.map(({ id }) => id));
        const from = addDays(asOf, -200);
        const closed = db.all<{ code: string; n: number }>(
          'SELECT closed_to AS code, count(*) AS n FROM transition_case WHERE closed_on BETWEEN ? AND ? GROUP BY closed_to',
          ...[from, asOf],
        );
        const counted = [...closedTo(db, { from, to: asOf })].filter(([, n]) => n > 0).sort();
        expect(counted).toEqual(closed.map(({ code, n }) => [code, n]).sort());
      }
      db.database.close();
    }),
    { numRuns: 60 },
  );
});

test('the stretches of the register, page by page, are the register', () => {
  fc.assert(
    fc.property(fc.array(life, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (lives, limit) => {
      const db = written(lives);
      const asked = { actor: manager, asOf: last };
      const filters = [{}, { team: 'north' }, { late: true }, ...nextGates.map((gate) => ({ gate }))];
      for (const filter of filters) {
        const all = rowsOfAll(db, asked, { ...filter, limit: 100, today: last });
        const paged: typeof all = [];
        for (let after: [string, string] | undefined; ;) {
          const page = registerRows(db, asked, { ...filter, after, limit, today: last });
          paged.push(...page);
          const end = page[page.length - 1];
          if (!end || page.length < limit) break;
          after = [end.next_on, end.id];
        }
        expect(paged).toEqual(all);
      }
      db.database.close();
    }),
    { numRuns: 60 },
  );
});
