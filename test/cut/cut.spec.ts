// The cut test: processes are killed in the middle of their work, many times, and nothing is lost or doubled. Long form: `npm run cut-test`.
import { unpackSouthend } from '../fixtures/unpack.js';
import { table } from './figures.js';
import { endSpares } from './kill.js';
import { kindsToCut } from './kinds.js';
import { takeTurns, type Outcome } from './take-turns.js';

const setting = (name: string, usual: number): number => Number(process.env[`CUT_${name}`] ?? usual);
/** Kills in all; the short form is part of every `npm test`. */
const rounds = setting('ROUNDS', 24);
const seed = setting('SEED', 1);
const seconds = setting('SECONDS', 0);
const long = process.env['CUT_ROUNDS'] !== undefined;

let southend: ReturnType<typeof unpackSouthend> | undefined;
const kinds = kindsToCut(seed, () => (southend ??= unpackSouthend()));

describe('killed in the middle of its work, nothing is lost or doubled', () => {
  let outcomes: ReadonlyMap<string, Outcome> = new Map();

  beforeAll(
    async () => {
      const began = performance.now();
      const due = kinds.filter(({ short }) => long || short);
      outcomes = await takeTurns(due, { rounds, seconds, now: () => performance.now() });
      if (long) process.stdout.write(`\n${table(kinds, outcomes, (performance.now() - began) / 1000, seed)}\n`);
    },
    long ? 7_200_000 : 240_000,
  );

  afterAll(() => {
    endSpares();
    southend?.remove();
  });

  for (const { what, short } of kinds) {
    if (!long && !short) it.skip(`${what} (not run: only in npm run cut-test)`, () => undefined);
    else
      it(what, () => {
        const outcome = outcomes.get(what);
        if (!outcome) throw new Error('Not run: nothing is proved of it');
        if ('failed' in outcome) throw outcome.failed;
        expect(outcome.kills).toBeGreaterThan(0);
        expect(outcome.facts).toBeGreaterThan(0);
      });
  }
});
