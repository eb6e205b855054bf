// The calendar held against a second, slow implementation that counts on JavaScript's UTC dates and knows no shortcut.
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addTribunalWorkingDays,
  addWeeks,
  addWorkingDays,
  ageGate,
  ageOn,
  birthday,
  civilDate,
  compulsorySchoolAgeEnds,
  dayOfWeek,
  daysBetween,
  fullyRunOn,
  isCivilDate,
  isWorkingDay,
  lastDayBeginningWith,
  lastDayOfMonthsStartingWith,
  lastWorkingDayBeginningWith,
  londonDate,
  ncYearOn,
  nextWorkingDayOnOrAfter,
  parseTypedDate,
  previousWorkingDayOnOrBefore,
  startingProceedingsLimit,
  startOfNcYear,
  withinWeeksOf,
} from './index.js';
import type { CivilDate } from './index.js';

const DAY = 86_400_000;
const utc = (date: string) => new Date(`${date}T00:00:00Z`);
const iso = (at: Date) => civilDate(at.toISOString().slice(0, 10));
const later = (date: string, days: number) => iso(new Date(utc(date).getTime() + days * DAY));
const exists = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;

// Months one at a time from the first of the month, then the day, or the nearest one before it that exists.
function naiveAddMonths(date: string, months: number): CivilDate {
  let [year, month] = [utc(date).getUTCFullYear(), utc(date).getUTCMonth() + 1];
  for (let left = Math.abs(months); left > 0; left--) {
    month += Math.sign(months);
    if (month === 13) [year, month] = [year + 1, 1];
    if (month === 0) [year, month] = [year - 1, 12];
  }
  let day = utc(date).getUTCDate();
  while (!exists(year, month, day)) day--;
  return iso(new Date(Date.UTC(year, month - 1, day)));
}

// The period's length is found by walking to the day that belongs to the next period, as the Act's words have it.
function naivePeriodEnd(date: string, months: number): CivilDate {
  const target = utc(naiveAddMonths(`${date.slice(0, 8)}01`, months));
  const [year, month, day] = [target.getUTCFullYear(), target.getUTCMonth() + 1, utc(date).getUTCDate()];
  const next = exists(year, month, day) ? Date.UTC(year, month - 1, day) : Date.UTC(year, month, 1);
  return later(iso(new Date(next)), -1);
}

const officialHolidays = new Set(
  `2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26 2025-01-01 2025-04-18 2025-04-21
   2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26 2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31
   2026-12-25 2026-12-28 2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28 2028-01-03
   2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26`.split(/\s+/),
);
const naiveWorking = (date: string) => ![0, 6].includes(utc(date).getUTCDay()) && !officialHolidays.has(date);

function naiveBirthday(dob: string, years: number): CivilDate {
  const [year, month, day] = [utc(dob).getUTCFullYear() + years, utc(dob).getUTCMonth() + 1, utc(dob).getUTCDate()];
  return iso(new Date(Date.UTC(year, month - 1, day)));
}

const between = (from: string, to: string) =>
  fc.integer({ min: 0, max: (utc(to).getTime() - utc(from).getTime()) / DAY }).map((days) => later(from, days));
// Half of all dates are at a month's end or start, where the mistakes are.
const awkward = fc
  .record({
    year: fc.integer({ min: 1901, max: 2190 }),
    month: fc.integer({ min: 0, max: 11 }),
    day: fc.integer({ min: -3, max: 1 }),
  })
  .map(({ year, month, day }) => iso(new Date(Date.UTC(year, month, day))));
const anyDate = fc.oneof(between('1850-01-01', '2250-12-31'), awkward);
const leapDay = fc.integer({ min: 480, max: 519 }).map((fourth) => civilDate(`${fourth * 4}-02-29`));
const dobs = fc.oneof(between('1980-01-01', '2030-12-31'), between('2008-02-25', '2008-03-03'), leapDay);
const recent = between('2024-02-01', '2028-11-01');
const holds = { numRuns: 2000 };
const check = <T extends unknown[]>(property: fc.IProperty<T>) => fc.assert(property, holds);

