import type {
  DescribeParametersRequest,
  DescribeParametersResult,
  ParameterMetadata,
  ParameterStringFilter,
} from '@aws-sdk/client-ssm';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { parametersOf } from './parameters.ts';

const MOST = 50;

/** @throws ApiError InvalidFilterKey, InvalidFilterOption, InvalidNextToken */
export function describeParameters(
  sim: Simulator,
  input: DescribeParametersRequest,
): DescribeParametersResult {
  const { ParameterFilters = [], MaxResults = MOST, NextToken } = input;
  const found = parametersOf(sim).filter((parameter) =>
    ParameterFilters.every((filter) => matches(filter, parameter)),
  );
  const from = NextToken === undefined ? 0 : Number(NextToken);
  if (!Number.isInteger(from)) throw new ApiError('InvalidNextToken', 'The specified token is not valid.');
  const end = from + MaxResults;
  return {
    Parameters: found.slice(from, end),
    ...(end < found.length ? { NextToken: String(end) } : {}),
  };
}

function matches(
  { Key = '', Option = 'Equals', Values = [] }: ParameterStringFilter,
  parameter: ParameterMetadata,
): boolean {
  if (Key !== 'Name' && Key !== 'Type') {
    throw new ApiError(
      'InvalidFilterKey',
      `The simulator filters parameters by Name and Type, not by ${Key}.`,
    );
  }
  const value = parameter[Key] ?? '';
  switch (Option) {
    case 'Equals':
      return Values.includes(value);
    case 'BeginsWith':
      return Values.some((one) => value.startsWith(one));
    case 'Contains':
      return Values.some((one) => value.includes(one));
    default:
      throw new ApiError('InvalidFilterOption', `The filter option ${Option} is not valid.`);
  }
}
