import type { RunningSimulator } from '@cutover/simulator/start';

const MANAGED = 'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy';

interface RoleOptions {
  /** Who may take it on; default ECS's tasks. */
  readonly service?: string;
  /** Statements beside those of AWS's own policy for execution roles. */
  readonly statements?: readonly object[];
}

/** Makes a role fit for the execution of tasks, unless the account has it, and gives back its ARN. */
export async function createRole(
  { sim }: RunningSimulator,
  RoleName: string,
  { service = 'ecs-tasks.amazonaws.com', statements = [] }: RoleOptions = {},
): Promise<string> {
  const arn = `arn:aws:iam::123456789012:role/${RoleName}`;
  try {
    await sim.call('iam', 'CreateRole', {
      RoleName,
      AssumeRolePolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
      }),
    });
  } catch (error) {
    if (error instanceof Error && error.message.includes('already exists')) return arn;
    throw error;
  }
  await sim.call('iam', 'AttachRolePolicy', { RoleName, PolicyArn: MANAGED });
  if (statements.length > 0) {
    await sim.call('iam', 'PutRolePolicy', {
      RoleName,
      PolicyName: 'more',
      PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
    });
  }
  return arn;
}

/** What awslogs-create-group takes. */
export const MAKES_LOG_GROUPS = { Effect: 'Allow', Action: 'logs:CreateLogGroup', Resource: '*' };

export const READS_SECRETS = {
  Effect: 'Allow',
  Action: ['secretsmanager:GetSecretValue', 'ssm:GetParameters'],
  Resource: '*',
};
