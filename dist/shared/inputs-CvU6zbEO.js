import { Lr as matching } from "./base-D7WWzZYD.js";
import { t as inputs$1 } from "./inputs-BBWYVgMx.js";

// packages/steps/lib/blue-green-codedeploy/inputs.js
/** Inputs of blue-green-codedeploy; the contract is its `action.yml`. */
const inputs = {
	...inputs$1,
	"deployment-id": matching({
		pattern: /^d-[A-Z0-9]{1,40}$/,
		expected: "the id of a CodeDeploy deployment",
		example: "d-RPCR1U3TW"
	})
};

export { inputs as t };