import type { GetRoleRequest, GetRoleResponse } from '@aws-sdk/client-iam';
import type { Simulator } from '../kernel/simulator.ts';
import { findRole, roleShape } from './roles.ts';

/** @throws ApiError NoSuchEntity */
export function getRole(sim: Simulator, { RoleName = '' }: GetRoleRequest): GetRoleResponse {
  return { Role: roleShape(sim, findRole(sim, RoleName)) };
}
