import type {
  AttachRolePolicyRequest,
  DeleteRolePolicyRequest,
  DetachRolePolicyRequest,
  PutRolePolicyRequest,
} from '@aws-sdk/client-iam';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { readDocument } from './document.ts';
import { ROLE, findRole } from './roles.ts';

interface Inline {
  readonly PolicyName?: string | undefined;
  readonly PolicyDocument?: unknown;
}

function inlineOf(sim: Simulator, role: string): readonly Inline[] {
  return (findRole(sim, role).properties['Policies'] ?? []) as readonly Inline[];
}

function attachedOf(sim: Simulator, role: string): readonly string[] {
  return (findRole(sim, role).properties['ManagedPolicyArns'] ?? []) as readonly string[];
}

function change(sim: Simulator, role: string, changes: object): void {
  const { properties, attributes } = findRole(sim, role);
  sim.resources.put(ROLE, role, { ...properties, ...changes }, attributes);
}

/** @throws ApiError MalformedPolicyDocument, NoSuchEntity */
export function putRolePolicy(sim: Simulator, input: PutRolePolicyRequest): void {
  const { RoleName = '', PolicyName, PolicyDocument = '' } = input;
  try {
    readDocument(PolicyDocument);
  } catch {
    throw new ApiError('MalformedPolicyDocument', 'Syntax errors in policy.');
  }
  const others = inlineOf(sim, RoleName).filter((one) => one.PolicyName !== PolicyName);
  change(sim, RoleName, { Policies: [...others, { PolicyName, PolicyDocument }] });
}

/** @throws ApiError NoSuchEntity */
export function deleteRolePolicy(sim: Simulator, input: DeleteRolePolicyRequest): void {
  const { RoleName = '', PolicyName = '' } = input;
  const before = inlineOf(sim, RoleName);
  const others = before.filter((one) => one.PolicyName !== PolicyName);
  if (others.length === before.length)
    throw new ApiError('NoSuchEntity', `The role policy with name ${PolicyName} cannot be found.`, 404);
  change(sim, RoleName, { Policies: others });
}

/** Any policy of AWS can be attached; one of this account has to exist. @throws ApiError NoSuchEntity */
export function attachRolePolicy(sim: Simulator, input: AttachRolePolicyRequest): void {
  const { RoleName = '', PolicyArn = '' } = input;
  const own = sim.resources.find('AWS::IAM::ManagedPolicy', PolicyArn) !== undefined;
  if (!own && !/^arn:[\w-]+:iam::aws:policy\//.test(PolicyArn))
    throw new ApiError('NoSuchEntity', `Policy ${PolicyArn} does not exist or is not attachable.`, 404);
  const others = attachedOf(sim, RoleName).filter((one) => one !== PolicyArn);
  change(sim, RoleName, { ManagedPolicyArns: [...others, PolicyArn] });
}

/** @throws ApiError NoSuchEntity */
export function detachRolePolicy(sim: Simulator, input: DetachRolePolicyRequest): void {
  const { RoleName = '', PolicyArn = '' } = input;
  const before = attachedOf(sim, RoleName);
  if (!before.includes(PolicyArn))
    throw new ApiError('NoSuchEntity', `Policy ${PolicyArn} was not found.`, 404);
  change(sim, RoleName, { ManagedPolicyArns: before.filter((one) => one !== PolicyArn) });
}
