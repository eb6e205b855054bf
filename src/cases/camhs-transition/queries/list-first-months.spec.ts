// Who is on the list of the first six months: everybody from the day on which they were received, whoever received them.
import { answerTo } from '../../../engine/use-cases/offers.js';
import type { ReadSide } from '../../../engine/processing/read-side.js';
import { transitionEvents as events, type TransitionFact } from '../domain/events.js';
import { day, opened } from '../domain/transitions-for-tests.js';
import { database, project } from '../project-for-tests.js';
import type { Clock } from '../../../kernel/clock.js';
import { listFirstMonths } from './list-first-months.js';

const actor = { id: 'c', role: 'camhs-clinician', organisation: 'estuary-camhs' };
const accepted = (date: string) => events.handOverAccepted.fact(day(date), { service: 'PROGRESSIONS', by: 'b' });

async function listed(on: string, ...received: readonly string[]) {
  // The 18th birthday is on 10 May 2026: six months after it they would have been gone from the list before they came.
  const db = database({ id: 'p1', birthDate: '2008-05-10' });
  received.forEach((date, index) => project(db, `t${index + 1}`, opened(), accepted(date)));
  const given = [{ db } as ReadSide, { today: () => day(on) } as Clock] as const;
  const { items } = await answerTo(listFirstMonths, listFirstMonths.of({}, {}, { actor, asOf: day(on) }), given);
  return items.map(({ id, transferredOn, coverUntil }) => [id, transferredOn, coverUntil]);
}

test('TRN-23a, TRN-24: received on 1 Dec 2026 by Progressions, on the list from that day for six months', async () => {
  expect(await listed('2026-11-30', '2026-12-01')).toEqual([]);
  expect(await listed('2026-12-01', '2026-12-01')).toEqual([['t1', '2026-12-01', '2027-06-01']]);
  expect(await listed('2026-12-02', '2026-12-01')).toHaveLength(1);
  expect(await listed('2027-06-01', '2026-12-01')).toHaveLength(1);
});

test('the earliest transfer comes first', async () => {
  expect((await listed('2026-12-02', '2026-12-01', '2026-07-01')).map(([id]) => id)).toEqual(['t2', 't1']);
});

describe('nobody leaves the list by the calendar while something is owed (TRN-24)', () => {
  /** Received on 1 Dec 2026: the six months end on 1 Jun 2027. */
  async function after(on: string, ...facts: readonly TransitionFact[]) {
    const db = database({ id: 'p1', birthDate: '2008-05-10' });
    project(db, 't1', opened(), accepted('2026-12-01'), ...facts);
    const given = [{ db } as ReadSide, { today: () => day(on) } as Clock] as const;
    const { items } = await answerTo(listFirstMonths, listFirstMonths.of({}, {}, { actor, asOf: day(on) }), given);
    return items.map(({ owed }) => owed);
  }
  const audited = events.auditCompleted.fact(day('2027-04-01'), { which: 'post' });
  const surveyed = events.surveyRecorded.fact(day('2027-02-01'), { which: 'post', outcome: 'offered-and-declined' });
  const booked = events.appointmentBooked.fact(day('2027-05-20'), {
    appointmentId: 'a1',
    bookedFor: day('2027-06-01'),
  });
  const kept = events.appointmentAttended.fact(day('2027-06-01'), { appointmentId: 'a1' });

  it.each([
    ['2027-05-31', [[]]],
    ['2027-06-01', [[]]],
    ['2027-06-02', []],
  ])('nothing owed: on %s %j', async (on, found) => expect(await after(on, audited, surveyed)).toEqual(found));

  it.each([
    ['2027-05-31', [[]]],
    ['2027-06-01', [[]]],
    ['2027-06-02', [['Post-transition audit']]],
    ['2028-06-02', [['Post-transition audit']]],
  ])('TRN-A4.5: the audit owed: on %s %j', async (on, found) => expect(await after(on, surveyed)).toEqual(found));

  it('TRN-A4.4: the survey owed, a year later', async () =>
    expect(await after('2028-06-02', audited)).toEqual([['Post-transition survey']]));

  it.each([
    ['2027-06-01', [[]]],
    ['2027-06-02', [['Say what happened at the first appointment']]],
    ['2028-06-02', [['Say what happened at the first appointment']]],
  ])('TRN-27: an appointment on the last day that nobody answered: on %s %j', async (on, found) =>
    expect(await after(on, audited, surveyed, booked)).toEqual(found),
  );

  it('TRN-27: an appointment that was kept is owed by nobody', async () =>
    expect(await after('2027-06-02', audited, surveyed, booked, kept)).toEqual([]));

  describe('TRN-08: a call promised for 31 May 2027 that nobody made', () => {
    const promised = events.jointPlanAgreed.fact(day('2026-11-02'), {
      ...{ youngPerson: 'signed', family: 'not-involved' },
      promisedContacts: [{ kind: 'call', everyDays: 181, by: 'progressions' }],
    });
    const letGo = (on: string) => events.adultDischarged.fact(day(on), { reason: 'moved', everAttended: false });

    it.each([
      ['2027-06-01', [['Contact promised in the joint plan']]],
      ['2028-06-02', [['Contact promised in the joint plan']]],
    ])('is owed: on %s', async (on, found) => expect(await after(on, promised, audited, surveyed)).toEqual(found));

    it('is owed by nobody once the service has let go', async () =>
      expect(await after('2028-06-02', promised, audited, surveyed, letGo('2027-06-10'))).toEqual([]));
  });

  it.each([
    ['2027-06-01', [[]]],
    ['2027-06-02', [['Hold the meeting that is arranged, and say what happened']]],
    ['2028-06-02', [['Hold the meeting that is arranged, and say what happened']]],
  ])('TRN-25: an introduction arranged for the last day, CAMHS has closed: on %s %j', async (on, found) => {
    const arranged = events.stepRecorded.fact(day('2026-11-02'), {
      ...{ stepId: 's', milestone: 'LINK_WORKER_IDENTIFIED', fact: 'linkWorkerNamed', outcome: 'done' },
      arrangedFor: day('2027-06-01'),
    });
    const closed = events.camhsClosed.fact(day('2026-12-07'), { destination: 'PROGRESSIONS' });
    expect(await after(on, audited, surveyed, arranged, closed)).toEqual(found);
  });
});
