// Nothing can be done or read without a row in the access tables, and no row stands there for nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DiscoveryService, ModulesContainer } from '@nestjs/core';
import { Policies } from '../src/engine/access/policy.js';
import { whole } from '../src/apps/cases.js';
import { accessTable } from '../src/engine/use-cases/offers.js';
import { offersOf } from '../src/apps/use-cases.js';
import { startOnward } from './kit/onward.js';

/** The keys under which @nestjs/cqrs marks a handler with its message. */
const marks = ['__commandHandler__', '__queryHandler__'];

it('every command and query has exactly one row in an access table', async () => {
  const onward = await startOnward();
  const discovery = new DiscoveryService(onward.app.get(ModulesContainer));
  const handled = discovery
    .getProviders()
    .map(({ instance }) => (instance as object | undefined)?.constructor)
    .filter((made) => typeof made === 'function')
    .map((made) => marks.map((mark) => Reflect.getMetadata(mark, made) as { name: string } | undefined).find(Boolean))
    .filter((message) => message !== undefined)
    .map(({ name }) => name);
  await onward.close();
  expect(handled.length).toBeGreaterThan(100);
  expect([...new Set(handled)].sort()).toEqual(Object.keys(accessTable(await offersOf(whole))).sort());
});

it('every use case and question in the source is in a list: what a list forgets has no address, no form and no row', async () => {
  const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join('src', file), 'utf8'))
    .join('\n');
  const told = [...source.matchAll(/^export const \w+ = (?:\w*[uU]seCase|question)\(\{\n {2}name: '(\w+)'/gm)];
  expect(told.length).toBeGreaterThan(200);
  expect(told.map(([, name]) => name).sort()).toEqual(Object.keys(accessTable(await offersOf(whole))).sort());
});

it('an action without a row is allowed to nobody, and nobody without a name does anything', () => {
  const policies = new Policies({ Known: { roles: ['manager'], because: 'TEST' } });
  const manager = { id: 'ella', role: 'manager', organisation: 'council' };
  expect(() => policies.require('Known', manager)).not.toThrow();
  expect(() => policies.require('Unknown', manager)).toThrow('no row');
  expect(() => policies.require('Known', { ...manager, id: '' })).toThrow('named person');
  expect(() => policies.require('Known', undefined)).toThrow('named person');
});
