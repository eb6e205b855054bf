// No gap between CAMHS and whoever takes over; 18 never closes a case by itself.
import { given } from '../../kernel/given-when-then.js';
import { transition } from './transition.js';
import { transitionEvents as events } from './domain/events.js';
import { destinationCodes, destinations } from './domain/destinations.js';
import { hasGap, needsFallback } from './domain/guards.js';
import { day, on, opened } from './domain/transitions-for-tests.js';
import { whoLeads } from './domain/who-leads.js';

const amhs = 'AMHS_RECOVERY_WELLBEING';
const opensOn = (date: string) => events.receivingServiceOpened.fact(day(date), { service: amhs, reference: 'r' });
const close = (date: string, destination = amhs) =>
  ({ type: 'CloseCamhs', ...on(date), destination, acceptanceEvidence: 'letter' }) as const;

describe('closing to CAMHS', () => {
  test('TRN-E5: closed on 15 May 2026 with an adult opening on 20 May 2026 is a gap, and refused', () => {
    const { refusal } = given(transition, [opened(), opensOn('2026-05-20')]).when(close('2026-05-15'));
    expect(refusal?.parts.rule).toBe('TRN-01');
    expect(refusal?.message).toContain('20 May 2026');
  });

  test('TRN-01: on the day of the opening it may be closed', () => {
    const { state } = given(transition, [opened(), opensOn('2026-05-20')]).when(close('2026-05-20'));
    expect(state.closed).toMatchObject({ on: '2026-05-20', destination: amhs });
    expect(whoLeads(state, day('2026-05-20')).lead).toBe(amhs);
  });

  test('TRN-01: an accepted hand-over is enough, an accepted referral is not', () => {
    const referred = events.referred.fact(day('2026-01-05'), { destination: 'PROGRESSIONS', consentEventIds: [] });
    const accepted = events.referralAccepted.fact(day('2026-01-12'), {
      destination: 'PROGRESSIONS',
      by: 'b',
      evidence: 'e',
    });
    const handed = events.handOverAccepted.fact(day('2026-06-15'), { service: 'PROGRESSIONS', by: 'b' });
    const closing = close('2026-06-15', 'PROGRESSIONS');
    expect(given(transition, [opened(), referred, accepted]).when(closing).refusal?.parts.rule).toBe('TRN-01');
    const offered = events.itemOffered.fact(day('2026-06-01'), { itemId: 'i1', kind: 'joint-care-plan' });
    const full = [offered, events.itemAccepted.fact(day('2026-06-02'), { itemId: 'i1' }), handed];
    expect(given(transition, [opened(), referred, accepted, ...full]).when(closing).refusal).toBeUndefined();
  });

  test('TRN-01: another service than the destination does not fill the gap', () => {
    const { refusal } = given(transition, [opened(), opensOn('2026-05-01')]).when(close('2026-05-20', 'PROGRESSIONS'));
    expect(refusal?.parts.rule).toBe('TRN-01');
  });

  test.each(['MOVED_AWAY', 'NO_ONWARD_SERVICE_GOALS_MET', 'DECLINED_OR_DISENGAGED', 'DIED'])(
    'TRN-50: %s needs no receiver',
    (code) => {
      expect(given(transition, [opened()]).when(close('2026-05-15', code)).refusal).toBeUndefined();
    },
  );

  test('TRN-50: the list is the twenty codes of the rule, and a service needs evidence that it accepted', () => {
    expect(destinationCodes).toHaveLength(20);
    expect(destinations.filter(({ onward, needsAcceptance }) => onward && !needsAcceptance)).toEqual([]);
    const bare = { type: 'CloseCamhs', ...on('2026-05-20'), destination: amhs } as const;
    expect(given(transition, [opened(), opensOn('2026-05-20')]).when(bare).refusal?.parts.rule).toBe('TRN-50');
    const referral = { type: 'ReferOnward', ...on('2026-05-20'), destination: 'DIED' } as const;
    expect(given(transition, [opened()]).when(referral).refusal?.parts.rule).toBe('TRN-50');
  });

  test('TRN-01: no correction opens a gap after the event', () => {
    const closed = events.camhsClosed.fact(day('2026-05-20'), { destination: amhs });
    const facts = [opened(), opensOn('2026-05-20'), closed];
    const withdraw = {
      type: 'WithdrawFact',
      ...on('2026-06-01'),
      correctsEventId: 'e2',
      reason: 'wrong person',
    } as const;
    expect(given(transition, facts).when(withdraw).refusal?.parts.rule).toBe('TRN-01');
    const later = {
      type: 'CorrectDate',
      ...on('2026-06-01'),
      correctsEventId: 'e2',
      field: 'occurredOn',
      from: day('2026-05-20'),
      to: day('2026-05-21'),
      reason: 'letter',
      birthDate: day('2008-05-15'),
      consents: [],
    } as const;
    expect(given(transition, facts).when(later).refusal?.parts.rule).toBe('TRN-01');
    const earlier = given(transition, facts).when({ ...later, to: day('2026-05-19') });
    expect(earlier.refusal).toBeUndefined();
    expect(earlier.state.receivers[0]?.on).toBe('2026-05-19');
    expect(hasGap(earlier.state)).toBe(false);
  });

  test('a withdrawn closure opens the case again, and the service that has the young person leads on', () => {
    const closed = events.camhsClosed.fact(day('2026-05-20'), { destination: amhs });
    const { state } = given(transition, [opened(), opensOn('2026-05-20'), closed]).when({
      type: 'WithdrawFact',
      ...on('2026-05-22'),
      correctsEventId: 'e3',
      reason: 'closed by mistake',
    });
    expect([state.closed, whoLeads(state, day('2026-05-22')).lead]).toEqual([undefined, amhs]);
    expect(JSON.parse(JSON.stringify(state))).toEqual(JSON.parse(JSON.stringify({ ...state })));
  });
});

