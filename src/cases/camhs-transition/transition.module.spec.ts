// What transitions offer is wired whole: every handler's command or query has a row in the access table.
import 'reflect-metadata';
import access from './access.json' with { type: 'json' };
import { transitionControllers, transitionHandlers } from './transition.module.js';

const actions = transitionHandlers.map(({ name }) => name.replace('Handler', ''));
const table: Readonly<Record<string, { readonly roles: readonly string[] }>> = access.actions;

test('every command and query has a row in the access table, and no row is left over', () => {
  expect(Object.keys(table).sort()).toEqual([...actions].sort());
});

test('every handler has a route', () => {
  expect(transitionControllers).toHaveLength(transitionHandlers.length);
});

test('TRN-44: SEND caseworkers and auditors only read', () => {
  const readers = ['send-caseworker', 'auditor'];
  const mayWrite = actions.filter(
    (name) => !/^(Get|List|Count)/.test(name) && table[name]?.roles.some((role) => readers.includes(role)),
  );
  expect(mayWrite).toEqual([]);
});
