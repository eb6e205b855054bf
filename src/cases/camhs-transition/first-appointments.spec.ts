// After the transfer: nobody is discharged for one missed appointment; the hand-over is acknowledged item by item.
import { given } from '../../kernel/given-when-then.js';
import { transition } from './transition.js';
import { transitionEvents as events } from './domain/events.js';
import { day, on, opened } from './domain/transitions-for-tests.js';
import { whoLeads } from './domain/who-leads.js';

const booked = (id: string, date: string) =>
  events.appointmentBooked.fact(day('2026-05-20'), { appointmentId: id, bookedFor: day(date) });
const missed = (id: string, date: string) => events.appointmentMissed.fact(day(date), { appointmentId: id });
const contacted = (id: string, date: string) =>
  events.contactedAfterMiss.fact(day(date), { appointmentId: id, method: 'call', reached: true });
const discharge = { type: 'DischargeFromAdultService', ...on('2026-08-01'), reason: 'not-engaging' } as const;

describe('TRN-27', () => {
  const first = [opened(), booked('1', '2026-06-01'), missed('1', '2026-06-01')];

  test('TRN-27: no discharge on a first missed appointment, even after contact', () => {
    expect(given(transition, first).when(discharge).refusal?.parts.rule).toBe('TRN-27');
    expect(given(transition, [...first, contacted('1', '2026-06-03')]).when(discharge).refusal?.parts.rule).toBe(
      'TRN-27',
    );
  });

  test('TRN-27: after a second chance and contact each time it may be recorded, as never attended', () => {
    const second = [...first, contacted('1', '2026-06-03'), booked('2', '2026-06-20'), missed('2', '2026-06-20')];
    expect(given(transition, second).when(discharge).refusal?.parts.rule).toBe('TRN-27');
    const { facts } = given(transition, [...second, contacted('2', '2026-06-22')]).when(discharge);
    expect(facts[0]?.data).toMatchObject({ everAttended: false });
  });

  test.each(['needs-met', 'other'] as const)('TRN-27: on a first miss nobody is discharged as %s either', (reason) => {
    const met = events.adultWorkerMet.fact(day('2026-04-01'), { together: true });
    const command = { ...discharge, reason, note: 'they said so' };
    for (const before of [first, [...first, met], [...first, contacted('1', '2026-06-03')]])
      expect(given(transition, before).when(command).refusal?.parts.rule).toBe('TRN-27');
  });

  test('TRN-27: needs are met only of somebody whom the adult service has seen', () => {
    const command = { ...discharge, reason: 'needs-met' } as const;
    const kept = [
      booked('1', '2026-06-01'),
      events.appointmentAttended.fact(day('2026-06-01'), { appointmentId: '1' }),
    ];
    const met = events.adultWorkerMet.fact(day('2026-04-01'), { together: true });
    expect(given(transition, [opened()]).when(command).refusal?.parts.rule).toBe('TRN-27');
    expect(given(transition, [opened(), ...kept]).when(command).facts[0]?.data).toMatchObject({ everAttended: true });
    expect(given(transition, [opened(), met]).when(command).refusal).toBeUndefined();
  });

  test('TRN-27: nobody is discharged as not engaging who never missed anything', () => {
    expect(given(transition, [opened()]).when(discharge).refusal?.parts.rule).toBe('TRN-27');
  });

  test('TRN-27: an appointment whose day has passed is answered first: the day before and the day itself it is still to come', () => {
    const all = [
      ...[opened(), booked('1', '2026-06-01'), missed('1', '2026-06-01'), contacted('1', '2026-06-03')],
      ...[
        booked('2', '2026-06-20'),
        missed('2', '2026-06-20'),
        contacted('2', '2026-06-22'),
        booked('3', '2026-08-01'),
      ],
    ];
    expect(given(transition, all).when({ ...discharge, ...on('2026-07-31') }).refusal).toBeUndefined();
    expect(given(transition, all).when({ ...discharge, ...on('2026-08-01') }).refusal).toBeUndefined();
    const after = given(transition, all).when({ ...discharge, ...on('2026-08-02') }).refusal;
    expect(after?.message).toContain('1 Aug 2026');
  });

  test.each(['moved', 'died'] as const)('TRN-27: whoever %s is let go, seen or not', (reason) => {
    expect(given(transition, first).when({ ...discharge, reason }).refusal).toBeUndefined();
  });

  test('TRN-27: contact is recorded for a missed appointment only, and not before it', () => {
    const contact = {
      type: 'ContactAfterMiss',
      ...on('2026-06-03'),
      appointmentId: '1',
      method: 'call',
      reached: true,
    } as const;
    expect(given(transition, first.slice(0, 2)).when(contact).refusal?.parts.rule).toBe('TRN-27');
    expect(given(transition, first).when({ ...contact, ...on('2026-05-30') }).refusal?.type).toBe('invalid-input');
    expect(given(transition, first).when(contact).refusal).toBeUndefined();
  });
});

describe('hand-over', () => {
  const offered = events.itemOffered.fact(day('2026-05-01'), { itemId: 'i1', kind: 'risk-and-safety-plan' });
  const accept = {
    type: 'AcceptHandOver',
    ...on('2026-05-10'),
    service: 'PRIMARY_CARE_GP',
    by: 'gp',
    recordedBy: 'receiver',
  } as const;

  test('TRN-B3.3: the hand-over is full when every item is accepted', () => {
    const { refusal } = given(transition, [opened(), offered]).when(accept);
    expect(refusal?.parts.rule).toBe('TRN-B3.3');
    expect(refusal?.message).toContain('risk-and-safety-plan (offered)');
    const accepted = events.itemAccepted.fact(day('2026-05-02'), { itemId: 'i1' });
    expect(given(transition, [opened(), offered, accepted]).when(accept).refusal).toBeUndefined();
  });

  test('TRN-B3.3: a returned item comes with its reason, and is offered again under its own id', () => {
    const bare = { type: 'ReturnItem', ...on('2026-05-02'), itemId: 'i1', reason: ' ' } as const;
    expect(given(transition, [opened(), offered]).when(bare).refusal?.parts.rule).toBe('TRN-B3.3');
    const returned = events.itemReturned.fact(day('2026-05-02'), { itemId: 'i1', reason: 'page missing' });
    const again = given(transition, [opened(), offered, returned]).when({
      type: 'OfferItems',
      ...on('2026-05-03'),
      items: [{ itemId: 'i1', kind: 'risk-and-safety-plan' }],
    });
    expect(again.state.items['i1']?.status).toBe('offered');
  });

  test('TRN-01a, TRN-B2.4: that the service leads is said only of one that has the young person', () => {
    const change = { type: 'ChangeLeadService', ...on('2026-05-20'), lead: 'adult', crisisContact: 'adult' } as const;
    const received = events.handOverAccepted.fact(day('2026-05-10'), { service: 'PROGRESSIONS', by: 'b' });
    const met = events.adultWorkerMet.fact(day('2026-05-12'), { together: true });
    expect(given(transition, [opened(), met]).when(change).refusal?.parts.rule).toBe('TRN-01a');
    const { state } = given(transition, [opened(), received]).when(change);
    expect(whoLeads(state, day('2026-05-20'))).toEqual({ lead: 'PROGRESSIONS', crisisContact: 'PROGRESSIONS' });
  });
});
