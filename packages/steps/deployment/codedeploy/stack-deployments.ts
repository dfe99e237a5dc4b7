import { AwsCallError } from '@cutover/domain/errors';
import type { StackParts } from '../engine-kind.ts';
import type { World } from '../../world.ts';
import type { Trouble } from '@cutover/domain/trouble';

interface StackGroup {
  readonly application: string;
  readonly group: string;
}

/** CodeDeploy's answers for an application or a group that does not exist. */
const MISSING = new Set(['ApplicationDoesNotExistException', 'DeploymentGroupDoesNotExistException']);

/** Types of resources that hold what CodeDeploy knows of a service. */
export const RESOURCE_TYPES = ['AWS::CodeDeploy::Application', 'AWS::CodeDeploy::DeploymentGroup'] as const;

/**
 * Finds the deployment groups of a stack once, and gives a way to look for deployments in them.
 * The groups are those that its outputs name, else every group among its resources, with every application there, as a
 * group's physical id does not name its application.
 */
export async function deploymentsOfStack(
  world: World,
  stack: StackParts,
): Promise<() => Promise<Trouble | undefined>> {
  const groups = await groupsOf(stack);
  return async () => {
    for (const { application, group } of groups) {
      const [id] = await activeIn(application, group, world);
      if (id === undefined) continue;
      return {
        what: `CodeDeploy deployment ${id} of group ${group} is running; a change of stack ${stack.name} could turn its traffic back.`,
        fix: `Run the job again when the deployment has ended. A deployment that keeps the old tasks for long is ended early by: aws deploy continue-deployment --deployment-id ${id} --deployment-wait-type TERMINATION_WAIT`,
      };
    }
    return undefined;
  };
}

async function groupsOf({ outputs, resources }: StackParts): Promise<readonly StackGroup[]> {
  const { CodeDeployApplication: application, CodeDeployDeploymentGroup: group } = outputs;
  if (application && group) return [{ application, group }];
  const all = await resources();
  const ids = (type: string): readonly string[] =>
    all.filter((one) => one.type === type && one.physicalId !== '').map(({ physicalId }) => physicalId);
  return ids('AWS::CodeDeploy::DeploymentGroup').flatMap((name) =>
    ids('AWS::CodeDeploy::Application').map((one) => ({ application: one, group: name })),
  );
}

async function activeIn(application: string, group: string, world: World): Promise<readonly string[]> {
  try {
    return await world.aws.deployments.active(application, group);
  } catch (error) {
    if (error instanceof AwsCallError && MISSING.has(error.code)) return [];
    throw error;
  }
}
