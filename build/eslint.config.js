import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { fileURLToPath } from 'node:url'
import { wordsRule } from './words-rule.ts'

const top = fileURLToPath(new URL('..', import.meta.url))

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a default export has a different name at every import.',
}

export default defineConfig(
  { basePath: top },
  globalIgnores(['**/node_modules/', 'out/', 'dist/', 'coverage/', 'test-results/']),
  {
    files: ['**/*.ts', '**/*.tsx'],
    basePath: top,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: top } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers and booleans read well in a template; objects do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // React takes an async handler; what it throws reaches the defect reporter.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // `query(sql) as Row[]` is how raw rows get their shape here.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // An async function without await is how a port's promise is kept by a synchronous engine.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 400 }],
      'no-restricted-syntax': ['error', noDefaultExport],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    basePath: top,
    plugins: { 'react-hooks': reactHooks, words: { rules: { known: wordsRule } } },
    rules: { ...reactHooks.configs.recommended.rules, 'words/known': 'error' },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    basePath: top,
    rules: {
      // Rows of raw SQL and answers over the wire are read as they come.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['build/*.config.ts'],
    basePath: top,
    rules: { 'no-restricted-syntax': 'off' },
  },
)
