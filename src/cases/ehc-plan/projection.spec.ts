// Events in, rows out, on a real SQLite.
import type { Envelope } from '../../store/codec.js';
import { civilDate } from '../../kernel/calendar/index.js';
import { correctionFacts } from '../../kernel/corrections.js';
import type { Statements } from '../../engine/processing/statements.js';
import { ehcEvents } from './domain/events.js';
import { after, issued, personId, rulePack, step } from './domain/history-for-tests.js';
import { apply, emptyRows, envelopes } from './project-for-tests.js';
import { conditionsOf, type OverdueReviewsQuery } from './queries/overdue-filter.js';
import { overdueReviews } from './queries/overdue-rows.js';
import { countAbsences } from './queries/review-absences.js';

const plan = (id: string, on: string, ...steps: Parameters<typeof after>[1][]) =>
  envelopes(id, after([issued(on)], ...steps));
const robin = { id: personId, birthDate: '2012-08-31' };
const today = civilDate('2026-06-01');
const overdue = (db: Statements, query: Partial<OverdueReviewsQuery>, asOf = '2026-06-01') =>
  overdueReviews(db, civilDate(asOf), today, query, 50).map(({ review }) => [
    review.planId,
    review.step,
    review.dueOn,
    review.status,
  ]);

test('no review is overdue for a child who has died, from that day on; nor for a person who was forgotten', () => {
  const db = emptyRows([robin]);
  apply(db, plan('a', '2023-11-20'));
  expect(overdue(db, {}, '2025-01-10')).not.toEqual([]);
  db.run('UPDATE young_person SET died_on = ?', '2025-01-10');
  expect([overdue(db, {}, '2025-01-09').length > 0, overdue(db, {}, '2025-01-10')]).toEqual([true, []]);
  db.run('UPDATE young_person SET died_on = NULL, forgotten_on = ?', '2026-01-01');
  expect(overdue(db, {}, '2025-01-10')).toEqual([]);
});

