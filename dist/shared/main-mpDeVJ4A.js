import { t as inputs } from "./inputs-DpV5vc1i.js";
import { i as run, t as OUTPUTS } from "./run-l1kEHDCA.js";

// packages/steps/lib/preflight/step.js
/** Looks at everything that a deployment needs. Changes nothing, unless `clean-up` asks for what a dead runner left. */
const preflight = {
	name: "preflight",
	inputs,
	outputs: OUTPUTS,
	run
};

export { preflight as step };