// Birthdays, age gates and ages.
import { ageGate, ageOn, attainsAge, birthday } from './ages.js';
import { civilDate as d, InvalidDate } from './civil-date.js';

describe('reaching an age', () => {
  it.each([
    ['2008-05-15', '2025-11-15'],
    ['2008-08-31', '2026-02-28'],
    ['2007-08-30', '2025-02-28'],
    ['2006-08-29', '2024-02-29'],
    ['2008-12-31', '2026-06-30'],
  ])('CAL-E14: born on %s, 17 years 6 months on %s', (dob, date) => {
    expect(ageGate(d(dob), 17, 6)).toBe(date);
  });

  it('CAL-11: born on 29 Feb, the birthday in a common year is 1 March', () => {
    expect(birthday(d('2008-02-29'), 17)).toBe('2025-03-01');
    expect(birthday(d('2008-02-29'), 16)).toBe('2024-02-29');
    expect(attainsAge(d('2008-02-29'), 18)).toBe('2026-03-01');
    expect(birthday(d('2008-02-28'), 17)).toBe('2025-02-28');
  });

  it('CAL-12: born on 29 Feb, 17 years 6 months is one addition and not six months from 1 March', () => {
    expect(ageGate(d('2008-02-29'), 17, 6)).toBe('2025-08-29');
  });

  it('CAL-12: whole years are birthdays, however they are written', () => {
    expect(ageGate(d('2008-02-29'), 17, 0)).toBe('2025-03-01');
    expect(ageGate(d('2008-02-29'), 16, 12)).toBe('2025-03-01');
  });

  it('CAL-13: a fraction of a year is refused', () => {
    expect(() => ageGate(d('2008-02-29'), 17.5, 0)).toThrow(RangeError);
    expect(() => birthday(d('2008-02-29'), 17.5)).toThrow(RangeError);
  });
});

describe('the age on a date', () => {
  it.each([
    ['2008-05-15', '2008-05-15', 0, 0],
    ['2008-05-15', '2025-11-14', 17, 5],
    ['2008-05-15', '2025-11-15', 17, 6],
    ['2008-05-15', '2026-05-14', 17, 11],
    ['2008-05-15', '2026-05-15', 18, 0],
    ['2008-02-29', '2025-02-28', 16, 11],
    ['2008-02-29', '2025-03-01', 17, 0],
    ['2008-02-29', '2025-03-29', 17, 1],
    ['2008-08-31', '2026-02-28', 17, 6],
    ['2008-12-31', '2009-01-30', 0, 0],
  ])('CAL-11, CAL-12: born on %s, on %s it is %d years %d months', (dob, date, years, months) => {
    expect(ageOn(d(dob), d(date))).toEqual({ years, months });
  });

  it('CAL-11: before the birth there is none', () => {
    expect(() => ageOn(d('2008-05-15'), d('2008-05-14'))).toThrow(InvalidDate);
  });
});
