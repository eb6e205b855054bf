// What EHC plans offer is wired whole: every handler's command or query has a row in the access table.
import 'reflect-metadata';
import access from './access.json' with { type: 'json' };
import { EhcModule } from './ehc.module.js';

const named = (key: string): string[] =>
  (Reflect.getMetadata(key, EhcModule) as { name: string }[]).map(({ name }) => name);
const handlers = named('providers').map((name) => name.replace('Handler', ''));

test('every command and query has a row in the access table and a route, and none is left over', () => {
  expect(Object.keys(access.actions).sort()).toEqual([...handlers].sort());
  expect(
    named('controllers')
      .map((name) => name.replace('Controller', ''))
      .sort(),
  ).toEqual([...handlers].sort());
});

test('EHC-06, EHC-07: no command suspends a review or excuses its lateness', () => {
  expect(handlers.filter((name) => /pause|suspend|except|excuse|extend/i.test(name))).toEqual([]);
});
