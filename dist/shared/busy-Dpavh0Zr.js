import { Hr as ConfigurationError } from "./base-qPzcO8Sx.js";

// packages/steps/lib/deployment/busy.js
/** Rounds in which AWS may start nothing without an active deployment to be seen. */
const BUSY_ROUNDS = 10;
/**
* AWS started no deployment: pauses before the next round, in which the other deployment will be seen.
* @param round counted from 0
* @throws ConfigurationError `trouble` when that never happens, as when the account's limit of deployments is what was hit
*/
async function pauseBusy({ clock, signal }, round, intervalMs, trouble) {
	if (round >= BUSY_ROUNDS) throw new ConfigurationError(trouble);
	await clock.sleep(intervalMs, signal);
}

export { pauseBusy as t };