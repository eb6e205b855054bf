// Unique pupil numbers.
import fc from 'fast-check';
import { parseUpn } from './upn.js';

describe('a UPN', () => {
  it.each(['B801200005001', 'M882400025001', 'B882400025002'])('REC-36: %s is valid and permanent', (value) => {
    expect(parseUpn(value)).toEqual({ value, temporary: false });
  });

  it.each(['L88240002501A', 'A88240002501B'])('REC-36: %s is valid and temporary', (value) => {
    expect(parseUpn(value)).toEqual({ value, temporary: true });
  });

  it('REC-36: 207000016049 has the letter P, not the Q of two published pages', () => {
    expect(parseUpn('P207000016049').problem).toBeUndefined();
    expect(parseUpn('Q207000016049').problem).toMatch(/first letter/);
  });

  it('REC-35: small letters and spaces around are put right', () => {
    expect(parseUpn(' b801200005001 ').value).toBe('B801200005001');
  });

  it.each(['', 'B80120000500', 'B8012000050011', '8801200005001', 'I801200005001', 'B80120000500O', 'B8012A0005001'])(
    'REC-35: %j is not one',
    (text) => {
      expect(parseUpn(text).problem).toMatch(/never I, O or S/);
    },
  );

  it('REC-35: exactly one letter fits any twelve digits, and a wrong digit is noticed', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(digits, fc.nat(11), fc.nat(9), (all, place, digit) => {
        const fitting = (tail: string) =>
          [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => !parseUpn(letter + tail).problem);
        const letters = fitting(all.join(''));
        const others = fitting(all.with(place, digit).join(''));
        expect(letters).toHaveLength(1);
        expect(letters[0] === others[0]).toBe(all[place] === digit);
      }),
    );
  });
});