describe('past 18', () => {
  test('TRN-02: past 18 the case stays open with a reason; the birthday closes nothing', () => {
    const reason = {
      type: 'RecordPast18Reason',
      ...on('2026-05-15'),
      reason: 'awaiting-receiver',
      reviewOn: day('2026-06-15'),
    } as const;
    const { state, refusal } = given(transition, [opened()]).when(reason);
    expect(refusal).toBeUndefined();
    expect([state.closed, state.past18[0]?.reason]).toEqual([undefined, 'awaiting-receiver']);
  });

  test('TRN-02, TRN-B2.8: a time-limited intervention names who agreed, and every reason has a day of review', () => {
    const reason = {
      type: 'RecordPast18Reason',
      ...on('2026-05-15'),
      reason: 'time-limited-intervention',
      reviewOn: day('2026-06-15'),
    } as const;
    expect(given(transition, [opened()]).when(reason).refusal?.parts.rule).toBe('TRN-B2.8');
    const past = { ...reason, agreedWith: 'AMHS', reviewOn: day('2026-05-15') };
    expect(given(transition, [opened()]).when(past).refusal?.parts.rule).toBe('TRN-02');
  });
});

test('TRN-33: a refused referral without a fallback stands out until another service is chosen', () => {
  const referred = events.referred.fact(day('2026-01-05'), { destination: amhs, consentEventIds: [] });
  const refusal = { type: 'RefuseReferral', ...on('2026-02-01'), destination: amhs, reason: 'threshold' } as const;
  const without = given(transition, [opened(), referred]).when(refusal);
  expect(needsFallback(without.state)).toBe(true);
  const chosen = given(transition, [opened(), referred, ...without.facts]).when({
    type: 'ChooseReceivingService',
    ...on('2026-02-02'),
    destination: 'PROGRESSIONS',
  });
  expect(needsFallback(chosen.state)).toBe(false);
  const withFallback = given(transition, [opened(), referred]).when({ ...refusal, fallback: 'PROGRESSIONS' });
  expect(withFallback.state.chosen?.destination).toBe('PROGRESSIONS');
});

