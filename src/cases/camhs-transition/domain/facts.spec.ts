// From facts of a case to its deadlines, through the shipped protocols.
import { fold } from '../../../kernel/decider.js';
import { past } from '../../../kernel/given-when-then.js';
import { statusOn } from '../../../rules/deadline.js';
import { deadlinesFor } from '../../../rules/deadlines.js';
import { packByVersion } from '../../../rules/packs.js';
import { transition } from '../transition.js';
import { transitionEvents as events, type TransitionFact } from './events.js';
import { deadlineSubjects } from './facts.js';
import { gatesOf } from './gates.js';
import { birthDate, day, opened } from './transitions-for-tests.js';

const stateOf = (facts: readonly TransitionFact[]) => fold(transition.evolve, transition.initial, past([...facts]));
const rowsOf = (facts: readonly TransitionFact[]) =>
  deadlineSubjects('t1', stateOf(facts), { birthDate: { on: birthDate, eventId: 'born' } }).flatMap(
    ({ pack, packVersion, scope, id, facts: known, flags }) =>
      deadlinesFor(packByVersion(pack, packVersion), scope, known, flags).map((row) => ({ ...row, subject: id })),
  );
const row = (key: string, facts: readonly TransitionFact[]) =>
  rowsOf(facts).find((one) => one.key === key && one.validTo === undefined);

const openedTo = (date: string) =>
  events.receivingServiceOpened.fact(day(date), { service: 'AMHS_RECOVERY_WELLBEING', reference: 'r' });
const step = (stepId: string, fact: string, date: string, milestone = 'FINAL_MEETING') =>
  events.stepRecorded.fact(day(date), { stepId, milestone, fact, outcome: 'done' });

test('TRN-E1: the gates of somebody born on 15 May 2008', () => {
  expect(gatesOf(birthDate)).toEqual({
    y9: '2021-09-01',
    '14': '2022-05-15',
    '17': '2025-05-15',
    '17-6': '2025-11-15',
    '18': '2026-05-15',
  });
});

test('TRN-E3: joint planning is due by 15 Nov 2025, and a joint assessment shows that it started', () => {
  expect(row('planningSixMonths', [opened()])).toMatchObject({ dueOn: '2025-11-15', metOn: undefined });
  const assessed = [opened(), step('TRN-A3.1', 'jointAssessment', '2025-11-20', 'JOINT_ASSESS')];
  expect(row('planningSixMonths', assessed)).toMatchObject({ metOn: '2025-11-20' });
});

test.each([
  ['2026-05-15', '2026-08-15', '2026-11-15'],
  ['2026-08-31', '2026-11-30', '2027-02-28'],
])('TRN-E4: opened on %s, the audit window is %s to %s', (date, opensOn, dueOn) => {
  expect(row('TRN-A4.5', [opened(), openedTo(date)])).toMatchObject({ opensOn, dueOn });
});

test('TRN-E8: a final meeting on the 18th birthday is met late', () => {
  const found = row('TRN-B2.6', [opened('b'), step('TRN-B2.6', 'finalMeeting', '2026-05-15')]);
  expect(found && statusOn(found, day('2026-05-16'))).toBe('met late');
});

test('TRN-07, TRN-20: planning from Year 9 and 14 is prompted for those with SEND', () => {
  const early = { referredOn: '2020-03-04' };
  expect(row('planningFrom14', [opened('a', early)])).toBeUndefined();
  expect(row('planningFrom14', [opened('a', { ...early, send: true })])).toMatchObject({ dueOn: '2022-05-15' });
});

test('TRN-03: a late referral is not late for the window that had closed before it', () => {
  const late = row('TRN-A2.1', [opened('a', { referredOn: '2025-12-01', late: true })]);
  expect(late).toMatchObject({ opensOn: '2025-12-01', dueOn: '2026-05-14' });
});

test('TRN-01: closed as "moved away" nothing is left to be done; what was late by then is missed', () => {
  const moved = events.camhsClosed.fact(day('2025-12-01'), { destination: 'MOVED_AWAY' });
  const left = rowsOf([opened(), moved]).filter(
    ({ validTo, metOn, scope }) => !validTo && !metOn && scope === 'transition',
  );
  expect(left.filter(({ missed }) => !missed)).toEqual([]);
  expect(left.filter(({ dueOn }) => dueOn >= '2025-12-01')).toEqual([]);
  expect(left.find(({ key }) => key === 'TRN-A1.2')).toMatchObject({ missed: true, validFrom: '2025-12-01' });
});

