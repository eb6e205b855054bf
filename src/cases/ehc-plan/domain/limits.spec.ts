// A limit that is asked without being told what was chosen may read no setting: else page and refusal could differ.
import { packByVersion } from '../../../rules/packs.js';
import { rulePack } from './history-for-tests.js';

const { rules, named = {} } = packByVersion(rulePack.pack, rulePack.version);

/** Every setting that an expression reads, through the dates that it names. */
function settingsRead(expression: unknown): string[] {
  if (Array.isArray(expression)) return expression.flatMap(settingsRead);
  if (typeof expression !== 'object' || expression === null) return [];
  return Object.entries(expression).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'reading' || key === 'setting') return [String(value)];
    return key === 'named' ? settingsRead(named[String(value)]) : settingsRead(value);
  });
}

const read = (scope: string, is: (key: string) => boolean) =>
  rules.filter((rule) => rule.scope === scope && is(rule.key)).map(({ key, due }) => [key, settingsRead(due)]);

it('EHC-25, EHC-64: the earliest final plan and the end past 25 leave no choice', () => {
  expect(read('amendment', (key) => key === 'finalNotBefore')).toEqual([['finalNotBefore', []]]);
  const past25 = read('plan', (key) => key.startsWith('continued'));
  expect(past25.length).toBe(4);
  expect(past25.flatMap(([, settings]) => settings)).toEqual([]);
});

it('EHC-63: the earliest day of ceasing does, and is told', () =>
  expect(read('cease', (key) => key === 'ceaseNotBefore')).toEqual([['ceaseNotBefore', ['EHC-72']]]));
