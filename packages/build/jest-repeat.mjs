// Tests run processes, ports and engines of a machine that others use too. In the gate a test that fails is run once more:
// what fails for a reason fails again, and what does not is in the log, and named by check.mjs.
import { jest } from '@jest/globals';

jest.retryTimes(1, { logErrorsBeforeRetry: true });
