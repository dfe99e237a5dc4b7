import type { CreateRoleRequest, CreateRoleResponse } from '@aws-sdk/client-iam';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { ROLE, findRole, roleShape } from './roles.ts';

/** @throws ApiError EntityAlreadyExists */
export function createRole(sim: Simulator, input: CreateRoleRequest): CreateRoleResponse {
  const { RoleName = '', ...properties } = input;
  if (sim.resources.find(ROLE, RoleName) !== undefined)
    throw new ApiError('EntityAlreadyExists', `Role with name ${RoleName} already exists.`, 409);
  sim.resources.put(ROLE, RoleName, { ...properties });
  return { Role: roleShape(sim, findRole(sim, RoleName)) };
}
