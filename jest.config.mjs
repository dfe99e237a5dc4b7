// What takes long (`*.long.test.ts`) is run by `npm run test:long` and by the gate, not by a newcomer's `npm test`.
const long = process.env.CUTOVER_TESTS === 'long';

export default {
  testEnvironment: 'node',
  // Most tests wait for processes of their own, so one worker for each core leaves time unused.
  maxWorkers: 4,
  // Many tests start processes, and machines are busy: this bounds what hangs, and judges no speed.
  testTimeout: 60_000,
  roots: ['<rootDir>/packages', '<rootDir>/actions', '<rootDir>/test'],
  testMatch: [long ? '**/*.long.test.ts' : '**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/lib/', ...(long ? [] : ['\\.long\\.test\\.ts$'])],
  setupFilesAfterEnv: process.env.CI === 'true' ? ['<rootDir>/packages/build/jest-repeat.mjs'] : [],
  modulePathIgnorePatterns: ['<rootDir>/dist', '/lib/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/packages/build/jest-strip-types.cjs' },
  testEnvironmentOptions: { customExportConditions: ['@cutover/source', 'node', 'node-addons'] },
  coverageProvider: 'v8',
  collectCoverageFrom: ['packages/**/*.ts', 'actions/**/*.ts'],
};
