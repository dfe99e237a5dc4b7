import { t as inputs$1 } from "./inputs-BBWYVgMx.js";

// packages/steps/lib/deploy-service/inputs.js
/** Inputs of deploy-service; the contract is its `action.yml`. */
const inputs = inputs$1;

export { inputs as t };