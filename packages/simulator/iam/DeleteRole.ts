import type { DeleteRoleRequest } from '@aws-sdk/client-iam';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { policiesOf } from './policies.ts';
import { ROLE, findRole } from './roles.ts';

/** @throws ApiError DeleteConflict while the role has policies, NoSuchEntity */
export function deleteRole(sim: Simulator, { RoleName = '' }: DeleteRoleRequest): void {
  if (policiesOf(sim, findRole(sim, RoleName)).length > 0) {
    throw new ApiError('DeleteConflict', 'Cannot delete entity, must detach all policies first.', 409);
  }
  sim.resources.delete(ROLE, RoleName);
}
