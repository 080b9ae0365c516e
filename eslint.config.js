import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['_site*/', '.cache/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,

  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } },
      ],

      // `[...text]` is how the Arabic code takes a text apart by code point, and it means to: letters and marks are looked at singly.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Control characters in articles are just what several checks look for.
      'no-control-regex': 'off',
      // `return send(…)` in a function without a result ends a branch in one line.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreVoidReturningFunctions: true }],
      // The compiler wants brackets for index signatures (noPropertyAccessFromIndexSignature); this rule would forbid them.
      '@typescript-eslint/dot-notation': 'off',
    },
  },

  {
    // What depends on the clock or the environment differs from build to build; only the edges may read them.
    files: ['src/{arabic,calendar,article,archive,site,formats,search,plan}/**/*.ts', '_includes/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', { name: 'process', message: 'Pass what is needed as a parameter.' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Pass the time as a parameter.' },
        { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: 'Pass the time as a parameter.' },
        { selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]', message: 'A build must come out the same each time.' },
      ],
    },
  },

  {
    // Eleventy and ESLint look for a default export in these; declarations say what others' packages export.
    files: ['.eleventy.ts', 'src/eleventy/templates/*.11ty.{ts,tsx}', 'eslint.config.js', '**/*.d.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },

  {
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: {
      // node:test collects what `test()` and its kin return; nobody awaits them.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'] }] },
      ],
      // Stand-ins keep the shape of what they stand for, also where they have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },

  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly' } },
  },
);
