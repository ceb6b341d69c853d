import type { Config } from 'jest';

const config: Config = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // The real zip takes its time: `npm run test:zip`.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/zip/'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/build'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' } }] },
  moduleNameMapper: { '^\\./makeValidator$': '<rootDir>/test/support/late_validator.cjs' },
  // In the project: a run leaves nothing in the folder for temporary files.
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  maxWorkers: '100%',
  // A busy machine is no failure; how long things take is for the benchmark.
  testTimeout: 30_000,
  // A worker needs up to 0.7 s to end after its last test; Jest's own patience of 0.5 s reports that as a leak.
  workerGracefulExitTimeout: 5000,
  // Every line and every turn of the app itself; `npm run coverage` holds the tests to it. V8's own counting would tell
  // each process apart and costs seconds for each file; Babel's is kept with the transformed code.
  coverageProvider: 'babel',
  collectCoverageFrom: ['index.ts', 'src/**/*.ts'],
  coverageReporters: ['text-summary', ['text', { skipFull: true }]],
  coverageThreshold: { global: { statements: 100, branches: 100, functions: 100, lines: 100 } },
};

export default config;
