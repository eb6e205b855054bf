export default {
  testEnvironment: 'node',
  testSequencer: '<rootDir>/test/runner/longest-first.mjs',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testRegex: '\\.spec\\.ts$',
  // No test measures time: on a busy machine a start of the whole server may take longer than jest's five seconds.
  testTimeout: 30_000,
  // Jest would leave one core idle: with two, one test after the other.
  maxWorkers: '100%',
  // They need a browser: jest.journeys.config.js.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/journeys/'],
  resolver: '<rootDir>/scripts/jest/resolve.cjs',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
      },
    ],
    '^.+\\.m?js$': ['@swc/jest', { jsc: { target: 'es2022' } }],
  },
  // Everything that ships as ES modules only is turned into CommonJS, so jest runs without flags on every Node line.
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|content-disposition|cookie|file-type|@tokenizer|token-types|strtok3|uint8array-extras|@borewit|uid|csv-parse|d3-[a-z-]+|internmap|@fastify|@opentelemetry/otlp-exporter-base|qr|uuid)/)',
  ],
};
