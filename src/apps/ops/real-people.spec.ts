// A store for real people has its key elsewhere, and is never the demo store.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../../store/contract/temporary-folder.js';
import { openFoundations } from './foundations.js';
import { FixedClock } from '../../kernel/clock.js';
import { requireFitFor } from './real-people.js';
import { storeKind } from '../../store/store-kind.js';

const file = temporaryFolder();
const key = Buffer.alloc(32, 5).toString('base64');
const helpOf = (work: () => void): string => {
  try {
    work();
  } catch (error) {
    return (error as { parts: { help: string } }).parts.help;
  }
  return '';
};

it('a live store asks for ONWARD_KEY, a demo store makes do without, a demo store is no live one', () => {
  const data = dirname(file());
  expect(() => requireFitFor('live', { demo: false, key: undefined, data })).toThrow('needs ONWARD_KEY');
  expect(() => requireFitFor('live', { demo: true, key: '', data })).toThrow('needs ONWARD_KEY');
  expect(() => requireFitFor('live', { demo: true, key, data })).not.toThrow();
  expect(() => requireFitFor('demo', { demo: true, key: undefined, data })).not.toThrow();
  expect(() => requireFitFor('demo', { demo: false, key, data })).toThrow('this is a demo store');
});

it('a live store begun with the development key is told how to keep it elsewhere', () => {
  const data = dirname(file());
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'dev.key'), key);
  expect(helpOf(() => requireFitFor('live', { demo: false, key: undefined, data }))).toContain(
    'what stands in dev.key',
  );
});

it('what is refused has left nothing in the folder', () => {
  const data = file('new');
  const settings = { data, port: 0, host: '127.0.0.1', demo: false, key: undefined, log: 'silent' } as const;
  expect(() => openFoundations(settings, new FixedClock('2026-06-01T09:00:00.000Z'))).toThrow('needs ONWARD_KEY');
  expect(storeKind(data, 'demo')).toEqual({ kind: 'demo', isNew: true });
});
