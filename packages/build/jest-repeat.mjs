// Tests run processes, ports and engines of a machine that others use too. So the gate runs a failed test once more. A fault of
// ours fails again. The first failure stays in the log, and check.mjs names the test.
import { jest } from '@jest/globals';

jest.retryTimes(1, { logErrorsBeforeRetry: true });
