import type { PutParameterRequest, PutParameterResult } from '@aws-sdk/client-ssm';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';

/** @throws ApiError ParameterAlreadyExists */
export function putParameter(sim: Simulator, input: PutParameterRequest): PutParameterResult {
  const { Name = '', Value = '', Type = 'String', KeyId, Overwrite = false } = input;
  const exists = sim.secrets.has(Name);
  if (exists && !Overwrite) {
    throw new ApiError(
      'ParameterAlreadyExists',
      'The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    );
  }
  sim.secrets.set(Name, Value);
  const changed = { Name, Type, LastModifiedDate: sim.clock.now() };
  sim.resources.put('AWS::SSM::Parameter', Name, KeyId === undefined ? changed : { ...changed, KeyId });
  return { Version: exists ? 2 : 1, Tier: 'Standard' };
}
