// The register of phase transfers: histories in, rows asked on a real SQLite; what is not named comes first, the oldest limit first.
import { civilDate } from '../../../kernel/calendar/index.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { after, ask, issued, personId, step } from '../domain/history-for-tests.js';
import type { Phase } from '../domain/words.js';
import { apply, emptyRows, envelopes } from '../project-for-tests.js';
import { countTransfers, phaseTransferRows, transfersNotExpected, yearOn, type Place } from './phase-transfer-rows.js';

const expected = (transferId: string, phase: Phase = 'primary-to-secondary', on = '2025-07-01') =>
  ask({ type: 'ExpectPhaseTransfer', on, transferId, phase, transferOn: civilDate('2026-09-01') });

/** Transfers of September 2026: named in time, amendment notice sent, review held, nothing begun, and one to post-16. */
function fivePlans(): Statements {
  const db = emptyRows([{ id: personId, birthDate: '2015-05-01' }]);
  db.database.exec('ALTER TABLE named_worker ADD COLUMN name TEXT');
  const first = issued('2024-11-01');
  const placement = { placementId: 'next', kind: 'mainstream', urn: '998010', from: civilDate('2026-09-01') } as const;
  const plans = {
    named: after(
      [first],
      expected('t1'),
      step.meeting('2025-10-01'),
      step.decision('2025-10-20', 'amend'),
      step.served('2025-10-21'),
      step.final('2025-12-10'),
      ask({ type: 'NamePhaseSetting', on: '2026-01-20', transferId: 't1', placement }),
    ),
    notice: after([first], expected('t2'), step.meeting('2025-10-02'), step.decision('2025-10-20', 'amend')),
    held: after([first], expected('t3'), step.meeting('2025-11-03')),
    nothing: after([first], expected('t4')),
    sixteen: after([first], expected('t5', 'secondary-to-post-16')),
    noTransfer: [first],
  };
  let from = 1;
  for (const [id, facts] of Object.entries(plans)) {
    apply(db, envelopes(id, facts, from));
    from += facts.length;
  }
  return db;
}

const list = (asOf: string, filter: Parameters<typeof phaseTransferRows>[2] = {}, limit = 50, place?: Place) =>
  phaseTransferRows(fivePlans(), civilDate(asOf), filter, limit, place);
const said = (found: ReturnType<typeof list>) =>
  found.map(({ row }) => `${row.planId} ${row.step} ${row.dueOn} ${row.status}`);

it('EHC-40, EHC-41: late ones first, then those that still have time, those that are named last', () =>
  expect(said(list('2026-02-20'))).toEqual([
    'held review-held 2026-02-15 overdue',
    'nothing nothing 2026-02-15 absent',
    'notice amendment-notice 2026-02-15 overdue',
    'sixteen nothing 2026-03-31 due',
    'named named 2026-02-15 met',
  ]));

it('is as of a day: what came later is not there yet', () => {
  expect(said(list('2025-10-10')).slice(0, 4)).toEqual(
    [
      'held nothing 2026-02-15 due',
      'named review-held 2026-02-15 due',
      'notice review-held 2026-02-15 due',
      'nothing nothing 2026-02-15 due',
    ].sort(),
  );
  expect(said(list('2025-06-30'))).toEqual([]);
});

it('names the next school only once the final plan does', () => {
  const next = (asOf: string) => list(asOf, { step: 'named' }).map(({ row }) => row.next);
  expect([next('2026-01-19'), next('2026-01-20')]).toEqual([[], ['998010']]);
});

it('counts by step with those that are late, whatever step is asked for', () => {
  const counts = countTransfers(fivePlans(), civilDate('2026-02-20'), { phase: 'primary-to-secondary', step: 'named' });
  expect(counts.map(({ step: each, transfers, late }) => [each, transfers, late])).toEqual([
    ['nothing', 1, 1],
    ['review-held', 1, 1],
    ['decision', 0, 0],
    ['amendment-notice', 1, 1],
    ['named', 1, 0],
  ]);
});

it('page by page it is the same list, whole', () => {
  const whole = said(list('2026-02-20'));
  const pages: string[] = [];
  let place: Place | undefined;
  for (;;) {
    const found = list('2026-02-20', {}, 2, place);
    if (found.length === 0) break;
    pages.push(...said(found));
    place = found[found.length - 1]!.place;
  }
  expect(pages).toEqual(whole);
});

it('nobody is forgotten: whoever is in Year 6 with a plan and no transfer on record is named', () => {
  const found = transfersNotExpected(fivePlans(), civilDate('2026-02-20'), 2026, 10);
  expect(found).toMatchObject({ notExpectedCount: 1, notExpected: [{ planId: 'noTransfer', yearGroup: 6 }] });
});

it.each([
  ['2026-08-31', 2026],
  ['2026-09-01', 2027],
  ['2027-01-01', 2027],
])('on %s the transfers are those of %i', (asOf, year) => expect(yearOn(civilDate(asOf))).toBe(year));
