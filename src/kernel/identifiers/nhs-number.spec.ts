// NHS numbers.
import fc from 'fast-check';
import { formatNhsNumber, parseNhsNumber } from './nhs-number.js';

const valid = (text: string) => parseNhsNumber(text).problem === undefined;
const ending = (stem: string) => [...'0123456789'].filter((digit) => valid(stem + digit));

describe('an NHS number', () => {
  it.each(['18', '26', '34', '42', '50', '69', '77', '85', '93'].map((end) => `99900000${end}`).concat('9990000107'))(
    'REC-33: %s is valid and in the test range (REC-31)',
    (value) => {
      expect(parseNhsNumber(value)).toEqual({ value, range: 'test' });
    },
  );

  it.each([
    ['9434765919', 'other'],
    ['4698194180', 'issued'],
    ['9434765870', 'other'],
  ])('REC-33: %s is valid, range %s', (value, range) => {
    expect(parseNhsNumber(value)).toEqual({ value, range });
  });

  it.each(['1234567890', '9876544321', '9990000019', '9111111124', '9222222228'])('REC-33: %s is invalid', (text) => {
    expect(parseNhsNumber(text).problem).toMatch(/REC-30/);
  });

  it('REC-33: 911111112 ends in 7 and 922222222 in 9', () => {
    expect([ending('911111112'), ending('922222222')]).toEqual([['7'], ['9']]);
  });

  it.each(['999000000', '999000014', '999000028', '999000031'])('REC-33: no digit completes %s', (stem) => {
    expect(ending(stem)).toEqual([]);
  });

  it.each([...'0123456789'].map((digit) => digit.repeat(10)))('REC-32: %s is refused', (text) => {
    expect(parseNhsNumber(text).problem).toMatch(/REC-32/);
  });

  it.each(['999 000 0018', '999-000-0018', ' 9990000018 '])('REC-30: %j is read', (text) => {
    expect(parseNhsNumber(text).value).toBe('9990000018');
  });

  it.each(['', '999000001', '99900000180', '99 9000 0018', '999 000-0018', '999.000.0018', '999000001X', '٩٩٩٠٠٠٠٠١٨'])(
    'REC-30: %j is not one',
    (text) => {
      expect(parseNhsNumber(text).problem).toMatch(/ten digits/);
    },
  );

  it('REC-30: is shown 3-3-4 and read back', () => {
    expect(formatNhsNumber('9990000018')).toBe('999 000 0018');
    expect(parseNhsNumber(formatNhsNumber('9990000018')).value).toBe('9990000018');
  });

  it('REC-30: a refusal never repeats what was typed', () => {
    expect(parseNhsNumber('9990000019').problem).not.toMatch(/999 ?000 ?0019/);
  });

  it('REC-30: every wrong digit and every swap of unequal neighbours is noticed', () => {
    const stems = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String);
    const places = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(stems, places, places, (stem, place, digit) => {
        for (const value of ending(stem).map((end) => stem + end)) {
          const changed = value.slice(0, place) + String(digit) + value.slice(place + 1);
          expect(valid(changed)).toBe(changed === value);
          const swapped =
            value.slice(0, place) + value.charAt(place + 1) + value.charAt(place) + value.slice(place + 2);
          expect(valid(swapped)).toBe(swapped === value);
        }
      }),
    );
  });
});
