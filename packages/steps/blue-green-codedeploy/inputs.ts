import { matching } from '@cutover/domain/inputs/input';
import { inputs as deployment } from '../deploy/inputs.ts';

/** Inputs of blue-green-codedeploy; the contract is its `action.yml`. */
export const inputs = {
  ...deployment,
  'deployment-id': matching({
    pattern: /^d-[A-Z0-9]{1,40}$/,
    expected: 'the id of a CodeDeploy deployment',
    example: 'd-RPCR1U3TW',
  }),
};
