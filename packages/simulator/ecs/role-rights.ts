import type { GetRoleResponse, SimulatePolicyResponse } from '@aws-sdk/client-iam';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';

/** Whether the role's policies allow the action. A role that IAM does not hold may do all (assumption: tests name roles that nobody made). */
export async function allows(
  sim: Simulator,
  role: string,
  action: string,
  resource: string,
): Promise<boolean> {
  return await unlessUnknown(async () => {
    const { EvaluationResults } = await sim.call<SimulatePolicyResponse>('iam', 'SimulatePrincipalPolicy', {
      PolicySourceArn: role,
      ActionNames: [action],
      ResourceArns: [resource],
      ContextEntries: [
        { ContextKeyName: 'aws:RequestedRegion', ContextKeyType: 'string', ContextKeyValues: [sim.region] },
      ],
    });
    return EvaluationResults?.[0]?.EvalDecision === 'allowed';
  });
}

/** Whether the role's trust policy lets ECS assume it; true for a role that IAM does not hold. */
export async function trustsEcs(sim: Simulator, role: string): Promise<boolean> {
  return await unlessUnknown(async () => {
    const { Role } = await sim.call<GetRoleResponse>('iam', 'GetRole', {
      RoleName: role.slice(role.lastIndexOf('/') + 1),
    });
    const text = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '{}');
    const { Statement = [] } = JSON.parse(text) as { readonly Statement?: Trust | readonly Trust[] };
    return [Statement].flat().some(({ Effect, Principal = {} }) => {
      const services: unknown = Principal.Service;
      return Effect === 'Allow' && [services].flat().includes('ecs.amazonaws.com');
    });
  });
}

interface Trust {
  readonly Effect?: string;
  readonly Principal?: { readonly Service?: string | readonly string[] };
}

/** The sentence with which AWS refuses a call of an assumed role. */
export function denial(
  sim: Simulator,
  role: string,
  session: string,
  action: string,
  resource?: string,
): string {
  const name = role.slice(role.lastIndexOf('/') + 1);
  const user = `arn:${sim.partition}:sts::${sim.account}:assumed-role/${name}/${session}`;
  const on = resource === undefined ? '' : ` on resource: ${resource}`;
  return `User: ${user} is not authorized to perform: ${action}${on} because no identity-based policy allows the ${action} action`;
}

async function unlessUnknown(ask: () => Promise<boolean>): Promise<boolean> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ApiError && error.code === 'NoSuchEntity') return true;
    throw error;
  }
}
