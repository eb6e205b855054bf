// The calendar engine (CAL): every date a rule needs, reckoned on civil dates in Europe/London.
export { ageGate, ageOn, attainsAge, birthday } from './ages.js';
export type { Age } from './ages.js';
export { bankHolidays, bankHolidaysVersion } from './bank-holidays.js';
export { civilDate, compareDates, earliest, formatDate, InvalidDate, isCivilDate, latest } from './civil-date.js';
export type { CivilDate } from './civil-date.js';
export { dateFromOutside, dateProblem, isDateFromOutside } from './date-from-outside.js';
export { addDays, addWeeks, dayOfWeek, daysBetween } from './days.js';
export { londonDate } from './london.js';
export { addMonths, lastDayOfMonthsStartingWith } from './months.js';
export { parseTypedDate } from './parse-typed-date.js';
export type { TypedDate } from './parse-typed-date.js';
export { dayBefore, fullyRunOn, lastDayBeginningWith, noticeDeadline, withinWeeksOf } from './periods.js';
export { parseProtocolAge } from './protocol-age.js';
export type { ProtocolAge } from './protocol-age.js';
export {
  academicYearOf,
  becomesYoungPersonOn,
  compulsorySchoolAgeEnds,
  ncYearOn,
  startOfNcYear,
} from './school-year.js';
export { addTribunalWorkingDays, rollForwardNonWorking, startingProceedingsLimit } from './tribunal.js';
export {
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayBeginningWith,
  nextWorkingDayOnOrAfter,
  previousWorkingDayOnOrBefore,
} from './working-days.js';
