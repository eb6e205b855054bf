import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'data', 'bench/peers', 'bench/results', 'coverage'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Deciders, foldings and definitions are plain objects of functions: nothing in them looks at `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Chance comes from kernel/ids.ts.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time comes from kernel/clock.ts.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time comes from kernel/clock.ts.',
        },
      ],
    },
  },
  {
    // Nest reads constructor parameter types at run time, so they must stay value imports.
    files: [
      'src/**/*.controller.ts',
      'src/**/*.module.ts',
      'src/**/*.handler.ts',
      'src/**/*.service.ts',
      'src/engine/api/**/*.ts',
      'src/apps/ops/**/*.ts',
      'src/**/commands/*.ts',
      'src/**/queries/*.ts',
    ],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  { files: ['src/kernel/clock.ts', 'src/kernel/ids.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    // Every command and query passes the policy function (docs/architecture.md).
    files: ['src/**/*.ts'],
    ignores: ['src/engine/access/dispatcher.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/cqrs',
              importNames: ['CommandBus', 'QueryBus', 'EventBus', 'Saga'],
              message: 'Ask engine/access/dispatcher.ts; in-memory events lose what must happen.',
            },
            {
              name: '@nestjs/swagger',
              importNames: ['ApiProperty'],
              message: 'Take it from engine/api/api-property.ts, which does not load the whole library.',
            },
          ],
        },
      ],
    },
  },
  { files: ['src/engine/api/api-property.ts', 'src/engine/api/openapi.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'readonly',
        require: 'readonly',
        performance: 'readonly',
        setTimeout: 'readonly',
        fetch: 'readonly',
        AbortController: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
