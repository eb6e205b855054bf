// Ages as local protocols write them.
import { parseProtocolAge } from './protocol-age.js';

describe('an age in a protocol', () => {
  it.each([
    ['17.6', 17, 6],
    ['17.6 yrs', 17, 6],
    ['17.5', 17, 6],
    ['17½', 17, 6],
    ['17.7yrs', 17, 7],
    ['17', 17, 0],
    ['17.0', 17, 0],
    ['17.1', 17, 1],
    ['17.10', 17, 10],
    ['17.11 years', 17, 11],
    ['17 years and 6 months', 17, 6],
    ['17 years 5 months', 17, 5],
    ['17y6m', 17, 6],
    ['  17.6 ', 17, 6],
    ['17yr 6mth', 17, 6],
    ['17 year and  10 months', 17, 10],
    ['17 yrs 1 month', 17, 1],
    ['17 years 06 months', 17, 6],
  ])('CAL-13: %j is %d years %d months', (text, years, months) => {
    expect(parseProtocolAge(text)).toEqual({ age: { years, months } });
  });

  it.each([
    '17.12',
    '17.25',
    '17.50',
    '17.06',
    '17.75 yrs',
    '17 years 12 months',
    'from 17 years 6 months',
    '17 years 6 months or later',
    '',
    'seventeen',
    '17-18',
    '-17',
    '117',
  ])('CAL-13: %j is a problem, not a guess', (text) => {
    expect(parseProtocolAge(text).problem).toMatch(/CAL-13/);
  });
});
