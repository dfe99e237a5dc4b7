import { ApiError } from '../../kernel/api-error.ts';
import type { Template } from './shape.ts';

/** IAM types and the property that gives them a name of their own. */
const IAM_NAMES = new Map<string, string | undefined>([
  ['AWS::IAM::InstanceProfile', 'InstanceProfileName'],
  ['AWS::IAM::ManagedPolicy', 'ManagedPolicyName'],
  ['AWS::IAM::OIDCProvider', undefined],
  ['AWS::IAM::Policy', undefined],
  ['AWS::IAM::Role', 'RoleName'],
  ['AWS::IAM::RolePolicy', undefined],
]);

/** The capability that the template's IAM resources need: none, CAPABILITY_IAM, or CAPABILITY_NAMED_IAM. */
export function neededCapability(template: Template): 'CAPABILITY_IAM' | 'CAPABILITY_NAMED_IAM' | undefined {
  const iam = Object.values(template.Resources).filter(({ Type: type }) => IAM_NAMES.has(type));
  const named = iam.some(({ Type: type, Properties: properties = {} }) => {
    const name = IAM_NAMES.get(type);
    return name !== undefined && properties[name] !== undefined;
  });
  if (named) return 'CAPABILITY_NAMED_IAM';
  return iam.length > 0 ? 'CAPABILITY_IAM' : undefined;
}

/** @throws InsufficientCapabilitiesException */
export function requireCapability(template: Template, given: readonly string[]): void {
  const needed = neededCapability(template);
  if (needed === undefined || given.includes('CAPABILITY_NAMED_IAM') || given.includes(needed)) return;
  throw new ApiError('InsufficientCapabilitiesException', `Requires capabilities : [${needed}]`);
}
