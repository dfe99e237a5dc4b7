import { vn as warnOfExpiry } from "./base-D7WWzZYD.js";

// packages/steps/lib/credentials.js
/**
* Warns, before anything is started, when the AWS credentials end before a wait may.
* @param what is waited for: `the deployment`
*/
async function checkCredentials({ aws, clock, progress }, what, budget) {
	const warning = warnOfExpiry(await aws.identity.validity(), clock.now(), what, budget);
	if (warning !== void 0) progress.report({
		type: "warning",
		...warning
	});
}

export { checkCredentials as t };