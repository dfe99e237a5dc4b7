import { inputs as deployment } from '../deploy/inputs.ts';

/** Inputs of deploy-service; the contract is its `action.yml`. */
export const inputs = deployment;
