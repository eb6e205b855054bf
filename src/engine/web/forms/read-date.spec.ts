// What people type into the three boxes of a date.
import fc from 'fast-check';
import { isCivilDate } from '../../../kernel/calendar/index.js';
import { readDate } from './read-date.js';

const read = (text: string) => {
  const [day = '', month = '', year = ''] = text.split(' ');
  return readDate({ day, month, year }, 'The day of the meeting');
};

it.each([
  ['3 11 2026', '2026-11-03'],
  ['03 Nov 2026', '2026-11-03'],
  ['3 november 2026', '2026-11-03'],
  ['29 2 2024', '2024-02-29'],
])('%s is read as %s', (typed, date) => expect(read(typed)).toEqual({ value: date }));

it.each([
  ['31 2 2026', 'The day of the meeting must be a real date: February 2026 has 28 days', ['day']],
  ['30 2 2024', 'The day of the meeting must be a real date: February 2024 has 29 days', ['day']],
  ['31 4 2026', 'The day of the meeting must be a real date: April 2026 has 30 days', ['day']],
  ['3 11', 'The day of the meeting must include a year', ['year']],
  ['3  ', 'The day of the meeting must include a month and a year', ['month', 'year']],
  ['3 11 26', 'The day of the meeting must have a year of 4 numbers, like 2026', ['year']],
  ['3 13 2026', 'The day of the meeting must have a month from 1 to 12', ['month']],
  ['3 ju 2026', 'The day of the meeting must have a month from 1 to 12', ['month']],
  ['x 1 2026', 'The day of the meeting must have a day from 1 to 31', ['day']],
  ['1 1 1026', 'The day of the meeting must have a year from 1900 to 2100', ['year']],
])('%s says: %s', (typed, problem, parts) => expect(read(typed)).toEqual({ problem, parts }));

it('nothing typed is no date and no problem', () => expect(read('')).toEqual({ value: undefined }));

it('whatever is typed, the answer is a date of the calendar, nothing, or a sentence that does not repeat it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (day, month, year) => {
      const reading = readDate({ day: day.trim(), month: month.trim(), year: year.trim() }, 'The date');
      if (reading.problem === undefined) expect(reading.value === undefined || isCivilDate(reading.value)).toBe(true);
      else expect(reading.problem).toMatch(/^The date must/);
    }),
  );
});
