// Days around today: the demo area is dated so that on any day there is something to do in it.
import { addDays, addMonths, type CivilDate } from '../../kernel/calendar/index.js';

/** Ages as the scenarios give them: years and months, on today. The days keep birthdays from falling all on one date. */
export const bornForAge = (today: CivilDate, years: number, months: number, days = 0): CivilDate =>
  addDays(addMonths(today, -(12 * years + months)), -days);

/** The latest 29 February that is at least so many years ago. */
export function leapDayBefore(today: CivilDate, years: number): CivilDate {
  let year = Number(today.slice(0, 4)) - years;
  while (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0) || `${year + years}-02-29` > today) year--;
  return `${year}-02-29` as CivilDate;
}
