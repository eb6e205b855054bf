// Which choices a report names: those that its dates are reckoned under, whenever they were decided.
import { civilDate as day } from '../../kernel/calendar/index.js';
import type { SettingChoice } from './queries/list-settings.js';
import { choicesInUse } from './setting-in-use.js';

const choice = (eventId: string, from: string, decided: string, authority: string | null = null): SettingChoice => ({
  ...{ eventId, from: day(from), on: day(decided), authority },
  ...{ value: 'FROM_366', meaning: '366 days', basis: 'local-protocol' },
});
const inUse = (on: string, ...chosen: SettingChoice[]) =>
  choicesInUse({ chosen }, day(on)).map(({ eventId }) => eventId);

test('one that was decided after the day of the report changes its dates, and is named', () => {
  expect(inUse('2026-05-31', choice('late', '2026-01-01', '2026-06-10'))).toEqual(['late']);
});

test('one for what begins on the day is named on that day and after it, not before', () => {
  const of = choice('a', '2026-06-01', '2026-05-01');
  expect(['2026-05-31', '2026-06-01', '2026-06-02'].map((on) => inUse(on, of))).toEqual([[], ['a'], ['a']]);
});

test('of two from one day for the same only the later made is named; another authority’s stands beside it', () => {
  const [first, second] = [choice('first', '2026-01-01', '2026-02-01'), choice('second', '2026-01-01', '2026-03-01')];
  expect(inUse('2026-06-01', second, first, choice('own', '2026-01-01', '2026-02-01', '882'))).toEqual([
    'second',
    'own',
  ]);
});
