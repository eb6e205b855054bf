// The reviews of each officer, kept as they change hands, against the rows themselves.
import type { Envelope } from '../../store/codec.js';
import { civilDate } from '../../kernel/calendar/index.js';
import type { Statements } from '../../engine/processing/statements.js';
import { after, issued, personId, step } from './domain/history-for-tests.js';
import { landingOf } from './landing-tally.js';
import { apply, emptyRows, envelopes } from './project-for-tests.js';

const monday = civilDate('2026-06-01');
const until = civilDate('2026-11-30');

/** The projection of people writes before that of plans, which the same event tells of it. */
function happens(db: Statements, type: string): void {
  apply(db, [{ type, data: {}, stream: `youngPerson-${personId}` } as unknown as Envelope]);
}

function held(db: Statements, worker: string, from: string, to = '9999-12-31'): void {
  db.run('INSERT INTO named_worker VALUES (?, ?, ?, ?, ?)', personId, 'send-officer', worker, from, to);
}

/** How many before the Monday, and on which days from it on. */
function counted(db: Statements, officer: string | null) {
  const { before, days } = landingOf(db, officer, monday, until);
  return [before, days.map(({ on, count }) => `${on} ${count}`)];
}

const late = [1, ['2026-09-01 1']];
const none = [0, []];

test('EHC-01: a review is due with whoever holds the child, or with nobody, and with one of them only', () => {
  const db = emptyRows([{ id: personId, birthDate: '2012-08-31' }]);
  apply(db, envelopes('a', after([issued('2025-03-01')], step.meeting('2026-01-10'))));
  apply(db, envelopes('c', after([issued('2025-09-02')])));
  expect([counted(db, null), counted(db, 'asha')]).toEqual([late, none]);

  held(db, 'asha', '2026-01-01');
  happens(db, 'NamedWorkerAssigned');
  expect([counted(db, null), counted(db, 'asha')]).toEqual([none, late]);

  db.run("UPDATE named_worker SET to_on = '2026-05-01'");
  happens(db, 'NamedWorkerEnded');
  held(db, 'bo', '2026-05-01');
  happens(db, 'NamedWorkerAssigned');
  expect([counted(db, null), counted(db, 'asha'), counted(db, 'bo')]).toEqual([none, none, late]);

  db.run("UPDATE young_person SET died_on = '2026-05-20'");
  happens(db, 'YoungPersonDied');
  expect(counted(db, 'bo')).toEqual(none);
});

test('EHC-02: a decision takes a review out of its week and brings the next', () => {
  const db = emptyRows([{ id: personId, birthDate: '2012-08-31' }]);
  held(db, 'asha', '2026-01-01');
  apply(db, envelopes('a', after([issued('2025-09-02')])));
  expect(counted(db, 'asha')).toEqual([0, ['2026-09-01 1']]);
  const decided = after([issued('2025-09-02')], step.meeting('2025-12-01'), step.decision('2025-12-20', 'maintain'));
  apply(db, envelopes('a', decided.slice(1), 2));
  expect(counted(db, 'asha')).toEqual([0, []]);
});
