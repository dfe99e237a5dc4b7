export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/packages', '<rootDir>/actions', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/lib/'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '/lib/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/packages/build/jest-strip-types.cjs' },
  testEnvironmentOptions: { customExportConditions: ['@cutover/source', 'node', 'node-addons'] },
  coverageProvider: 'v8',
  collectCoverageFrom: ['packages/**/*.ts', 'actions/**/*.ts'],
};
