// What waiting offers is wired whole: every handler's command or query has a row in the access table.
import 'reflect-metadata';
import access from './access.json' with { type: 'json' };
import { WaitingModule } from './waiting.module.js';

const handlers = (Reflect.getMetadata('providers', WaitingModule) as { name: string }[]).map(({ name }) =>
  name.replace('Handler', ''),
);
const controllers = (Reflect.getMetadata('controllers', WaitingModule) as { name: string }[]).map(({ name }) => name);

test('every command and query has a row in the access table, and no row is left over', () => {
  expect(Object.keys(access.actions).sort()).toEqual([...handlers].sort());
});

test('every handler has a route', () => {
  expect(controllers).toHaveLength(handlers.length);
});

test('WAIT-04: no command pauses a clock', () => {
  expect(handlers.filter((name) => /pause|suspend/i.test(name))).toEqual([]);
});
