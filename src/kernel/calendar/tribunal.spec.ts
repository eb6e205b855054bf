// The tribunal's time limits; the raw limit is EHC-70: two months of the letter or one of the certificate, the later.
import { civilDate as d, latest } from './civil-date.js';
import { addMonths } from './months.js';
import { addTribunalWorkingDays, rollForwardNonWorking, startingProceedingsLimit } from './tribunal.js';

describe('the limit for starting proceedings', () => {
  it('EHC-E15: letter of 31 Dec 2025 and no certificate, Mon 2 Mar 2026', () => {
    const raw = addMonths(d('2025-12-31'), 2);
    expect(raw).toBe('2026-02-28');
    expect(startingProceedingsLimit(raw)).toBe('2026-03-02');
  });

  it('EHC-E16: letter of 10 Jun 2026, Tue 1 Sep 2026', () => {
    const raw = addMonths(d('2026-06-10'), 2);
    expect(raw).toBe('2026-08-10');
    expect(startingProceedingsLimit(raw)).toBe('2026-09-01');
  });

  it('EHC-E19: letter of 2 Feb 2026 with a certificate of 20 Mar 2026 or of 20 Feb 2026', () => {
    const limit = (certificate: string) =>
      startingProceedingsLimit(latest(addMonths(d('2026-02-02'), 2), addMonths(d(certificate), 1)));
    expect(limit('2026-03-20')).toBe('2026-04-20');
    expect(limit('2026-02-20')).toBe('2026-04-02');
  });

  it.each([
    ['2025-12-24', '2025-12-24'],
    ['2025-12-25', '2026-01-02'],
    ['2025-12-30', '2026-01-02'],
    ['2026-01-01', '2026-01-02'],
    ['2026-01-02', '2026-01-02'],
    ['2026-12-29', '2027-01-04'],
    ['2027-12-31', '2028-01-04'],
    ['2028-01-01', '2028-01-04'],
    ['2026-07-31', '2026-07-31'],
    ['2026-08-01', '2026-09-01'],
    ['2026-08-31', '2026-09-01'],
    ['2029-08-15', '2029-09-03'],
    ['2026-09-01', '2026-09-01'],
  ])('EHC-72: counted to %s, it is %s', (raw, limit) => {
    expect(startingProceedingsLimit(d(raw))).toBe(limit);
  });

  it('EHC-72: a weekend just before the closed days is in time by EHC-71 and goes no further', () => {
    expect(startingProceedingsLimit(d('2027-07-31'))).toBe('2027-08-02');
    expect(startingProceedingsLimit(d('2028-12-24'))).toBe('2028-12-27');
    expect(startingProceedingsLimit(d('2028-12-23'))).toBe('2028-12-27');
  });
});

describe('any other act', () => {
  it('EHC-71: rolls on from a weekend or bank holiday and from no other day', () => {
    expect(rollForwardNonWorking(d('2026-04-03'))).toBe('2026-04-07');
    expect(rollForwardNonWorking(d('2026-08-10'))).toBe('2026-08-10');
  });
});

describe('thirty working days for a response', () => {
  it.each([
    ['2026-01-05', '2026-02-16', 'no closed day lies between'],
    ['2026-03-16', '2026-04-29', 'Good Friday and Easter Monday are no working days'],
    ['2025-12-01', '2026-01-20', '25 December to 1 January are not counted'],
    ['2026-07-20', '2026-09-29', 'August is not counted'],
    ['2026-08-10', '2026-10-12', 'received in August, the count starts in September'],
    ['2025-12-28', '2026-02-12', 'received between Christmas and New Year, the count starts on 2 January'],
    ['2026-07-31', '2026-10-12', 'nothing of August counts'],
    ['2027-12-24', '2028-02-14', '3 Jan 2028 is a bank holiday in place of 1 January'],
  ])('EHC-73: of %s end on %s: %s', (from, last) => {
    expect(addTribunalWorkingDays(d(from), 30)).toBe(last);
  });

  it('EHC-73: within one working day of a day is the next one that counts', () => {
    expect(addTribunalWorkingDays(d('2026-01-05'), 1)).toBe('2026-01-06');
    expect(addTribunalWorkingDays(d('2026-07-31'), 1)).toBe('2026-09-01');
    expect(addTribunalWorkingDays(d('2026-12-24'), 1)).toBe('2027-01-04');
  });

  it('EHC-73: a time for an act has a whole number of days, at least one', () => {
    expect(() => addTribunalWorkingDays(d('2026-01-05'), 0)).toThrow('EHC-73');
    expect(() => addTribunalWorkingDays(d('2026-01-05'), 1.5)).toThrow('EHC-73');
  });
});
