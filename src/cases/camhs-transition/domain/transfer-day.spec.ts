// TRN-23a: the day from which everything "after the transfer" is counted, whoever receives.
import { fold } from '../../../kernel/decider.js';
import { past } from '../../../kernel/given-when-then.js';
import { holdsOn } from '../../../rules/deadline.js';
import { deadlinesFor } from '../../../rules/deadlines.js';
import { packByVersion } from '../../../rules/packs.js';
import { contactSubjects } from './contact-facts.js';
import { transition } from '../transition.js';
import { transitionEvents as events, type TransitionFact } from './events.js';
import { deadlineSubjects } from './facts.js';
import { transferOf } from './receiving.js';
import { day, opened } from './transitions-for-tests.js';

const born = { on: day('2008-10-10'), eventId: 'born' };
const accepted = (date: string, service = 'PROGRESSIONS') =>
  events.handOverAccepted.fact(day(date), { service, by: 'b' });
const openedBy = (date: string, service = 'AMHS_RECOVERY_WELLBEING') =>
  events.receivingServiceOpened.fact(day(date), { service, reference: 'r' });
const refusedBy = (date: string, destination: string) =>
  events.referralRefused.fact(day(date), { destination, reason: 'r' });
const discharged = (date: string) =>
  events.adultDischarged.fact(day(date), { reason: 'needs-met', everAttended: true });
const closed = (date: string, destination: string) => events.camhsClosed.fact(day(date), { destination });
const planned = (date: string, plannedFor: string) =>
  events.markRecorded.fact(day(date), { mark: 'transferPlanned', plannedFor: day(plannedFor) });

const stateOf = (facts: readonly TransitionFact[], variant: 'a' | 'b' = 'a') =>
  fold(transition.evolve, transition.initial, past([opened(variant), ...facts]));

/** The date of a rule as it held on a day. */
function due(key: string, on: string, facts: readonly TransitionFact[], variant: 'a' | 'b' = 'a') {
  const rows = deadlineSubjects('t1', stateOf(facts, variant), { birthDate: born }).flatMap(
    ({ pack, packVersion, scope, facts: known, flags }) =>
      deadlinesFor(packByVersion(pack, packVersion), scope, known, flags),
  );
  return rows.find((row) => row.key === key && holdsOn(row, day(on)))?.dueOn;
}

describe.each(['a', 'b'] as const)('TRN-23a, in variant %s', (variant) => {
  test.each(['PROGRESSIONS', 'PRIMARY_CARE_GP', 'VOLUNTARY_SECTOR', 'ADULT_LD'])(
    'TRN-24: a hand-over accepted on 1 Jun 2026 by %s ends the six months on 1 Dec 2026, not six months after the 18th birthday',
    (service) => {
      expect(due('namedWorkerCover', '2026-06-01', [accepted('2026-06-01', service)], variant)).toBe('2026-12-01');
    },
  );

  test('TRN-24, TRN-26: before anybody received them the planned day counts, and without a plan the 18th birthday', () => {
    expect(due('namedWorkerCover', '2026-05-31', [accepted('2026-06-01')], variant)).toBe('2027-04-10');
    expect(due('folder', '2026-05-31', [accepted('2026-06-01')], variant)).toBe('2026-07-10');
    const facts = [planned('2026-02-02', '2026-09-01'), accepted('2026-06-01')];
    expect(due('namedWorkerCover', '2026-05-31', facts, variant)).toBe('2027-03-01');
    expect(due('folder', '2026-05-31', facts, variant)).toBe('2026-06-01');
    expect(due('namedWorkerCover', '2026-06-01', facts, variant)).toBe('2026-12-01');
    expect(due('folder', '2026-06-01', facts, variant)).toBe('2026-03-01');
  });

  test('the first of the two counts, in whichever order they came', () => {
    const acceptedFirst = [accepted('2026-06-01'), openedBy('2026-08-03', 'PROGRESSIONS')];
    const openedFirst = [openedBy('2026-06-01', 'PROGRESSIONS'), accepted('2026-08-03')];
    for (const facts of [acceptedFirst, openedFirst, [...acceptedFirst].reverse()]) {
      expect(due('namedWorkerCover', '2026-09-01', facts, variant)).toBe('2026-12-01');
      expect(due('engagementAtOneYear', '2026-09-01', facts, variant)).toBe('2027-06-01');
      expect(due('namedWorkerBefore', '2026-09-01', facts, variant)).toBe('2025-12-01');
      expect(due('adultIntroduction', '2026-09-01', facts, variant)).toBe('2026-05-31');
    }
  });

  test('TRN-29: nobody is asked about engagement before there was a transfer', () => {
    expect(due('engagementAtOneYear', '2026-05-31', [accepted('2026-06-01')], variant)).toBeUndefined();
    expect(due('engagementAtOneYear', '2026-06-01', [accepted('2026-06-01')], variant)).toBe('2027-06-01');
  });
});

