import { c as OUTPUTS, r as runByAnyEngine, t as afterKillOfAll } from "./after-kill-BxLwP0Z-.js";
import { t as inputs } from "./inputs-DiDNB-fX.js";

// packages/steps/lib/deploy-service/step.js
/** Deploys a service by whichever engine its deployment controller calls for. */
const deployService = {
	name: "deploy-service",
	inputs,
	outputs: OUTPUTS,
	run: runByAnyEngine,
	post: afterKillOfAll
};

export { deployService as step };