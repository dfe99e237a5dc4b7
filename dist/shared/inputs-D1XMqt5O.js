import { Or as showLogs, Pr as flag, Sr as commonInputs, Ur as text, br as configInputs, et as cluster, nt as service, rt as stack } from "./base-D7WWzZYD.js";

// packages/steps/lib/diagnose/inputs.js
/** Inputs of diagnose; the contract is its `action.yml`. */
const inputs = {
	stack: stack(),
	cluster: cluster(),
	service: service(),
	"fail-on-findings": flag({ default: "true" }),
	"show-logs": showLogs,
	...configInputs,
	...commonInputs,
	region: text({ aliases: ["aws-region"] })
};

export { inputs as t };