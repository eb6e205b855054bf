// Which choice of a reading governs which date: the authority's own before the area's, and each from its day on (EHC-93, AMB-01, AMB-23).
import { civilDate as day } from '../kernel/calendar/index.js';
import { settingsFor, underChoices, type Choice } from './chosen-settings.js';
import { choosableSetting, settingValue } from './choosable.js';
import { deadlinesFor } from './deadlines.js';
import type { DeadlineSubject } from './deadline-subject.js';
import { packByVersion } from './packs.js';

const choice = (value: string | number, from: string, authority?: string, setting = 'AMB-01'): Choice => ({
  authority,
  setting,
  value,
  from: day(from),
});

/** A review whose twelve months start on that day. */
const review = (clockStart: string, authority?: string): DeadlineSubject => ({
  pack: 'england-send-2014',
  packVersion: 1,
  scope: 'cycle',
  id: 'next',
  label: 'first annual review',
  authority,
  facts: { clockStart: { on: day(clockStart), eventId: 'e1' }, birthDate: { on: day('2012-05-15'), eventId: 'e0' } },
  flags: {},
});

function dueOn(subject: DeadlineSubject, choices: readonly Choice[]): string | undefined {
  const [{ pack, packVersion, scope, facts, flags, settings }] = underChoices([subject], choices) as [DeadlineSubject];
  return deadlinesFor(packByVersion(pack, packVersion), scope, facts, flags, settings).find(
    ({ key }) => key === 'review',
  )?.dueOn;
}

describe('AMB-01: the end of the twelve months of an annual review', () => {
  it('is the day before the anniversary where nobody chose', () => {
    expect(dueOn(review('2025-03-15', '882'), [])).toBe('2026-03-14');
  });

  it('is the anniversary where the authority chose so, for its own plans alone', () => {
    const choices = [choice('ANNIVERSARY', '2014-09-01', '882')];
    expect(dueOn(review('2025-03-15', '882'), choices)).toBe('2026-03-15');
    expect(dueOn(review('2025-03-15', '881'), choices)).toBe('2026-03-14');
    expect(dueOn(review('2025-03-15'), choices)).toBe('2026-03-14');
  });

  it.each([
    ['the day before', '2025-08-31', '2026-08-30'],
    ['the day', '2025-09-01', '2026-09-01'],
    ['the day after', '2025-09-02', '2026-09-02'],
  ])('a choice from 1 Sep 2025 governs what begins on it or later: %s', (_, clockStart, due) => {
    expect(dueOn(review(clockStart, '882'), [choice('ANNIVERSARY', '2025-09-01', '882')])).toBe(due);
  });

  it('an authority’s own choice goes before the area’s, whichever was made later', () => {
    const choices = [choice('STRICT', '2014-09-01', '882'), choice('ANNIVERSARY', '2020-01-01')];
    expect(dueOn(review('2025-03-15', '882'), choices)).toBe('2026-03-14');
    expect(dueOn(review('2025-03-15', '881'), choices)).toBe('2026-03-15');
  });

  it('of two choices from one day the later one holds; an older day does not come back', () => {
    const both = [choice('ANNIVERSARY', '2025-01-01'), choice('STRICT', '2025-01-01')];
    expect(dueOn(review('2025-03-15'), both)).toBe('2026-03-14');
    expect(dueOn(review('2025-03-15'), [choice('STRICT', '2025-01-01'), choice('ANNIVERSARY', '2014-09-01')])).toBe(
      '2026-03-14',
    );
  });
});

test('AMB-23: York gives working days without choosing, and may choose otherwise', () => {
  expect(settingsFor([], '816', day('2026-01-05'))).toEqual({ 'AMB-23': 'WORKING' });
  expect(settingsFor([], '882', day('2026-01-05'))).toBeUndefined();
  const chosen = [choice('CALENDAR', '2020-01-01', '816', 'AMB-23')];
  expect(settingsFor(chosen, '816', day('2026-01-05'))).toEqual({ 'AMB-23': 'CALENDAR' });
});

test('what a subject brings itself, such as the days that a task was given, stays', () => {
  const task = { ...review('2025-03-15'), settings: { R14: 2 } };
  expect(underChoices([task], [choice(9, '2014-09-01', undefined, 'R14')])[0]?.settings).toEqual({ R14: 2 });
});

test('a value is an option of the setting, or a whole number from 1 to 999', () => {
  const [reading, standard] = [choosableSetting('AMB-01'), choosableSetting('EHC-35')];
  expect(settingValue(reading, 'ANNIVERSARY')).toBe('ANNIVERSARY');
  expect(settingValue(standard, '20')).toBe(20);
  expect(() => settingValue(reading, 'LENIENT')).toThrow('STRICT, ANNIVERSARY');
  for (const wrong of ['0', '-1', '1.5', '1000', 'ten', ''])
    expect(() => settingValue(standard, wrong)).toThrow('1 to 999');
  expect(() => choosableSetting('NEWS')).toThrow('must be one of');
});

test('AMB-13, TRN-A4.4: the days of the first audit and the months of the survey are the area’s', () => {
  const on = (date: string) => ({ on: day(date), eventId: 'e' });
  const subject: DeadlineSubject = {
    pack: 'camhs-transition-a',
    packVersion: 1,
    scope: 'transition',
    id: 't',
    label: 'transition',
    facts: { referral: on('2026-01-05'), camhsClosed: on('2026-05-20'), adultServiceOpened: on('2026-05-20') },
    flags: { send: 'no', late: 'no' },
  };
  const dates = (choices: readonly Choice[]) => {
    const [{ facts, flags, settings }] = underChoices([subject], choices) as [DeadlineSubject];
    const rows = deadlinesFor(packByVersion('camhs-transition-a', 1), 'transition', facts, flags, settings);
    return ['TRN-A4.3', 'TRN-A4.4'].map((wanted) => rows.find(({ key }) => key === wanted)?.dueOn);
  };
  expect(dates([])).toEqual(['2026-06-17', '2026-08-20']);
  const chosen = [choice(14, '2026-01-05', undefined, 'AMB-13'), choice(6, '2026-01-05', undefined, 'TRN-A4.4')];
  expect(dates(chosen)).toEqual(['2026-06-03', '2026-11-20']);
  expect(dates(chosen.map((each) => ({ ...each, from: day('2026-01-06') })))).toEqual(['2026-06-17', '2026-08-20']);
});

test('a choice that the pack of a case does not offer leaves its dates to the default', () => {
  expect(
    dueOn(review('2025-03-15'), [choice('LENIENT', '2014-09-01'), choice(7, '2014-09-01', undefined, 'GONE-1')]),
  ).toBe('2026-03-14');
});
