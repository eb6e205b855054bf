/** The architecture, executable: the six rooms of src/, each of which imports only what stands below it (docs/architecture.md). */
const rooms = ['kernel', 'rules', 'store', 'engine', 'cases', 'apps'];
/** Tests may bring a whole with them: what they start is the service itself. */
const forTests = '(\\.spec|for-tests)\\.ts$|^src/store/contract/';
const pureLibraries = 'node_modules/(luxon|@types/luxon|@sinclair/typebox)';

/** One rule a room, counted by folder; imports of types alone count too. */
const roomRules = rooms.slice(0, -1).map((room, at) => ({
  name: `${room}-imports-only-what-stands-below`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: forTests },
  to: { path: `^src/(${rooms.slice(at + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...roomRules,
    {
      name: 'src-has-six-rooms',
      comment: 'A file beside the rooms, or a seventh room, would be held to no rule.',
      severity: 'error',
      from: { path: `^src/(?!(${rooms.join('|')})/)` },
      to: {},
    },
    {
      name: 'kernel-imports-nothing',
      comment:
        'The kernel is pure: only dates (luxon), schemas of events (typebox) and the making of ids (uuid) may be seen from it.',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: `^(src/kernel/|${pureLibraries}|node_modules/uuid)` },
    },
    {
      name: 'no-case-imports-another',
      comment:
        'What several cases must know of a young person stands in engine/person; what they must know of each other, nowhere.',
      severity: 'error',
      from: { path: '^src/cases/([^/]+)/', pathNot: forTests },
      to: { path: '^src/cases/', pathNot: '^src/cases/$1/' },
    },
    {
      name: 'domain-knows-only-kernel-rules-and-the-person',
      comment:
        'A decision is pure: no store, no read model, no framework. What is published of the young person is a domain too.',
      severity: 'error',
      from: { path: '^src/(cases|engine)/([^/]+)/domain/', pathNot: forTests },
      to: { pathNot: `^src/(kernel|rules)/|^src/$1/$2/domain/|^src/engine/person/domain/|^${pureLibraries}` },
    },
    {
      name: 'adapters-are-chosen-in-one-place',
      severity: 'error',
      from: { pathNot: `^src/store/|${forTests}|^src/apps/ops/` },
      to: { path: '^src/store/(memory|sqlite|eventstoredb)/' },
    },
    {
      name: 'document-of-the-api-when-asked-for',
      comment:
        'Its library brings five hundred modules: a start, a thread and a command load none of them (engine/api/noted.ts).',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/@nestjs/swagger', dynamic: false, dependencyTypesNot: ['type-only', 'type-import'] },
    },
    {
      name: 'not-to-test',
      severity: 'error',
      from: { path: '^src', pathNot: forTests },
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
