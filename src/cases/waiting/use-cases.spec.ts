// What can be done about waits, as a whole.
import { waitingUseCases } from './use-cases.js';

test('WAIT-04: no use case pauses a clock', () => {
  const names = waitingUseCases.useCases.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => /pause|suspend/i.test(name))).toEqual([]);
});