describe('The rows of EHC plans', () => {
  it('show a plan, its reviews and the clock (EHC-02, EHC-03)', () => {
    const db = emptyRows([robin]);
    apply(
      db,
      plan(
        'a',
        '2023-11-20',
        step.meeting('2024-11-01'),
        step.decision('2024-11-25', 'maintain'),
        step.meeting('2025-11-10'),
      ),
    );
    expect(db.get('SELECT status, plan_made_on, clock_start, clock_event, cohort, ended_on FROM ehc_plan')).toEqual({
      status: 'maintained',
      plan_made_on: '2023-11-20',
      clock_start: '2024-11-25',
      clock_event: 'e3',
      cohort: 2016,
      ended_on: '9999-12-31',
    });
    expect(
      db.all(
        'SELECT ordinal, status, first_of_plan, meeting_on, decision_on, outcome FROM ehc_review_cycle ORDER BY ordinal',
      ),
    ).toEqual([
      {
        ordinal: 1,
        status: 'complete',
        first_of_plan: 1,
        meeting_on: '2024-11-01',
        decision_on: '2024-11-25',
        outcome: 'maintain',
      },
      { ordinal: 2, status: 'open', first_of_plan: 0, meeting_on: '2025-11-10', decision_on: null, outcome: null },
    ]);
  });

  it('EHC-34: a date that follows from the birth date names the event of the person that says it', () => {
    const db = emptyRows([{ id: personId, birthDate: '2023-09-01' }]);
    apply(db, plan('a', '2023-11-20'));
    const events = db.all("SELECT DISTINCT trigger_event FROM deadline WHERE trigger_fact = 'birthDate'");
    expect(events).toEqual([{ trigger_event: `born-${personId}` }]);
  });

  it('R4: a return with a decision before its meeting has both dates and the stated outcome', () => {
    const db = emptyRows([robin]);
    apply(
      db,
      plan(
        'a',
        '2017-02-16',
        step.returned('2025-01-16', { meetingOn: '2024-10-07', decisionSentOn: '2023-11-04', outcome: 'amend' }),
      ),
    );
    const sql =
      'SELECT meeting_on, decision_on, outcome, stated_outcome, stated_on, from_return FROM ehc_review_cycle ORDER BY ordinal';
    expect(db.all(sql)).toEqual([
      {
        meeting_on: null,
        decision_on: '2023-11-04',
        outcome: null,
        stated_outcome: null,
        stated_on: null,
        from_return: 1,
      },
      {
        meeting_on: '2024-10-07',
        decision_on: null,
        outcome: null,
        stated_outcome: 'amend',
        stated_on: '2025-01-16',
        from_return: 1,
      },
    ]);
  });

  it('take back what was corrected or withdrawn', () => {
    const db = emptyRows([robin]);
    const history = after([issued('2023-11-20')], step.meeting('2024-11-01'), step.decision('2024-11-25', 'maintain'));
    apply(db, envelopes('a', history));
    const corrected = after(history, {
      type: 'CorrectDate',
      on: '2026-01-05',
      correctsEventId: 'e3',
      field: 'on',
      to: civilDate('2024-11-28'),
      reason: 'x',
    });
    apply(db, envelopes('a', corrected.slice(3), 4));
    expect(db.get('SELECT clock_start FROM ehc_plan')).toEqual({ clock_start: '2024-11-28' });
    const gone = after(
      corrected,
      ...['e3', 'e2', 'e1'].map(
        (eventId) => ({ type: 'WithdrawFact', on: '2026-01-06', eventId, reason: 'wrong child' }) as const,
      ),
    );
    apply(db, envelopes('a', gone.slice(4), 5));
    expect(db.get('SELECT count(*) AS rows FROM ehc_plan')).toEqual({ rows: 0 });
    expect(db.get('SELECT count(*) AS rows FROM deadline')).toEqual({ rows: 0 });
  });

  it('CAL-14: follow a birth date that is corrected', () => {
    const db = emptyRows([robin]);
    apply(db, plan('a', '2023-11-20'));
    db.run('UPDATE young_person SET birth_date = ?', '2012-09-01');
    const corrected = {
      type: 'YoungPersonDetailsCorrected',
      data: { birthDate: '2012-09-01' },
      stream: `youngPerson-${personId}`,
    };
    apply(db, [corrected as unknown as Envelope]);
    expect(db.get('SELECT cohort FROM ehc_plan')).toEqual({ cohort: 2017 });
  });
});

