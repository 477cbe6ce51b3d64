/**
 * One runner, five rings: pure specs, the same of the web, HTTP on a real database, browser and faults. What belongs to
 * the server runs as it was built; what belongs to the web has no other build than its bundle and is turned to CommonJS.
 */
const web = {
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
  setupFiles: ['reflect-metadata', '<rootDir>/test/harness/properties.ts'],
};
const built = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: { '': '<rootDir>/test/harness/built.mjs' },
  globalSetup: '<rootDir>/test/harness/build.mjs',
};
const onDatabase = {
  ...built,
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
    { ...built, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    {
      ...web,
      displayName: 'web',
      testMatch: ['<rootDir>/web/src/**/*.spec.ts', '<rootDir>/test/architecture/**/*.spec.ts'],
    },
    { ...onDatabase, displayName: 'integration', testMatch: ['<rootDir>/test/**/*.int-spec.ts'] },
    { ...onDatabase, displayName: 'faults', testMatch: ['<rootDir>/test/faults/**/*.spec.ts'] },
    { ...onDatabase, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
  ],
};
