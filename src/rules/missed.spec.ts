// What can no longer be done: missed where it was late by then, asked of nobody, and still to be seen.
import fc from 'fast-check';
import { addDays, civilDate } from '../kernel/calendar/index.js';
import { holdsOn, statusOn, type Deadline } from './deadline.js';
import { deadlinesFor } from './deadlines.js';
import { factsOn } from './facts-for-tests.js';
import { loadPacks } from './load-packs.js';

const packs = loadPacks();
const send = packs.packByVersion('england-send-2014', 1);
const variantA = packs.all.find(({ variant }) => variant === 'A')!;
const waiting = packs.all.find(({ pathway }) => pathway === 'waiting')!;

type Dates = Readonly<Record<string, string>>;

/** How a rule stands on some days; nothing where it asks for nothing. */
const stands = (pack: typeof send, scope: string, key: string, dates: Dates, days: readonly string[]) => {
  const rows = deadlinesFor(pack, scope, factsOn(dates), { outcome: 'amend' }).filter((row) => row.key === key);
  return days.map((text) => {
    const day = civilDate(text);
    const row = rows.find((each) => holdsOn(each, day));
    return row && statusOn(row, day);
  });
};

describe('a review that went on without a step', () => {
  // Two weeks before the meeting of 1 June 2026 is 18 May; two weeks after it is 15 June.
  const arranged = { meetingArranged: '2026-06-01 since 2026-05-01' };
  const days = ['2026-05-18', '2026-05-19', '2026-05-31', '2026-06-01', '2026-06-02'];

  test.each(['invitations', 'adviceCirculated'])('%s are asked for up to the meeting, and missed from it on', (key) => {
    expect(stands(send, 'cycle', key, { ...arranged, meeting: '2026-06-01' }, days)).toEqual([
      'due',
      key === 'invitations' ? 'overdue' : 'absent',
      key === 'invitations' ? 'overdue' : 'absent',
      'missed',
      'missed',
    ]);
  });

  test('EHC-12: without any meeting they are missed from the decision on', () => {
    const dates = { ...arranged, decisionNotice: '2026-07-01' };
    expect(stands(send, 'cycle', 'invitations', dates, ['2026-06-30', '2026-07-01'])).toEqual(['overdue', 'missed']);
  });

  test('EHC-21: a report is asked for up to its day also after the decision, and missed from the day after', () => {
    const dates = { meeting: '2026-06-01', decisionNotice: '2026-06-10' };
    const around = ['2026-06-14', '2026-06-15', '2026-06-16'];
    expect(stands(send, 'cycle', 'report', dates, around)).toEqual(['due', 'due', 'missed']);
    const late = { meeting: '2026-06-01', decisionNotice: '2026-06-20' };
    expect(stands(send, 'cycle', 'report', late, ['2026-06-19', '2026-06-20'])).toEqual(['absent', 'missed']);
  });

  test('EHC-21: sent after all, it is done late from the day on which it was sent, and missed up to it', () => {
    const dates = { meeting: '2026-06-01', decisionNotice: '2026-06-20', report: '2026-06-25' };
    const around = ['2026-06-19', '2026-06-20', '2026-06-24', '2026-06-25', '2026-06-26'];
    expect(stands(send, 'cycle', 'report', dates, around)).toEqual([
      'absent',
      'missed',
      'missed',
      'met late',
      'met late',
    ]);
  });

  test('EHC-16: all five have answered with nothing: nothing is to be circulated, and nothing is late', () => {
    const dates = { ...arranged, adviceRequested: '2026-05-02', nothingToCirculate: '2026-05-25' };
    const around = ['2026-05-24', '2026-05-25', '2026-06-30'];
    expect(stands(send, 'cycle', 'adviceCirculated', dates, around)).toEqual(['overdue', undefined, undefined]);
  });
});

