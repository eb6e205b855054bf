// Making, checking, comparing and showing civil dates.
import { civilDate, compareDates, earliest, formatDate, InvalidDate, isCivilDate, latest } from './civil-date.js';

const d = civilDate;

describe('a civil date', () => {
  it.each(['2026-03-14', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('is made from %s', (text) => {
    expect(civilDate(text)).toBe(text);
  });

  it.each([
    '2026-02-31',
    '2025-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '',
  ])('is refused for %j', (text) => {
    expect(isCivilDate(text)).toBe(false);
    expect(() => civilDate(text)).toThrow(InvalidDate);
  });

  it('is refused with a sentence that never repeats what was typed', () => {
    expect(() => civilDate('2026-02-31')).toThrow(/not a date in the calendar/);
    expect(() => civilDate('2026-02-31')).not.toThrow(/02-31/);
    expect(() => civilDate('2026-02-31')).toThrow(RangeError);
  });

  it('is never a value that is not text', () => {
    expect([20260314, null, undefined, {}].some(isCivilDate)).toBe(false);
  });
});

describe('civil dates', () => {
  it('sort as the calendar does', () => {
    const sorted = [d('2026-01-10'), d('2025-12-31'), d('2026-01-09')].sort(compareDates);
    expect(sorted).toEqual(['2025-12-31', '2026-01-09', '2026-01-10']);
    expect(compareDates(d('2026-01-10'), d('2026-01-10'))).toBe(0);
  });

  it('have an earliest and a latest', () => {
    expect(earliest(d('2026-01-20'), d('2026-01-03'), d('2026-02-01'))).toBe('2026-01-03');
    expect(latest(d('2026-01-20'), d('2026-01-03'), d('2026-02-01'))).toBe('2026-02-01');
    expect(earliest(d('2026-01-20'))).toBe('2026-01-20');
  });

  it('are shown with the month in letters', () => {
    expect(formatDate(d('2025-11-10'))).toBe('10 Nov 2025');
    expect(formatDate(d('2026-09-07'))).toBe('7 Sep 2026');
  });
});