test('TRN-08: the promised contacts are followed for six months from the day on which the hand-over was accepted', () => {
  const plan = events.jointPlanAgreed.fact(day('2026-02-09'), {
    youngPerson: 'signed',
    family: 'not-involved',
    promisedContacts: [{ kind: 'call', everyDays: 30, by: 'w' }],
  });
  const days = contactSubjects(stateOf([plan, accepted('2026-06-01'), openedBy('2026-08-03')])).map(
    ({ facts }) => facts['promised']?.on,
  );
  expect([days[0], days.at(-1)]).toEqual(['2026-07-01', '2026-11-28']);
});

test('AMB-12, AMB-13: audit and survey run from the opening, and where a hand-over was accepted instead, from that day', () => {
  const progressions = [accepted('2026-06-01')];
  expect(due('TRN-A4.5', '2026-06-01', progressions)).toBe('2026-12-01');
  expect(due('TRN-A4.4', '2026-06-01', progressions)).toBe('2026-09-01');
  expect(due('TRN-A4.5', '2026-08-03', [...progressions, openedBy('2026-08-03')])).toBe('2027-02-03');
});

describe('a transfer that came to nothing', () => {
  const facts = [openedBy('2026-03-02'), refusedBy('2026-04-01', 'AMHS_RECOVERY_WELLBEING'), accepted('2026-06-01')];

  test('TRN-33: when the first service lets go while CAMHS has the case, the day of the next one counts from that day on', () => {
    expect(due('namedWorkerCover', '2026-05-31', facts)).toBe('2026-09-02');
    expect(due('namedWorkerCover', '2026-06-01', facts)).toBe('2026-12-01');
    expect(transferOf(stateOf(facts))?.on).toBe('2026-06-01');
  });

  test('a second service that joins while the first has them moves nothing, also when the first lets go later', () => {
    const both = [openedBy('2026-03-02'), accepted('2026-03-20'), refusedBy('2026-04-01', 'AMHS_RECOVERY_WELLBEING')];
    expect(transferOf(stateOf(both))?.on).toBe('2026-03-02');
  });

  test('after the closure to CAMHS nothing moves it any more', () => {
    const after = [openedBy('2026-03-02'), closed('2026-03-09', 'AMHS_RECOVERY_WELLBEING'), discharged('2026-05-04')];
    expect(transferOf(stateOf([...after, accepted('2026-06-01')]))?.on).toBe('2026-03-02');
    const later = [closed('2026-03-09', 'DECLINED_OR_DISENGAGED'), accepted('2026-06-01')];
    expect(transferOf(stateOf(later))?.on).toBe('2026-06-01');
  });

  test('TRN-08: an earlier discharge calls off no contact that was promised after the later transfer', () => {
    const plan = events.jointPlanAgreed.fact(day('2026-02-09'), {
      youngPerson: 'signed',
      family: 'not-involved',
      promisedContacts: [{ kind: 'call', everyDays: 30, by: 'w' }],
    });
    const again = [plan, openedBy('2026-03-02'), discharged('2026-04-01'), accepted('2026-06-01')];
    expect(contactSubjects(stateOf(again)).map(({ facts: { calledOff } }) => calledOff)).not.toContainEqual(
      expect.anything(),
    );
  });
});
