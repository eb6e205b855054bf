// School years and compulsory school age.
import { ageOn } from './ages.js';
import { civilDate as d } from './civil-date.js';
import {
  academicYearOf,
  becomesYoungPersonOn,
  compulsorySchoolAgeEnds,
  ncYearOn,
  startOfNcYear,
} from './school-year.js';

describe('the year group', () => {
  it.each([
    ['2011-08-31', 10],
    ['2011-09-01', 9],
    ['2012-08-31', 9],
    ['2012-09-01', 8],
  ])('CAL-E16: born on %s, on 1 Oct 2025 it is Year %d', (dob, year) => {
    expect(ncYearOn(d(dob), d('2025-10-01'))).toBe(year);
  });

  it('CAL-14: it changes on 1 September', () => {
    expect(ncYearOn(d('2011-09-01'), d('2026-08-31'))).toBe(9);
    expect(ncYearOn(d('2011-09-01'), d('2026-09-01'))).toBe(10);
    expect(startOfNcYear(d('2011-09-01'), 9)).toBe('2025-09-01');
    expect(startOfNcYear(d('2012-08-31'), 9)).toBe('2025-09-01');
    expect(startOfNcYear(d('2012-09-01'), 9)).toBe('2026-09-01');
  });

  it('CAL-16: the academic year runs from 1 September to 31 August', () => {
    expect(academicYearOf(d('2025-09-01'))).toEqual({ from: '2025-09-01', to: '2026-08-31' });
    expect(academicYearOf(d('2026-08-31'))).toEqual({ from: '2025-09-01', to: '2026-08-31' });
  });
});

describe('the end of compulsory school age', () => {
  it('CAL-E17: born on 20 Aug 2010, a young person after Fri 26 Jun 2026, aged 15', () => {
    const dob = d('2010-08-20');
    expect(compulsorySchoolAgeEnds(dob)).toBe('2026-06-26');
    expect(becomesYoungPersonOn(dob)).toBe('2026-06-27');
    expect(ageOn(dob, becomesYoungPersonOn(dob)).years).toBe(15);
  });

  it.each([
    ['2009-09-01', '2026-06-26'],
    ['2010-08-31', '2026-06-26'],
    ['2010-09-01', '2027-06-25'],
    ['2011-06-25', '2027-06-25'],
    ['2011-09-01', '2028-06-30'],
    ['2012-02-29', '2028-06-30'],
  ])('CAL-15: born on %s, it ends on %s', (dob, date) => {
    expect(compulsorySchoolAgeEnds(d(dob))).toBe(date);
  });
});
