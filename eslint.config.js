import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import vue from 'eslint-plugin-vue'
import vueParser from 'vue-eslint-parser'

/** Every entry is a law of the house or of the security guide; the message says which. */
const forbiddenEverywhere = [
  {
    selector: "Property[key.name='rejectUnauthorized']",
    message: 'Certificates are always checked; add a CA instead.',
  },
  {
    // Written so that it does not find itself.
    selector: 'Literal[value=/ignore-certificate-er{2}ors|NODE_TLS_REJECT_UNAUTHORIZE{1}D/]',
    message: 'Certificates are always checked; add a CA instead.',
  },
  { selector: "NewExpression[callee.name='Function']", message: 'No code out of strings.' },
  {
    selector:
      'CallExpression[callee.property.name=/^(prepare|exec|pragma)$/] > TemplateLiteral.arguments[expressions.length>0]',
    message: 'No values inside SQL text: use named parameters.',
  },
  {
    selector: "CallExpression[callee.property.name=/^(prepare|exec)$/] > BinaryExpression.arguments[operator='+']",
    message: 'No values inside SQL text: use named parameters.',
  },
]

const forbiddenInTests = [
  {
    selector:
      'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(skip|only|todo|skipIf|runIf|fails)$/]',
    message: 'Every test runs, every time.',
  },
  { selector: 'CallExpression[callee.name=/^(xit|xdescribe|xtest)$/]', message: 'Every test runs, every time.' },
]

const ipcMainOutside = {
  paths: [
    {
      name: 'electron',
      importNames: ['ipcMain'],
      message: 'Channels are registered in electron/ipc/register.ts only.',
    },
  ],
}

export default defineConfig(
  { ignores: ['out/', '.cache/', 'node_modules/', 'coverage/', 'domain/portal/generated/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.{ts,vue}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.vue'] },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers and booleans read well inside messages; objects do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `() => setSize(3)` says what it does; that its value is nothing is known from its type.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Messages are plain records, and an element that is not there is a key that is not there.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // Codes and names are short texts whose characters are what is meant.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'off',
      '@typescript-eslint/no-implied-eval': 'error',
      'no-restricted-imports': ['error', ipcMainOutside],
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'api', message: 'Only renderer/api.ts touches window.api.' },
      ],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'max-lines': ['error', { max: 400 }],
      'no-restricted-syntax': ['error', ...forbiddenEverywhere],
    },
  },
  {
    files: ['**/*.vue'],
    extends: [vue.configs['flat/recommended']],
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: tseslint.parser, projectService: true, extraFileExtensions: ['.vue'] },
    },
    rules: {
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      // An optional prop's missing value is `undefined`, as its type says.
      'vue/require-default-prop': 'off',
      // Layout belongs to Prettier.
      'vue/html-indent': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
    },
  },
  {
    // TypeScript alone sees no types in components; vue-tsc does, and checks these files in full.
    files: ['renderer/**/*.vue', 'renderer/main.ts', 'renderer/router.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
    },
  },
  { files: ['electron/ipc/register.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['renderer/api.ts', 'tests/e2e/**', 'tests/support/**'], rules: { 'no-restricted-properties': 'off' } },
  // Tables of data are as long as what they list.
  { files: ['domain/fields/**', 'domain/failures/**'], rules: { 'max-lines': 'off' } },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...forbiddenEverywhere, ...forbiddenInTests],
    },
  },
  {
    files: ['build/**/*.mjs', '*.js', '*.mjs', '**/*.cjs', 'build/electron-fallback/**/*.js'],
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-unused-vars': 'error',
      'no-undef': 'off',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...forbiddenEverywhere],
    },
  },
)
