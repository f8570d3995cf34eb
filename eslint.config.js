import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'tests/fixture/.build/', 'tests/screenshots/.build.mjs', 'fixtures/', 'node_modules/', 'posts/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './tests/tsconfig.json'] } },
    rules: {
      complexity: ['error', 15],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 80 }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    // Whatever a page or feed holds, no pattern takes more than linear time in one attempt.
    files: ['src/**/*.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }] },
  },
  {
    // A sentence of one language's own catalogue would be said whatever language was asked for.
    files: ['src/**/*.ts'],
    ignores: ['src/messages/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: 'messages/(?:en|zh)', message: 'Import { messages } from messages/messages.js.' }] }] },
  },
  { files: ['tests/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['*.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
  { files: ['bin/*.js', 'tests/**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { process: 'readonly', require: 'readonly', __filename: 'readonly' } } },
);
