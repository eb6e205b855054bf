// `npm run cut-test -- --rounds 600 --seconds 1200 --seed 7`: kills processes in the middle of their work, and proves that nothing is lost.
// Ends with 0 only when every kind of work was killed and held; 1: one did not hold, proved nothing or was not run; 2: wrongly called.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '600' },
    seconds: { type: 'string', default: '1800' },
    seed: { type: 'string', default: '1' },
  },
});
const env = { ...process.env };
for (const [name, value] of Object.entries(values)) {
  if (!/^\d{1,6}$/.test(value)) {
    process.stderr.write(`--${name} must be a whole number\n`);
    process.exit(2);
  }
  env[`CUT_${name.toUpperCase()}`] = value;
}
const jest = [
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '-w',
  '1',
  'test/cut/cut.spec.ts',
];
const { status } = spawnSync(process.execPath, jest, { env, stdio: 'inherit' });
process.exit(status ?? 1);
