// Dates and numbers as people read them.
import { dayOfWeek, daysBetween, formatDate, londonDate, type CivilDate } from '../../../kernel/calendar/index.js';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `Tuesday 3 Nov 2026`: for dates that somebody must act on. */
export const longDate = (date: CivilDate): string => `${weekdays[dayOfWeek(date) - 1]} ${formatDate(date)}`;

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
});

/** `3 Nov 2026 at 9:05 am` of a UTC instant. */
export const moment = (instant: string): string =>
  `${formatDate(londonDate(instant))} at ${london.format(new Date(instant))}`;

const thousands = new Intl.NumberFormat('en-GB');
export const number = (value: number): string => thousands.format(value);

export const days = (count: number): string => (count === 1 ? '1 day' : `${number(count)} days`);

/** Beyond that a number of days tells nobody anything. */
const twoYears = 731;

/** `today`, `tomorrow`, `in 5 days`, `5 days ago`: beside a date, never instead of it. */
export function fromToday(date: CivilDate, today: CivilDate): string {
  const ahead = daysBetween(today, date);
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  if (ahead > twoYears) return `in ${Math.floor(ahead / 365.25)} years`;
  return ahead > 0 ? `in ${days(ahead)}` : `${days(-ahead)} ago`;
}
