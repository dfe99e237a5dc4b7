import { t as inputs$1 } from "./inputs-D25o0Ib7.js";

// packages/steps/lib/deploy-service/inputs.js
/** Inputs of deploy-service; the contract is its `action.yml`. */
const inputs = inputs$1;

export { inputs as t };