// Mutation testing (`npm run mutants -- <folder>`): the code that scripts/mutants.mjs chose is changed bit by bit, and its tests should notice.
export default {
  mutate: JSON.parse(process.env.ONWARD_MUTANTS).mutate,
  testRunner: 'jest',
  jest: { projectType: 'custom', configFile: 'jest.mutants.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  // Most texts are words for people; which code was meant is asked by the changed comparisons.
  mutator: { excludedMutations: ['StringLiteral'] },
  // One core: whoever runs it goes on working meanwhile.
  concurrency: 1,
  // A busy machine is no endless loop.
  timeoutMS: 20_000,
  tempDirName: 'coverage/mutants',
  ignorePatterns: ['/bench', '/samples', '/examples', '/dist', '/data', '/docs', '/test'],
  htmlReporter: { fileName: 'coverage/mutants.html' },
  jsonReporter: { fileName: 'coverage/mutants.json' },
  reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
