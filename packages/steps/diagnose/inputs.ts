import { configInputs } from '@cutover/domain/inputs/config';
import { commonInputs } from '@cutover/domain/inputs/credentials';
import { cluster, service, stack } from '@cutover/domain/inputs/environment';
import { flag, text } from '@cutover/domain/inputs/input';
import { showLogs } from '@cutover/domain/inputs/show-logs';

/** Inputs of diagnose; the contract is its `action.yml`. */
export const inputs = {
  stack: stack(),
  cluster: cluster(),
  service: service(),
  'fail-on-findings': flag({ default: 'true' }),
  'show-logs': showLogs,
  ...configInputs,
  ...commonInputs,
  region: text({ aliases: ['aws-region'] }),
};
