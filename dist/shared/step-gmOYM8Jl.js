import { c as OUTPUTS, n as run, t as afterKillOfAll } from "./after-kill-BxLwP0Z-.js";
import { t as inputs } from "./inputs-CvU6zbEO.js";

// packages/steps/lib/blue-green-codedeploy/step.js
/** Starts a deployment, follows it, stops it when it goes wrong, and explains it. */
const blueGreenCodedeploy = {
	name: "blue-green-codedeploy",
	inputs,
	outputs: OUTPUTS,
	run,
	post: afterKillOfAll
};

export { blueGreenCodedeploy as t };