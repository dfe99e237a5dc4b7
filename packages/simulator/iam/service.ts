import type { Operation, QueryService } from '../kernel/service.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { createRole } from './CreateRole.ts';
import { deleteRole } from './DeleteRole.ts';
import { getRole } from './GetRole.ts';
import { policiesOf } from './policies.ts';
import { attachRolePolicy, deleteRolePolicy, detachRolePolicy, putRolePolicy } from './role-policies.ts';
import { putCallersRole, ROLE, roleArn } from './roles.ts';
import { simulatePrincipalPolicy } from './SimulatePrincipalPolicy.ts';
import { updateAssumeRolePolicy } from './UpdateAssumeRolePolicy.ts';

/** IAM: roles with their policies, and what those policies say. No call is refused because of them. */
export function createIam(sim: Simulator): QueryService {
  putCallersRole(sim);
  const bind =
    <I>(run: (sim: Simulator, input: I) => object | void): Operation =>
    (input: I) =>
      run(sim, input);
  return {
    name: 'iam',
    protocol: 'query',
    version: '2010-05-08',
    xmlNamespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    operations: {
      AttachRolePolicy: bind(attachRolePolicy),
      CreateRole: bind(createRole),
      DeleteRole: bind(deleteRole),
      DeleteRolePolicy: bind(deleteRolePolicy),
      DetachRolePolicy: bind(detachRolePolicy),
      GetRole: bind(getRole),
      PutRolePolicy: bind(putRolePolicy),
      SimulatePrincipalPolicy: bind(simulatePrincipalPolicy),
      UpdateAssumeRolePolicy: bind(updateAssumeRolePolicy),
    },
    lookup: (_what, name) => {
      const role = sim.resources.find(ROLE, name);
      return role === undefined ? undefined : roleArn(sim, role);
    },
    snapshot: () => ({
      roles: sim.resources.of(ROLE).map((role) => ({
        arn: roleArn(sim, role),
        policies: policiesOf(sim, role).map(({ name }) => name),
      })),
    }),
  };
}