describe('Overdue reviews', () => {
  const made = () => {
    const db = emptyRows([robin]);
    apply(db, plan('never', '2024-11-20'));
    apply(db, plan('undecided', '2025-02-01', step.meeting('2026-01-10')));
    apply(db, plan('fine', '2023-11-20', step.meeting('2025-11-01'), step.decision('2025-11-25', 'maintain')));
    const place = { placementId: 'p', kind: 'NEET', from: civilDate('2025-09-01'), outOfArea: true } as const;
    apply(
      db,
      envelopes('neet', after([issued('2024-12-01')], { type: 'RecordPlacement', on: '2025-09-05', details: place })),
    );
    return db;
  };

  it('R7: name the review that nobody began as absent, and the one without a decision as overdue', () => {
    expect(overdue(made(), { step: 'review' })).toEqual([
      ['never', 'review', '2025-11-19', 'absent'],
      ['neet', 'review', '2025-11-30', 'absent'],
      ['undecided', 'review', '2026-01-31', 'overdue'],
    ]);
  });

  it('EHC-08, EHC-22: a meeting has four weeks of its own, which nobody owes who has held none: their twelve months say it', () => {
    expect(overdue(made(), { step: 'decision' })).toEqual([['undecided', 'decision', '2026-02-07', 'overdue']]);
  });

  it('hold as of an earlier day', () => {
    expect(overdue(made(), { step: 'review' }, '2025-11-24').map(([id]) => id)).toEqual(['fine', 'never']);
  });

  it('F7: can be asked for by placement, area, phase, first review and officer', () => {
    const db = made();
    expect(overdue(db, { step: 'review', placement: 'NEET' }).map(([id]) => id)).toEqual(['neet']);
    expect(overdue(db, { step: 'review', outOfArea: true }).map(([id]) => id)).toEqual(['neet']);
    expect(overdue(db, { step: 'review', placement: 'educated-elsewhere' })).toEqual([]);
    expect(overdue(db, { step: 'review', phase: 'secondary' })).toHaveLength(3);
    expect(overdue(db, { step: 'review', phase: 'primary' })).toEqual([]);
    expect(overdue(db, { step: 'review', firstReview: true })).toHaveLength(3);
    expect(overdue(db, { step: 'review', firstReview: false })).toEqual([]);
    expect(overdue(db, { step: 'review', officer: 'asha' })).toEqual([]);
    db.run(
      'INSERT INTO named_worker VALUES (?, ?, ?, ?, ?)',
      personId,
      'send-officer',
      'asha',
      '2025-01-01',
      '9999-12-31',
    );
    expect(overdue(db, { step: 'review', officer: 'asha' })).toHaveLength(3);
    expect(conditionsOf({}, today)).toHaveLength(1);
  });

  it.each([
    ['reviewed by the authority before is not', '2024-06-10', false],
    ['never reviewed there is', undefined, true],
  ])('EHC-51: of a plan that moved in, the next review of one %s the first', (_, on, isFirst) => {
    const db = emptyRows([robin]);
    const lastReviewedOn = on === undefined ? undefined : civilDate(on);
    const start = { personId, authority: '882', rulePack, fromAuthority: '883', planMadeOn: civilDate('2023-06-20') };
    const moved = ehcEvents.planMovedIn.fact(civilDate('2025-01-10'), { ...start, lastReviewedOn });
    apply(db, envelopes('moved', after([moved], step.meeting('2025-05-20'))));
    const reviews = (firstReview: boolean) => overdue(db, { step: 'review', firstReview }, '2026-06-01');
    expect([reviews(isFirst).length, reviews(!isFirst)]).toEqual([1, []]);
    const counted = countAbsences(db, civilDate('2026-06-01')).find(({ cohort }) => cohort === 'first-review');
    expect(counted?.plans).toBe(isFirst ? 1 : 0);
    expect(db.all('SELECT first_of_plan FROM ehc_review_cycle')).toEqual([{ first_of_plan: Number(isFirst) }]);
  });

  it('go on from page to page without a gap', () => {
    const db = made();
    const all = overdueReviews(db, today, today, {}, 50);
    const first = overdueReviews(db, today, today, {}, 2);
    const rest = overdueReviews(db, today, today, {}, 50, first[1]?.place);
    expect([...first, ...rest]).toEqual(all);
  });
});

test('what is put right in the person’s own record moves their plan; the same words in another record do not', () => {
  const db = emptyRows([robin]);
  apply(db, plan('a', '2023-11-20'));
  const { cohort } = db.get<{ cohort: string }>('SELECT cohort FROM ehc_plan') ?? {};
  db.run('UPDATE young_person SET birth_date = ?', '2009-08-31');
  const correction = correctionFacts.withdrawn.fact(civilDate('2024-02-01'), { correctsEventId: 'd0', reason: 'r' });
  const cohortAfter = (stream: string) => {
    apply(db, [{ ...correction, id: 'c1', stream, recordedAt: '' } as unknown as Envelope]);
    return db.get<{ cohort: string }>('SELECT cohort FROM ehc_plan')?.cohort;
  };
  expect(cohortAfter(`wait-${personId}`)).toBe(cohort);
  expect(cohortAfter(`youngPerson-${personId}`)).not.toBe(cohort);
});
