// Dates as people read them.
import { civilDate } from '../../../kernel/calendar/index.js';
import { fromToday, longDate, moment } from './dates.js';

const today = civilDate('2026-11-25');

it.each([
  ['2026-11-25', 'today'],
  ['2026-11-26', 'tomorrow'],
  ['2026-12-05', 'in 10 days'],
  ['2026-11-24', '1 day ago'],
  ['2041-06-16', 'in 14 years'],
])('%s is %s', (date, words) => expect(fromToday(civilDate(date), today)).toBe(words));

it('a date to act on has its weekday', () => expect(longDate(civilDate('2026-11-03'))).toBe('Tuesday 3 Nov 2026'));

it('an instant is shown in London’s time, summer and winter', () => {
  expect(moment('2026-07-01T23:30:00.000Z')).toBe('2 Jul 2026 at 12:30 am');
  expect(moment('2026-12-01T09:05:00.000Z')).toBe('1 Dec 2026 at 9:05 am');
});
