// What can be done about transitions, as a whole.
import { transitionUseCases } from './use-cases.js';

test('TRN-44: SEND caseworkers and auditors only read', () => {
  const readers = ['send-caseworker', 'auditor'];
  const doing = transitionUseCases.useCases.filter(({ who }) => who.roles.some((role) => readers.includes(role)));
  expect(transitionUseCases.useCases.length).toBeGreaterThan(30);
  expect(doing.map(({ name }) => name)).toEqual([]);
});
