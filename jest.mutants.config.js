// The tests that `npm run mutants` asks: those beside what it changes (scripts/mutants.mjs chooses them).
import base from './jest.config.js';

const { tests, roots } = JSON.parse(process.env.ONWARD_MUTANTS);

export default {
  // The first test that notices a change is enough, so the longest do not come first here.
  ...Object.fromEntries(Object.entries(base).filter(([name]) => name !== 'testSequencer')),
  roots: roots.map((root) => `<rootDir>/${root}`),
  testRegex: tests,
  maxWorkers: 1,
};
