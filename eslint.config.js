import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import prettier from 'eslint-config-prettier';
import { lengthRules } from './src/tools/lint/length.js';
import { roomRules } from './src/tools/lint/rooms.js';

export default tseslint.config(
  { ignores: ['dist/', 'build/', '.local/', 'test-results/', 'node_modules/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['src/**/*.{ts,tsx}'], rules: { '@typescript-eslint/no-non-null-assertion': 'error' } },
  { files: ['src/ui/**/*.{ts,tsx}', 'src/entries/**/*.tsx'], ...jsxA11y.flatConfigs.strict },
  { files: ['src/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: { ...reactHooks.configs.recommended.rules } },
  // Command-line programs and the local tenant's server speak to a terminal.
  { files: ['src/tools/**', 'src/tenant/**', 'src/entries/cli.ts', 'test/**'], rules: { 'no-console': 'off' } },
  ...roomRules,
  ...lengthRules,
  prettier,
);