describe('a case that has ended', () => {
  test('EHC-01: a plan that ends with its review late leaves it as missed; one whose review was not due leaves nothing', () => {
    const late = { clockStart: '2025-03-15', planEnded: '2026-03-16' };
    const around = ['2026-03-14', '2026-03-15', '2026-03-16', '2027-01-01'];
    expect(stands(send, 'cycle', 'review', late, around)).toEqual(['due', 'absent', 'missed', 'missed']);
    // On its last day it was not late yet.
    const inTime = { clockStart: '2025-03-15', planEnded: '2026-03-14' };
    expect(stands(send, 'cycle', 'review', inTime, around)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('EHC-28: what was called off before the plan ended is not missed by its end', () => {
    const dates = {
      meeting: '2026-01-05',
      amendmentNotice: '2026-01-20',
      notToAmend: '2026-04-01',
      planEnded: '2026-05-01',
    };
    const around = ['2026-03-31', '2026-04-01', '2026-05-01'];
    expect(stands(send, 'cycle', 'finalPlan', dates, around)).toEqual(['overdue', undefined, undefined]);
  });

  test.each([
    ['2026-03-15', 'met late'],
    ['2026-03-16', 'met late'],
    ['2026-03-17', 'met late'],
  ])(
    'EHC-01: a late review that was decided on %s, around the end of the plan on the 16th, was done',
    (decided, then) => {
      const dates = { clockStart: '2025-03-15', decisionNotice: decided, planEnded: '2026-03-16' };
      expect(stands(send, 'cycle', 'review', dates, ['2026-03-18'])).toEqual([then]);
    },
  );

  test.each([
    ['2026-03-30', 'met'],
    ['2026-03-31', 'met'],
    ['2026-04-01', undefined],
  ])('EHC-26: a final plan of %s is done or called off by the decision of the 31st not to amend', (finalPlan, then) => {
    const dates = { meeting: '2026-02-02', amendmentNotice: '2026-02-20', finalPlan, notToAmend: '2026-03-31' };
    expect(stands(send, 'cycle', 'finalPlan', dates, ['2026-04-02'])).toEqual([then]);
  });

  test.each([
    ['2026-05-19', ['met late', 'met late', 'met late']],
    ['2026-05-20', ['absent', 'met late', 'met late']],
    ['2026-05-21', ['absent', 'missed', 'met late']],
  ])('TRN-A3.3: a joint plan agreed on %s, around the closure on the 20th', (jointPlanAgreed, expected) => {
    const dates = {
      birthDate: '2008-05-15',
      referral: '2024-01-10',
      adultServiceOpened: '2026-05-20',
      camhsClosed: '2026-05-20',
      jointPlanAgreed,
    };
    expect(stands(variantA, 'transition', 'TRN-A3.3', dates, ['2026-05-19', '2026-05-20', '2026-05-21'])).toEqual(
      expected,
    );
  });

  test('EHC-35: a request for an early review is not answered for a plan that has ended', () => {
    const dates = { requested: '2026-03-02', planEnded: '2026-03-30' };
    expect(stands(send, 'earlyReview', 'earlyReviewAnswer', dates, ['2026-03-23', '2026-03-29', '2026-03-30'])).toEqual(
      ['due', 'absent', 'missed'],
    );
  });

  test('TRN-A3.3: closed to CAMHS, a joint plan that was never agreed is missed; the survey afterwards is still to come', () => {
    const dates = {
      birthDate: '2008-05-15',
      referral: '2024-01-10',
      adultServiceOpened: '2026-05-20',
      camhsClosed: '2026-05-20',
    };
    const around = ['2026-05-14', '2026-05-15', '2026-05-19', '2026-05-20', '2026-07-01'];
    expect(stands(variantA, 'transition', 'TRN-A3.3', dates, around)).toEqual([
      'due',
      'absent',
      'absent',
      'missed',
      'missed',
    ]);
    expect(stands(variantA, 'transition', 'TRN-A4.4', dates, ['2026-07-01'])).toEqual(['due']);
  });

  test('WAIT-45: a wait that ended asks for no contact; one that was late by then was missed', () => {
    const rows = (ended: string) =>
      stands(waiting, 'waitingWell', 'waitingWell', { lastContact: '2026-01-05', waitEnded: ended }, ['2026-12-01']);
    expect(rows('2026-01-06')).toEqual([undefined]);
    expect(rows('2026-11-01')).toEqual(['missed']);
  });
});

test('whatever is on record: missed only when late, never when met, and one row for each day', () => {
  const date = fc.integer({ min: 0, max: 900 }).map((days) => addDays(civilDate('2025-01-01'), days));
  const names = Object.keys(send.scopes['cycle']!.facts);
  const facts = fc.record(Object.fromEntries(names.map((name) => [name, date])), { requiredKeys: [] });
  fc.assert(
    fc.property(facts, date, (dates, day) => {
      const rows = deadlinesFor(send, 'cycle', factsOn(dates as Dates), { outcome: 'amend' });
      const held = rows.filter((row) => holdsOn(row, day));
      expect(new Set(held.map(({ key }) => key)).size).toBe(held.length);
      const missed = (row: Deadline) => statusOn(row, day) === 'missed';
      for (const row of held.filter(missed)) {
        expect(row.dueOn < day).toBe(true);
        expect(row.metOn === undefined || row.metOn > day).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
