// The tests that `npm run mutants` asks: those beside what it changes, without a build (scripts/mutants.mjs chooses them).
import base from './jest.config.js';

const { tests, roots } = JSON.parse(process.env.ONWARD_MUTANTS);

export default {
  ...Object.fromEntries(Object.entries(base).filter(([name]) => name !== 'globalSetup')),
  roots: roots.map((root) => `<rootDir>/${root}`),
  testRegex: tests,
  maxWorkers: 1,
};
