// Civil dates as whole day numbers: the integer arithmetic under every other calendar function.

declare const civil: unique symbol;

/** A real calendar date in Europe/London, `YYYY-MM-DD`, years 0001 to 9999. Compares correctly as text. */
export type CivilDate = string & { readonly [civil]: true };

/** Not a date in the calendar. The message is a sentence for people and never repeats what was typed. */
export class InvalidDate extends RangeError {
  override readonly name = 'InvalidDate';
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FIRST = -719_162;
const LAST = 2_932_896;

// A rebuild asks for the same few thousand days millions of times. Luxon takes microseconds a call and formatting costs
// more than the sum itself, so days from 1900 to 2199 are written once and handed out again.
const WRITTEN_FROM = -25_567;
const written = new Array<CivilDate | undefined>(109_573);

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

/** The year of a date. */
export const yearOf = (date: string): number =>
  digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
/** The month of a date, 1 to 12. */
export const monthOf = (date: string): number => digit(date, 5) * 10 + digit(date, 6);
/** The day of the month of a date, 1 to 31. */
export const dayOf = (date: string): number => digit(date, 8) * 10 + digit(date, 9);

/** Days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return DAYS_IN_MONTH[month - 1] ?? NaN;
}

// Years are counted from March, so that the leap day is the last of its year (Hinnant, "days from civil").
function dayNumberOf(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

/** Whole days since 1 January 1970, negative before it. */
export const toDayNumber = (date: CivilDate): number => dayNumberOf(yearOf(date), monthOf(date), dayOf(date));

/** The date of a day number. Throws InvalidDate outside the years 1 to 9999 or when it is not a whole number. */
export function fromDayNumber(days: number): CivilDate {
  const known = written[days - WRITTEN_FROM];
  if (known !== undefined) return known;
  if (!Number.isInteger(days) || days < FIRST || days > LAST) {
    throw new InvalidDate('The result is not a whole day within the years 1 to 9999.');
  }
  const date = write(days);
  if (days >= WRITTEN_FROM && days < WRITTEN_FROM + written.length) written[days - WRITTEN_FROM] = date;
  return date;
}

/** The date of a year, month (1 to 12) and day. The day must exist in that month: use `daysInMonth` first. */
export const dateOf = (year: number, month: number, day: number): CivilDate =>
  fromDayNumber(dayNumberOf(year, month, day));

function write(days: number): CivilDate {
  const era = Math.floor((days + 719_468) / 146_097);
  const dayOfEra = days + 719_468 - era * 146_097;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month > 2 ? 0 : 1);
  const padded = (value: number, width: number) => String(value).padStart(width, '0');
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as CivilDate;
}
