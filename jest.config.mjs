/** One runner, four rings: pure specs, HTTP on a real database, browser and faults. Everything is turned to CommonJS. */
const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: {
    '\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'] },
  setupFiles: ['reflect-metadata'],
};
const built = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: { '': '<rootDir>/test/harness/built.mjs' },
  globalSetup: '<rootDir>/test/harness/global-setup.mjs',
  globalTeardown: '<rootDir>/test/harness/global-teardown.mjs',
};

export default {
  testTimeout: 30_000,
  // Two files at a time, in processes that begin anew before they have grown large: module by module they keep what they load.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  // They leave nothing open, but the memory of one takes longer than the usual half second to be given back on a busy machine.
  workerGracefulExitTimeout: 10_000,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/src/**/*.spec.ts',
        '<rootDir>/web/src/**/*.spec.ts',
        '<rootDir>/test/architecture/**/*.spec.ts',
      ],
    },
    { ...built, displayName: 'integration', testMatch: ['<rootDir>/test/**/*.int-spec.ts'] },
    { ...built, displayName: 'faults', testMatch: ['<rootDir>/test/faults/**/*.spec.ts'] },
    { ...built, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
  ],
};
