/** The architecture, executable: what each room of src/ may know of the others (docs/architecture.md). */
const slices = '(young-people|transition|ehc|waiting)';
const withDomain = slices.replace(')', '|tasks)');
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kernel-imports-nothing',
      comment: 'The kernel is pure: only luxon (dates) and typebox (event schemas) may be seen from it.',
      severity: 'error',
      from: { path: '^src/kernel', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^(src/kernel|node_modules/(luxon|@types/luxon|@sinclair/typebox))' },
    },
    {
      name: 'domain-knows-only-kernel-rules-and-the-lists',
      severity: 'error',
      from: { path: `^src/${withDomain}/domain/`, pathNot: '\\.spec\\.ts$' },
      to: {
        pathNot: `^src/(kernel|rules)/|^src/engine/directory/(current|directory)\\.ts$|^src/${withDomain}/domain/|^node_modules/(luxon|@types/luxon|@sinclair/typebox)`,
      },
    },
    {
      name: 'slices-meet-through-event-types-only',
      comment:
        'A slice may read the event types of another slice (domain/events.ts), never its commands, queries or state. Whose consent counts, and how far special needs are known, are one rule for all (domain/consent.ts and send-status.ts of young people, docs/adr/0035 and 0038).',
      severity: 'error',
      from: { path: `^src/${slices}/` },
      to: {
        path: `^src/${slices}/`,
        pathNot: [
          '^src/$1/',
          '/domain/(events|ids)\\.ts$',
          '^src/cases/young-person/domain/(consent|send-status)\\.ts$',
        ],
      },
    },
    {
      name: 'tasks-know-no-case-from-inside',
      comment: 'What a task is about is told to it: a slice can go, and its tasks with it.',
      severity: 'error',
      from: { path: '^src/engine/tasks/', pathNot: '(\\.spec|for-tests)\\.ts$' },
      to: {
        path: `^src/${slices}/`,
        pathNot: '/domain/(events|ids)\\.ts$|^src/cases/camhs-transition/queries/visible-to\\.ts$',
      },
    },
    {
      name: 'adapters-are-chosen-in-one-place',
      severity: 'error',
      from: { pathNot: '^src/store/|(\\.spec|for-tests)\\.ts$|^src/apps/ops/' },
      to: { path: '^src/store/(memory|sqlite|eventstoredb)/' },
    },
    {
      name: 'not-to-test',
      severity: 'error',
      from: { path: '^src', pathNot: '(\\.spec|for-tests)\\.ts$|/contract/' },
      to: { path: '(\\.spec|for-tests)\\.ts$|^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
