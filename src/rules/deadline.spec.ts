// The status of a deadline as of a day.
import fc from 'fast-check';
import { addDays, civilDate } from '../kernel/calendar/index.js';
import { holdsOn, metAsOf, statusOn } from './deadline.js';

const dueOn = civilDate('2026-03-10');
const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays(dueOn, days));
const dated = fc.record({
  kind: fc.constantFrom(
    'deadline' as const,
    'target' as const,
    'window' as const,
    'period' as const,
    'notBefore' as const,
  ),
  dueOn: fc.constant(dueOn),
  opensOn: fc.option(fc.constant(addDays(dueOn, -14)), { nil: undefined }),
  metOn: fc.option(day, { nil: undefined }),
  beganOn: fc.option(day, { nil: undefined }),
});

test('a deadline is due on its day, and the day after absent when nobody began, overdue when somebody did', () => {
  const status = (asOf: string, more = {}) => statusOn({ kind: 'deadline', dueOn, ...more }, civilDate(asOf));
  expect(status('2026-03-10')).toBe('due');
  expect(status('2026-03-11')).toBe('absent');
  expect(status('2026-03-11', { beganOn: '2026-03-01' })).toBe('overdue');
  expect(status('2026-03-11', { beganOn: '2026-03-12' })).toBe('absent');
  expect(status('2026-03-11', { metOn: '2026-03-12' })).toBe('absent');
  expect(status('2026-03-12', { metOn: '2026-03-12' })).toBe('met late');
  expect(status('2026-03-12', { metOn: '2026-03-10' })).toBe('met');
});

test('an answer as of a day tells of no event that came later, not even by its name', () => {
  const row = { metOn: civilDate('2026-03-10'), metBy: 'the-report', notEvidenced: true };
  const met = { on: '2026-03-10', by: 'the-report', notEvidenced: true };
  expect(['2026-03-09', '2026-03-10', '2026-03-11'].map((asOf) => metAsOf(row, civilDate(asOf)))).toEqual([
    undefined,
    met,
    met,
  ]);
  expect(metAsOf({}, civilDate('2026-03-11'))).toBeUndefined();
});

test('what happens after a day never changes the status on that day', () => {
  fc.assert(
    fc.property(dated, day, (row, asOf) => {
      const { metOn, beganOn } = row;
      const until = (date: typeof metOn) => (date !== undefined && date <= asOf ? date : undefined);
      expect(statusOn(row, asOf)).toBe(statusOn({ ...row, metOn: until(metOn), beganOn: until(beganOn) }, asOf));
    }),
  );
});

test('once met, always met: the status never changes again', () => {
  fc.assert(
    fc.property(dated, day, fc.nat(30), (row, asOf, later) => {
      fc.pre(row.metOn !== undefined && row.metOn <= asOf);
      expect(statusOn(row, addDays(asOf, later))).toBe(statusOn(row, asOf));
    }),
  );
});

test('a row holds from its first day up to and without the day on which the next one begins', () => {
  const row = { validFrom: civilDate('2026-01-01'), validTo: civilDate('2026-02-01') };
  expect(['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((on) => holdsOn(row, civilDate(on)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
