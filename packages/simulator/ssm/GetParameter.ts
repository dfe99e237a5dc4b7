import type { GetParameterRequest, GetParameterResult } from '@aws-sdk/client-ssm';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { parametersOf } from './parameters.ts';

/** By name or ARN. A SecureString is not shown without `WithDecryption`. @throws ApiError ParameterNotFound */
export function getParameter(sim: Simulator, input: GetParameterRequest): GetParameterResult {
  const { Name = '', WithDecryption = false } = input;
  const found = parametersOf(sim).find((one) => one.Name === Name || one.ARN === Name);
  const value = [found?.Name, found?.ARN]
    .map((key) => sim.secrets.get(key ?? ''))
    .find((one) => one !== undefined);
  if (found === undefined || value === undefined) throw new ApiError('ParameterNotFound', '');
  const hidden = found.Type === 'SecureString' && !WithDecryption;
  return {
    Parameter: {
      Name: found.Name,
      Type: found.Type,
      Value: hidden ? Buffer.from(`encrypted:${found.Name ?? ''}`).toString('base64') : value,
      Version: found.Version,
      LastModifiedDate: found.LastModifiedDate,
      ARN: found.ARN,
      DataType: found.DataType,
    },
  };
}
