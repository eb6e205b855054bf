// The status of a deadline as of a day.
import fc from 'fast-check';
import { addDays, civilDate } from '../kernel/calendar/index.js';
import { canBeMissed, holdsOn, metAsOf, statusOn } from './deadline.js';

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
  expect(metAsOf({ metOn: dueOn, metBy: 'the-report' }, dueOn)).toMatchObject({ notEvidenced: false });
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
  expect(['2025-12-31', '2099-01-01'].map((on) => holdsOn({ validFrom: row.validFrom }, civilDate(on)))).toEqual([
    false,
    true,
  ]);
});

describe('the status of each kind on the day before, the day and the day after', () => {
  const around = (row: Partial<Parameters<typeof statusOn>[0]>) =>
    ['2026-03-09', '2026-03-10', '2026-03-11'].map((asOf) =>
      statusOn({ kind: 'deadline', dueOn, ...row }, civilDate(asOf)),
    );
  const on = (date: string) => civilDate(date);

  test('a thing that may not be done before a day is barred until then, and done too early before it, on it in order', () => {
    expect(around({ kind: 'notBefore' })).toEqual(['due', 'passed', 'passed']);
    expect(around({ kind: 'notBefore', metOn: on('2026-03-09') })).toEqual(['too early', 'too early', 'too early']);
    expect(around({ kind: 'notBefore', metOn: on('2026-03-10') })).toEqual(['due', 'met', 'met']);
    expect(around({ kind: 'notBefore', metOn: on('2026-03-11') })).toEqual(['due', 'passed', 'met']);
  });

  test('what is done in a window is in order from its first day to its last', () => {
    const window = { kind: 'window', opensOn: on('2026-02-24') } as const;
    const after = (metOn: string) => statusOn({ ...window, dueOn, metOn: on(metOn) }, on('2026-03-11'));
    expect(['2026-02-23', '2026-02-24', '2026-03-10', '2026-03-11'].map(after)).toEqual([
      ...['too early', 'met', 'met', 'met late'],
    ]);
    expect(statusOn({ kind: 'window', dueOn, metOn: on('2026-02-23') }, dueOn)).toBe('met');
    // Only a window opens: a deadline may be met at any time before.
    expect(statusOn({ ...window, kind: 'deadline', dueOn, metOn: on('2026-02-23') }, dueOn)).toBe('met');
  });

  test.each(['period', 'planning'] as const)('a %s is over after its day, and nobody is late', (kind) => {
    expect(around({ kind })).toEqual(['due', 'due', 'passed']);
    expect(around({ kind, beganOn: on('2026-03-01') })).toEqual(['due', 'due', 'passed']);
  });

  test('from the day on which it lapses nothing is asked, and what was done before stays done', () => {
    expect(around({ lapsesOn: on('2026-03-10') })).toEqual(['due', 'passed', 'passed']);
    expect(around({ lapsesOn: on('2026-03-10'), missed: true, untold: true })).toEqual([
      ...['not known', 'passed', 'passed'],
    ]);
    expect(around({ lapsesOn: on('2026-03-10'), metOn: on('2026-03-09') })).toEqual(['met', 'met', 'met']);
  });

  test('what a return is silent about is not known until the day on which something is recorded', () => {
    expect(around({ untold: true })).toEqual(['not known', 'not known', 'not known']);
    expect(around({ untold: true, beganOn: on('2026-03-10') })).toEqual(['not known', 'due', 'overdue']);
    expect(around({ untold: true, metOn: on('2026-03-10') })).toEqual(['not known', 'met', 'met']);
    expect(around({ untold: false })).toEqual(['due', 'due', 'absent']);
  });

  test('what was late and can no longer be done is missed, unless it was done', () => {
    expect(around({ missed: true })).toEqual(['missed', 'missed', 'missed']);
    expect(around({ missed: true, metOn: on('2026-03-11') })).toEqual(['missed', 'missed', 'met late']);
    expect(around({ missed: false })).toEqual(['due', 'due', 'absent']);
    expect(around({ missed: true, untold: true })).toEqual(['not known', 'not known', 'not known']);
  });

  test('begun on a day is begun at the end of that day', () => {
    expect(statusOn({ kind: 'target', dueOn, beganOn: on('2026-03-11') }, on('2026-03-11'))).toBe('overdue');
  });
});

test('only what somebody is asked to do can be missed', () => {
  const kinds = ['deadline', 'target', 'window', 'planning', 'period', 'notBefore'] as const;
  expect(kinds.filter(canBeMissed)).toEqual(['deadline', 'target', 'window']);
});