describe('the calendar, against a naive second implementation', () => {
  it('CAL-02, CAL-03: days, weeks and week days are those of a day-by-day count', () => {
    check(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        expect(addDays(date, days)).toBe(later(date, days));
        expect(daysBetween(date, later(date, days))).toBe(days);
        expect(dayOfWeek(date)).toBe(utc(date).getUTCDay() || 7);
        expect(isCivilDate(addDays(date, days))).toBe(true);
      }),
    );
    check(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (date, count) => {
        expect(withinWeeksOf(date, count)).toBe(later(date, 7 * count));
        expect(addWeeks(date, -count)).toBe(later(date, -7 * count));
        let last: CivilDate = date;
        for (let counted = 1; counted < count; counted++) last = later(last, 1);
        expect(lastDayBeginningWith(date, count)).toBe(last);
        expect(fullyRunOn(date, count)).toBe(later(last, 1));
      }),
    );
  });

  it('every day from 1899 to 2201 follows the one before', () => {
    let date = civilDate('1899-12-25');
    for (const at = utc(date); date < '2201-01-05'; date = addDays(date, 1), at.setUTCDate(at.getUTCDate() + 1)) {
      if (date !== at.toISOString().slice(0, 10)) throw new Error(`${date} is not ${at.toISOString()}`);
    }
  });

  it('CAL-04, CAL-08: months after and before are those of a month-by-month walk', () => {
    check(
      fc.property(anyDate, fc.integer({ min: -400, max: 400 }), (date, months) => {
        expect(addMonths(date, months)).toBe(naiveAddMonths(date, months));
      }),
    );
  });

  it('CAL-05: a period of months ends the day before the next one starts', () => {
    check(
      fc.property(fc.oneof(anyDate, leapDay), fc.integer({ min: 1, max: 60 }), (date, months) => {
        expect(lastDayOfMonthsStartingWith(date, months)).toBe(naivePeriodEnd(date, months));
      }),
    );
  });

  it('CAL-09, CAL-10: working days are those of a day-by-day count on the published lists', () => {
    check(
      fc.property(recent, fc.integer({ min: 1, max: 30 }), (date, count) => {
        expect(isWorkingDay(date)).toBe(naiveWorking(date));
        let [day, left] = [date, count];
        while (!naiveWorking(day) || --left > 0) day = later(day, 1);
        expect(lastWorkingDayBeginningWith(date, count)).toBe(day);
        const after = nextWorkingDayOnOrAfter(date);
        expect(addWorkingDays(addWorkingDays(after, count), -count)).toBe(after);
        expect(previousWorkingDayOnOrBefore(date) <= date && date <= after).toBe(true);
      }),
    );
  });

  it('EHC-72: the limit never comes earlier, is a working day, and is in August only when it rolled there', () => {
    check(
      fc.property(recent, (raw) => {
        const limit = startingProceedingsLimit(raw);
        expect(limit >= raw && naiveWorking(limit)).toBe(true);
        if (limit.slice(5, 7) === '08') expect(raw.slice(5, 7)).toBe('07');
      }),
    );
  });

  it('EHC-73: what is left when the closed days are struck from a list of days are the working days counted', () => {
    const closed = (date: string) =>
      /^\d{4}-08-/.test(date) ||
      ['12-25', '12-26', '12-27', '12-28', '12-29', '12-30', '12-31', '01-01'].includes(date.slice(5));
    check(
      fc.property(between('2024-02-01', '2027-11-01'), fc.integer({ min: 1, max: 45 }), (date, count) => {
        const ahead = Array.from({ length: 200 }, (_, index) => later(date, index + 1));
        const counted = ahead.filter(naiveWorking).filter((each) => !closed(each));
        expect(addTribunalWorkingDays(date, count)).toBe(counted[count - 1]);
      }),
    );
  });

  it('CAL-11, CAL-12: birthdays and age gates, and the age changes on them and on no other day', () => {
    check(
      fc.property(dobs, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 11 }), (dob, years, months) => {
        const gate = ageGate(dob, years, months);
        expect(birthday(dob, years)).toBe(naiveBirthday(dob, years));
        expect(gate).toBe(months === 0 ? naiveBirthday(dob, years) : naiveAddMonths(dob, 12 * years + months));
        expect(ageOn(dob, gate)).toEqual({ years, months });
        const dayBefore = ageOn(dob, addDays(gate, -1));
        expect(dayBefore.years * 12 + dayBefore.months).toBe(years * 12 + months - 1);
      }),
    );
  });

  it('CAL-14: the year group is the naive age on 31 August less 4, and starts on its 1 September', () => {
    check(
      fc.property(dobs, fc.integer({ min: 0, max: 20 * 365 }), (dob, days) => {
        const on = later(dob, days);
        let start = utc(on);
        while (start.getUTCMonth() !== 8 || start.getUTCDate() !== 1) start = new Date(start.getTime() - DAY);
        const eve = later(iso(start), -1);
        let age = -1;
        while (naiveBirthday(dob, age + 1) <= eve) age++;
        if (age < 0) return;
        expect(ncYearOn(dob, on)).toBe(age - 4);
        expect(startOfNcYear(dob, age - 4)).toBe(iso(start));
      }),
    );
  });

  it('CAL-15: compulsory school age ends on a Friday, 24 to 30 June, in Year 11', () => {
    check(
      fc.property(dobs, (dob) => {
        const ends = compulsorySchoolAgeEnds(dob);
        expect(utc(ends).getUTCDay()).toBe(5);
        expect(ends.slice(5) >= '06-24' && ends.slice(5) <= '06-30').toBe(true);
        expect(ncYearOn(dob, ends)).toBe(11);
      }),
    );
  });

  it('CAL-01: the London date is the one the platform gives, hour by hour and at the edges of summer time', () => {
    const platform = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/London',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    const agrees = (at: Date) => expect(londonDate(at.toISOString())).toBe(platform.format(at));
    check(fc.property(fc.date({ min: utc('1970-01-01'), max: utc('2100-01-01'), noInvalidDate: true }), agrees));
    for (let at = utc('2025-10-01').getTime(); at < utc('2026-11-05').getTime(); at += 1_800_000) agrees(new Date(at));
  });

  it('typed dates come back as the date they were written from', () => {
    check(
      fc.property(between('1900-01-01', '2100-12-31'), (date) => {
        const [year, month, day] = date.split('-');
        const forms = [date, `${day}/${month}/${year}`, `${Number(day)}/${Number(month)}/${year}`, `${date}T10:20:30`];
        for (const form of forms) expect(parseTypedDate(form)).toEqual({ date });
      }),
    );
  });
});
