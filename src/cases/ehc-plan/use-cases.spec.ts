// What can be done about EHC plans, as a whole.
import { ehcUseCases } from './use-cases.js';

test('EHC-06, EHC-07: no use case suspends a review or excuses its lateness', () => {
  const names = ehcUseCases.useCases.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name) => /pause|suspend|except|excuse|extend/i.test(name))).toEqual([]);
});
