// The London date of an instant.
import { InvalidDate } from './civil-date.js';
import { londonDate } from './london.js';

describe('the London date of an instant', () => {
  it('CAL-E1: 23:15 UTC on 6 July 2026 is 7 July in London (summer time)', () => {
    expect(londonDate('2026-07-06T23:15:00Z')).toBe('2026-07-07');
  });

  it('CAL-E2: 23:59:59 UTC on 12 January 2026 is 12 January in London', () => {
    expect(londonDate('2026-01-12T23:59:59Z')).toBe('2026-01-12');
  });

  it.each([
    ['2026-03-28T23:30:00Z', '2026-03-28'],
    ['2026-03-29T22:59:59.999Z', '2026-03-29'],
    ['2026-03-29T23:00:00Z', '2026-03-30'],
    ['2026-10-24T23:00:00Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-25'],
    ['2026-10-26T00:00:00Z', '2026-10-26'],
  ])('CAL-01: %s, near a change of the clocks, is %s', (instant, date) => {
    expect(londonDate(instant)).toBe(date);
    expect(londonDate(instant)).toBe(date);
  });

  it('CAL-01: other offsets are read too', () => {
    expect(londonDate('2026-07-07T00:15:00+01:00')).toBe('2026-07-07');
    expect(londonDate('2026-01-12T23:30:00-05:00')).toBe('2026-01-13');
  });

  it.each([
    '2026-07-06T23:15:00',
    '2026-07-06',
    '2026-02-30T00:00:00Z',
    '2026-07-06T23:61:00Z',
    '2026-07-06T24:30:00Z',
    '+012026-07-06T23:15:00Z',
    'yesterday',
    '',
  ])('CAL-01: %j is refused, since its day would be a guess', (text) => {
    londonDate('2026-07-06T23:15:00Z');
    expect(() => londonDate(text)).toThrow(InvalidDate);
  });
});
