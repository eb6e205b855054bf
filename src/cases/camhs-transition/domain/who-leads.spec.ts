// TRN-01a: who leads and who is called in a crisis, before and after every way out of CAMHS.
import { past } from '../../../kernel/given-when-then.js';
import { foldStanding } from '../../../kernel/history.js';
import { destinations } from './destinations.js';
import { transitionEvents as events, type TransitionFact } from './events.js';
import { transitionKind } from './transition-kind.js';
import { day, opened } from './transitions-for-tests.js';
import { whoLeads } from './who-leads.js';

const accepted = (date: string, service: string) => events.handOverAccepted.fact(day(date), { service, by: 'b' });
const openedBy = (date: string, service: string) =>
  events.receivingServiceOpened.fact(day(date), { service, reference: 'r' });
const closed = (date: string, destination: string) => events.camhsClosed.fact(day(date), { destination });
const agreed = (date: string, lead: 'camhs' | 'adult', crisisContact = lead) =>
  events.leadServiceChanged.fact(day(date), { lead, crisisContact });
const discharged = (date: string) =>
  events.adultDischarged.fact(day(date), { reason: 'needs-met', everAttended: true });

const on = (date: string, facts: readonly TransitionFact[]) => {
  const then = past([opened(), ...facts]).filter(({ occurredOn }) => occurredOn <= date);
  return whoLeads(foldStanding(transitionKind, then), day(date));
};
const both = (who: string) => ({ lead: who, crisisContact: who });

const services = destinations.filter(({ onward }) => onward).map(({ code }) => code);
const noReceiver = destinations.filter(({ kind }) => kind === 'none').map(({ code }) => code);

describe('TRN-01a', () => {
  test.each(services)(
    '%s leads by its own name from the day on which it accepted, and CAMHS until the day before',
    (service) => {
      const facts = [accepted('2026-06-01', service), closed('2026-06-15', service)];
      expect(on('2026-05-31', facts)).toEqual(both('camhs'));
      expect(on('2026-06-01', facts)).toEqual(both(service));
      expect(on('2026-06-15', facts)).toEqual(both(service));
      expect(on('2027-06-15', facts)).toEqual(both(service));
    },
  );

  test.each(services)('%s leads by its own name from the day on which it opened the case', (service) => {
    expect(on('2026-05-31', [openedBy('2026-06-01', service)])).toEqual(both('camhs'));
    expect(on('2026-06-01', [openedBy('2026-06-01', service)])).toEqual(both(service));
  });

  test.each(noReceiver)('after a closure with no receiver (%s) nobody leads here', (destination) => {
    expect(on('2026-06-14', [closed('2026-06-15', destination)])).toEqual(both('camhs'));
    expect(on('2026-06-15', [closed('2026-06-15', destination)])).toEqual(both('nobody'));
    expect(on('2026-06-16', [closed('2026-06-15', destination)])).toEqual(both('nobody'));
  });

  test('a referral that was accepted is a promise: CAMHS leads', () => {
    const promise = events.referralAccepted.fact(day('2026-05-04'), {
      destination: 'PROGRESSIONS',
      by: 'b',
      evidence: 'e',
    });
    const referred = events.referred.fact(day('2026-05-01'), { destination: 'PROGRESSIONS', consentEventIds: [] });
    expect(on('2026-05-05', [referred, promise])).toEqual(both('camhs'));
  });

  test('a service that had them is not called after a closure to nowhere, and one that receives them later is', () => {
    const facts = [accepted('2026-06-01', 'PROGRESSIONS'), closed('2026-06-15', 'DECLINED_OR_DISENGAGED')];
    expect(on('2026-06-15', facts)).toEqual(both('nobody'));
    expect(on('2026-08-03', [...facts, openedBy('2026-08-03', 'ADULT_LD')])).toEqual(both('ADULT_LD'));
  });

  test('when the adult service discharges them CAMHS leads again, and nobody after the closure', () => {
    const facts = [openedBy('2026-06-01', 'ADULT_LD'), discharged('2026-07-01')];
    expect(on('2026-06-30', facts)).toEqual(both('ADULT_LD'));
    expect(on('2026-07-01', facts)).toEqual(both('camhs'));
    const after = [openedBy('2026-06-01', 'ADULT_LD'), closed('2026-06-08', 'ADULT_LD'), discharged('2026-07-01')];
    expect(on('2026-06-30', after)).toEqual(both('ADULT_LD'));
    expect(on('2026-07-01', after)).toEqual(both('nobody'));
  });

  test('of several services the one they were closed to leads', () => {
    const facts = [accepted('2026-06-01', 'TALKING_THERAPIES'), openedBy('2026-06-08', 'ADULT_LD')];
    expect(on('2026-06-16', [...facts, closed('2026-06-15', 'TALKING_THERAPIES')])).toEqual(both('TALKING_THERAPIES'));
    expect(on('2026-06-16', [...facts, closed('2026-06-15', 'ADULT_LD')])).toEqual(both('ADULT_LD'));
    expect(on('2026-06-16', [...facts, closed('2026-06-15', 'NOT_RECORDED')])).toEqual(both('ADULT_LD'));
  });
});

describe('TRN-B2.4', () => {
  const received = accepted('2026-06-01', 'PROGRESSIONS');

  test('CAMHS may stay the lead or the crisis contact for a while where that was agreed after they were received', () => {
    expect(on('2026-06-05', [received, agreed('2026-06-04', 'camhs')])).toEqual(both('camhs'));
    expect(on('2026-06-05', [received, agreed('2026-06-04', 'adult', 'camhs')])).toEqual({
      lead: 'PROGRESSIONS',
      crisisContact: 'camhs',
    });
    expect(on('2026-07-01', [received, agreed('2026-06-04', 'camhs'), closed('2026-07-01', 'PROGRESSIONS')])).toEqual(
      both('PROGRESSIONS'),
    );
  });

  test('REC-23: what was said before they were received does not outlast it', () => {
    expect(on('2026-06-01', [agreed('2026-05-04', 'camhs'), received])).toEqual(both('PROGRESSIONS'));
  });

  test('of two agreements the later day holds, also when it was entered first', () => {
    expect(on('2026-06-20', [received, agreed('2026-06-15', 'adult'), agreed('2026-06-04', 'camhs')])).toEqual(
      both('PROGRESSIONS'),
    );
  });
});
