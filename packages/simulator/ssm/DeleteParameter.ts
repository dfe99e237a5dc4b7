import type { DeleteParameterRequest, DeleteParameterResult } from '@aws-sdk/client-ssm';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';

/** @throws ApiError ParameterNotFound */
export function deleteParameter(
  sim: Simulator,
  { Name = '' }: DeleteParameterRequest,
): DeleteParameterResult {
  if (!sim.secrets.delete(Name)) throw new ApiError('ParameterNotFound', '');
  sim.resources.delete('AWS::SSM::Parameter', Name);
  return {};
}
