import type { UpdateAssumeRolePolicyRequest } from '@aws-sdk/client-iam';
import type { Simulator } from '../kernel/simulator.ts';
import { ROLE, findRole } from './roles.ts';

/** @throws ApiError NoSuchEntity */
export function updateAssumeRolePolicy(
  sim: Simulator,
  { RoleName = '', PolicyDocument }: UpdateAssumeRolePolicyRequest,
): void {
  const { properties, attributes } = findRole(sim, RoleName);
  sim.resources.put(ROLE, RoleName, { ...properties, AssumeRolePolicyDocument: PolicyDocument }, attributes);
}
