// The tribunal's time limits; the raw limit is EHC-70: two months of the letter or one of the certificate, the later.
import { civilDate as d, latest } from './civil-date.js';
import { addMonths } from './months.js';
import { rollForwardNonWorking, startingProceedingsLimit } from './tribunal.js';

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

  it('EHC-72: a weekend just before the window rolls on by EHC-71 alone', () => {
    expect(startingProceedingsLimit(d('2027-07-31'))).toBe('2027-08-02');
    expect(startingProceedingsLimit(d('2028-12-24'))).toBe('2028-12-27');
  });
});

describe('any other act', () => {
  it('EHC-71: rolls on from a weekend or bank holiday and from no other day', () => {
    expect(rollForwardNonWorking(d('2026-04-03'))).toBe('2026-04-07');
    expect(rollForwardNonWorking(d('2026-08-10'))).toBe('2026-08-10');
  });
});