describe('TRN-01: a service that has let go does not receive', () => {
  const discharged = (date: string) =>
    events.adultDischarged.fact(day(date), { reason: 'needs-met', everAttended: true });
  const refuse = (date: string) =>
    ({ type: 'RefuseReferral', ...on(date), destination: amhs, reason: 'threshold' }) as const;
  const referred = events.referred.fact(day('2026-01-05'), { destination: amhs, consentEventIds: [] });

  test('CAMHS is not closed to a service that discharged before, and the lead is with CAMHS again', () => {
    const facts = [opened(), opensOn('2026-05-01'), discharged('2026-05-10')];
    expect(whoLeads(given(transition, facts).state, day('2026-05-10')).lead).toBe('camhs');
    expect(needsFallback(given(transition, facts).state)).toBe(true);
    expect(given(transition, facts).when(close('2026-05-20')).refusal?.parts.rule).toBe('TRN-01');
    const again = [...facts, opensOn('2026-05-18')];
    expect(given(transition, again).when(close('2026-05-20')).refusal).toBeUndefined();
  });

  test('the same service may open the case again after it had discharged', () => {
    const open = {
      type: 'OpenReceivingService',
      ...on('2026-05-18'),
      service: amhs,
      reference: 'r',
      recordedBy: 'receiver',
    } as const;
    const facts = [opened(), opensOn('2026-05-01')];
    expect(given(transition, facts).when(open).refusal?.type).toBe('already-exists');
    expect(given(transition, [...facts, discharged('2026-05-10')]).when(open).refusal).toBeUndefined();
  });

  test('after the closure a discharge is recorded with its reason, but not one from before it', () => {
    const met = events.adultWorkerMet.fact(day('2026-04-20'), { together: true });
    const facts = [
      opened(),
      met,
      opensOn('2026-05-01'),
      events.camhsClosed.fact(day('2026-05-20'), { destination: amhs }),
    ];
    const discharge = { type: 'DischargeFromAdultService', reason: 'needs-met' } as const;
    expect(given(transition, facts).when({ ...discharge, ...on('2026-06-20') }).refusal).toBeUndefined();
    expect(given(transition, facts).when({ ...discharge, ...on('2026-05-10') }).refusal?.parts.rule).toBe('TRN-01');
  });

  test('TRN-33: a service that has opened the case does not refuse it: it discharges, by the rules of that', () => {
    const facts = [opened(), referred, opensOn('2026-05-01')];
    expect(given(transition, facts).when(refuse('2026-05-10')).refusal?.parts.rule).toBe('TRN-33');
  });

  test('TRN-33: a service that had accepted and not yet opened may still refuse, and the case then stands out', () => {
    const accepted = events.referralAccepted.fact(day('2026-01-12'), { destination: amhs, by: 'b', evidence: 'e' });
    const { state, refusal } = given(transition, [opened(), referred, accepted]).when(refuse('2026-02-10'));
    expect([refusal, state.referrals[0]?.answer, needsFallback(state)]).toEqual([undefined, 'refused', true]);
  });
});

describe('a corrected date keeps the order that recording demands', () => {
  const correct = (correctsEventId: string, field: string, from: string, to: string) =>
    ({
      ...{ type: 'CorrectDate', ...on('2026-06-01'), correctsEventId, field, from: day(from), to: day(to) },
      ...{ reason: 'letter', birthDate: day('2008-05-15'), consents: [] },
    }) as never;
  const refusalOf = (facts: Parameters<typeof given>[1], correction: never) =>
    given(transition, facts as never).when(correction).refusal?.parts.fields?.[0];

  test('TRN-03: the referral is not moved past the day of the correction, nor past what happened since', () => {
    const toDay = (facts: Parameters<typeof refusalOf>[0], to: string) =>
      refusalOf(facts, correct('e1', 'referredOn', '2024-03-04', to))?.field;
    expect([toDay([opened()], '2026-06-01'), toDay([opened()], '2026-06-02')]).toEqual([undefined, 'to']);
    const offered = events.itemOffered.fact(day('2026-05-01'), { itemId: 'i1', kind: 'care-plan' } as never);
    const since = [opened(), offered];
    expect([toDay(since, '2026-05-01'), toDay(since, '2026-05-02')]).toEqual([undefined, 'to']);
  });

  test('TRN-01: an item is not answered before it was offered', () => {
    const offered = events.itemOffered.fact(day('2026-05-01'), { itemId: 'i1', kind: 'care-plan' } as never);
    const accepted = events.itemAccepted.fact(day('2026-05-04'), { itemId: 'i1' });
    const facts = [opened(), offered, accepted];
    expect(refusalOf(facts, correct('e3', 'occurredOn', '2026-05-04', '2026-04-30'))).toMatchObject({ field: 'to' });
    expect(refusalOf(facts, correct('e2', 'occurredOn', '2026-05-01', '2026-05-05'))).toMatchObject({ field: 'to' });
    expect(refusalOf(facts, correct('e3', 'occurredOn', '2026-05-04', '2026-05-01'))).toBeUndefined();
  });
});
