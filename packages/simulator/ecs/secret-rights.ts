import type { ContainerDefinition } from '@aws-sdk/client-ecs';
import type { Simulator } from '../kernel/simulator.ts';
import { allows } from './role-rights.ts';
import { SecretError } from './secrets.ts';
import type { TaskState } from './state.ts';

/**
 * Holds what a container is given from Secrets Manager and Parameter Store against the policies of the task's execution
 * role. A role that IAM does not hold may read all (assumption: tests name roles that nobody made).
 * @throws SecretError with the text ECS puts into stoppedReason
 */
export async function checkSecretRights(
  sim: Simulator,
  task: TaskState,
  container: ContainerDefinition,
): Promise<void> {
  const role = task.shape.overrides?.executionRoleArn ?? task.definition.executionRoleArn;
  if (role === undefined) return;
  for (const valueFrom of referencesOf(container)) {
    const { action, resource } = needOf(sim, valueFrom);
    if (!(await allows(sim, role, action, resource))) throw secretRefusal(sim, task, valueFrom);
  }
}

/** The error of a task whose execution role may not read the secret. */
export function secretRefusal(sim: Simulator, task: TaskState, valueFrom: string): SecretError {
  const { account, partition } = sim;
  const { parameter, action, resource } = needOf(sim, valueFrom);
  const role = (task.shape.overrides?.executionRoleArn ?? task.definition.executionRoleArn)
    ?.split('/')
    .at(-1);
  const user = `arn:${partition}:sts::${account}:assumed-role/${role ?? 'execution'}/${task.id}`;
  const what = parameter ? 'secrets from ssm' : 'secret from asm';
  const fetched = parameter ? '' : `failed to fetch secret ${resource} from secrets manager: `;
  return new SecretError(
    `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ${what}: service call has been retried 1 time(s): ${fetched}AccessDeniedException: User: ${user} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  );
}

function referencesOf({ secrets, logConfiguration, repositoryCredentials }: ContainerDefinition): string[] {
  return [
    ...(secrets ?? []).map(({ valueFrom }) => valueFrom),
    ...(logConfiguration?.secretOptions ?? []).map(({ valueFrom }) => valueFrom),
    repositoryCredentials?.credentialsParameter,
  ].filter((reference): reference is string => reference !== undefined && reference !== '');
}

/** The action that reads a secret, and the ARN that IAM judges it by: a secret's without key, version stage and id. */
function needOf(
  sim: Simulator,
  valueFrom: string,
): { readonly parameter: boolean; readonly action: string; readonly resource: string } {
  const arn = valueFrom.startsWith('arn:');
  if (!arn || valueFrom.includes(':ssm:')) {
    const resource = arn ? valueFrom : sim.arn('ssm', `parameter/${valueFrom.replace(/^\//, '')}`);
    return { parameter: true, action: 'ssm:GetParameters', resource };
  }
  const resource = valueFrom.split(':').slice(0, 7).join(':');
  return { parameter: false, action: 'secretsmanager:GetSecretValue', resource };
}