test('TRN-22: only meetings that took place start a year, each of them', () => {
  const said = (fact: string, date: string, outcome: 'done' | 'offered-and-declined' | 'not-possible') =>
    events.stepRecorded.fact(day(date), { stepId: fact, milestone: 'PLAN', fact, outcome });
  const years = (...facts: TransitionFact[]) =>
    rowsOf([opened(), ...facts])
      .filter(({ key, validTo }) => key === 'annualMeeting' && !validTo)
      .map(({ dueOn, metOn }) => [dueOn, metOn]);
  expect(
    years(
      said('reviewMeeting', '2025-06-02', 'offered-and-declined'),
      said('finalMeeting', '2026-04-20', 'not-possible'),
    ),
  ).toEqual([]);
  const joint = [said('jointAssessment', '2025-11-20', 'done'), said('jointAssessment', '2026-01-12', 'done')];
  expect(years(...joint)).toEqual([
    ['2026-11-20', '2026-01-12'],
    ['2027-01-12', undefined],
  ]);
});

test('TRN-A3.1: a second joint meeting stands beside the first, and the first meets the step', () => {
  const meeting = (date: string) => step('TRN-A3.1', 'jointAssessment', date, 'JOINT_ASSESS');
  const declined = events.stepRecorded.fact(day('2025-11-16'), {
    stepId: 'TRN-A3.1',
    milestone: 'JOINT_ASSESS',
    fact: 'jointAssessment',
    outcome: 'offered-and-declined',
  });
  const facts = [opened(), declined, meeting('2026-01-12'), meeting('2025-11-20')];
  expect(stateOf(facts).settled['jointAssessment']?.map(({ on }) => on)).toEqual([
    '2025-11-16',
    '2025-11-20',
    '2026-01-12',
  ]);
  expect(row('TRN-A3.1', facts)).toMatchObject({ metOn: '2025-11-20' });
});

test('TRN-33: before a transfer was planned anew, the day planned before holds', () => {
  const plan = (date: string, plannedFor: string) =>
    events.markRecorded.fact(day(date), { mark: 'transferPlanned', plannedFor: day(plannedFor) });
  const facts = [opened(), plan('2025-11-20', '2026-05-15'), plan('2026-04-20', '2026-06-15')];
  const rows = rowsOf(facts).filter(({ key }) => key === 'openedAsPlanned');
  expect(rows.map(({ dueOn, validFrom, validTo }) => [dueOn, validFrom, validTo])).toEqual([
    ['2026-05-15', '2025-11-20', '2026-04-20'],
    ['2026-06-15', '2026-04-20', undefined],
  ]);
});

describe('AMB-05', () => {
  const discussed = (meetingId: string, date: string) =>
    events.interfaceDiscussed.fact(day(date), {
      meetingId,
      manner: 'anonymised',
      recipients: ['r'],
      consentEventIds: [],
    });

  test('AMB-05: each discussion asks for the next within three months, until somebody accepts', () => {
    const facts = [opened(), discussed('m1', '2025-06-10'), discussed('m2', '2025-09-15')];
    const limits = rowsOf(facts).filter(({ key, validTo }) => key === 'interface' && !validTo);
    expect(limits.map(({ dueOn, metOn }) => [dueOn, metOn])).toEqual([
      ['2025-09-10', '2025-09-15'],
      ['2025-12-15', undefined],
    ]);
    const open = rowsOf([...facts, openedTo('2025-11-01')]).filter(
      ({ key, validTo, metOn }) => key === 'interface' && !validTo && !metOn,
    );
    expect(open).toEqual([]);
  });
});

test('TRN-27: a missed first appointment asks for contact within a week', () => {
  const missed = [
    opened(),
    events.appointmentBooked.fact(day('2026-05-20'), { appointmentId: 'a1', bookedFor: day('2026-06-01') }),
    events.appointmentMissed.fact(day('2026-06-01'), { appointmentId: 'a1' }),
  ];
  expect(row('missedFirstAppointment', missed)).toMatchObject({ dueOn: '2026-06-08', subject: 'a1' });
});
