// The cut test: processes are killed in the middle of their work, many times, and nothing is lost or doubled. Long form: `npm run cut-test`.
import { join } from 'node:path';
import { unpackSouthend } from '../fixtures/unpack.js';
import { chance } from './chance.js';
import { cutAppends } from './cut-appends.js';
import { cutLists } from './cut-lists.js';
import { cutLoads } from './cut-loads.js';
import { table, type Figures } from './figures.js';

const setting = (name: string, usual: number): number => Number(process.env[`CUT_${name}`] ?? usual);
/** Kills in all; the short form is part of every `npm test`. */
const rounds = setting('ROUNDS', 24);
const seed = setting('SEED', 1);
const seconds = setting('SECONDS', 0);
const long = process.env['CUT_ROUNDS'] !== undefined;
const waiting = join(__dirname, '..', '..', 'samples', 'waiting-list.csv');

jest.setTimeout(long ? 7_200_000 : 240_000);

const share = (part: number): number => Math.max(1, Math.round((rounds * part) / 24));

describe('killed in the middle of its work', () => {
  const figures: Figures[] = [];
  const luck = chance(seed);
  const began = performance.now();
  const note = async (cutting: () => Promise<Figures>) => {
    // A bound on the whole run: what does not fit any more is left out, and is missing in the table.
    if (seconds > 0 && performance.now() - began > seconds * 1000) return;
    const one = await cutting();
    figures.push(one);
    expect(one.kills).toBeGreaterThan(0);
    expect(one.facts).toBeGreaterThan(0);
  };
  afterAll(() => {
    if (long) process.stdout.write(`\n${table(figures, (performance.now() - began) / 1000, seed)}\n`);
  });

  it.each(['sqlite', 'eventstoredb'] as const)(
    'a process that appends to %s leaves all it acknowledged, whole and once',
    (kind) => note(() => cutAppends(kind, share(kind === 'sqlite' ? 14 : 4), seed, luck)),
  );

  it('a load ends, when repeated, like one that never was cut', () =>
    note(() => cutLoads('sqlite', share(2), waiting, luck)));

  it.each(['project', 'rebuild'] as const)('whoever was to %s leaves lists that a restart makes whole', (work) =>
    note(() => cutLists(work, share(2), waiting, luck)),
  );

  (long ? it : it.skip)('a load into eventstoredb, a load of a whole return, and the lists of it', async () => {
    await note(() => cutLoads('eventstoredb', share(1), waiting, luck));
    const { xml, remove } = unpackSouthend();
    await note(() => cutLoads('sqlite', share(0.5), xml, luck));
    await note(() => cutLists('rebuild', share(0.5), xml, luck));
    remove();
  });
});
