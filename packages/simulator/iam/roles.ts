import type { Role } from '@aws-sdk/client-iam';
import { ApiError } from '../kernel/api-error.ts';
import type { Resource } from '../kernel/resources.ts';
import type { Simulator } from '../kernel/simulator.ts';

export const ROLE = 'AWS::IAM::Role';

/**
 * The role of everybody who calls. A session has a role, and one of an administrator fits a simulator that refuses no call
 * because of policies.
 */
export function putCallersRole(sim: Simulator): void {
  sim.resources.put(ROLE, 'simulator', {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    },
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  });
}

/** @throws ApiError NoSuchEntity */
export function findRole(sim: Simulator, name: string): Resource {
  const role = sim.resources.find(ROLE, name);
  if (role !== undefined) return role;
  throw new ApiError('NoSuchEntity', `The role with name ${name} cannot be found.`, 404);
}

/** @throws ApiError NoSuchEntity */
export function findRoleByArn(sim: Simulator, arn: string): Resource {
  const role = sim.resources.of(ROLE).find((one) => roleArn(sim, one) === arn);
  if (role !== undefined) return role;
  throw new ApiError('NoSuchEntity', `The role with arn ${arn} cannot be found.`, 404);
}

export function roleArn(sim: Simulator, { id, properties, attributes }: Resource): string {
  const given = attributes['Arn'];
  return typeof given === 'string' ? given : sim.arn('iam', `role${pathOf(properties)}${id}`, '');
}

function pathOf(properties: Resource['properties']): string {
  const path = properties['Path'];
  return typeof path === 'string' ? path : '/';
}

/** The policy document comes percent-encoded, as IAM gives it. */
export function roleShape(sim: Simulator, role: Resource): Role {
  const { AssumeRolePolicyDocument, Description, PermissionsBoundary } = role.properties;
  const { RoleId } = role.attributes;
  return {
    Path: pathOf(role.properties),
    RoleName: role.id,
    RoleId: typeof RoleId === 'string' ? RoleId : 'AROASIMULATEDSIMULATE',
    Arn: roleArn(sim, role),
    CreateDate: sim.clock.date(),
    AssumeRolePolicyDocument: encodeURIComponent(textOf(AssumeRolePolicyDocument)),
    ...(typeof Description === 'string' ? { Description } : {}),
    MaxSessionDuration: Number(role.properties['MaxSessionDuration'] ?? 3600),
    ...(typeof PermissionsBoundary === 'string'
      ? {
          PermissionsBoundary: {
            PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
            PermissionsBoundaryArn: PermissionsBoundary,
          },
        }
      : {}),
  };
}

/** Documents are JSON text in calls and objects in templates. */
function textOf(document: unknown): string {
  return typeof document === 'string' ? document : JSON.stringify(document ?? {});
}
