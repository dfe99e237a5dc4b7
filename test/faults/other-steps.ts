import type { Stack } from '@aws-sdk/client-cloudformation';
import type { Task } from '@aws-sdk/client-ecs';
import type { Account } from './account.ts';
import { POLL, type Scene } from './scene.ts';

/** Production stays as it is: these steps deploy nothing to the service. */
const untouched = { from: { kind: 'start' }, wanted: 'web:1', old: 'web:1' } as const;
const ROLE = 'arn:aws:iam::123456789012:role/execution';

/** What the service runs, with another value of a variable. */
const FILE = JSON.stringify({
  family: 'shop',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  executionRoleArn: ROLE,
  containerDefinitions: [
    {
      name: 'app',
      image: 'test/web',
      portMappings: [{ containerPort: 8080 }],
      environment: [{ name: 'GREETING', value: 'hello' }],
    },
  ],
});

/** register-taskdef: of a family with two revisions of other contents, one of which may go. */
export const REGISTRATION: Scene = {
  ...untouched,
  name: 'register-taskdef',
  step: 'register-taskdef',
  inputs: {
    cluster: POLL.cluster,
    service: POLL.service,
    'task-definition': 'task.json',
    'keep-revisions': '2',
  },
  files: { 'task.json': FILE },
  prepare: async ({ live }) => {
    for (const value of ['one', 'two']) {
      const [container] = (JSON.parse(FILE) as { containerDefinitions: object[] }).containerDefinitions;
      await live.call('ecs', 'RegisterTaskDefinition', {
        ...(JSON.parse(FILE) as object),
        containerDefinitions: [{ ...container, environment: [{ name: 'GREETING', value }] }],
      });
    }
  },
  check: async (account, { exitCode, outputs }) => {
    const active = await revisionsOf(account, 'ACTIVE');
    const all = [...active, ...(await revisionsOf(account, 'INACTIVE'))].map(numberOf);
    const violations: string[] = [];
    if (Math.max(...all) > 3) violations.push(`${Math.max(...all) - 2} revisions were registered`);
    if (exitCode !== 0) return violations;
    const given = outputs['task-definition-arn'] ?? '';
    if (!active.includes(given)) violations.push(`success, and ${given} is not active`);
    if (numberOf(given) !== 3) violations.push(`success, and ${given} is not what the file says`);
    return violations;
  },
};

async function revisionsOf({ live }: Account, status: string): Promise<readonly string[]> {
  const { taskDefinitionArns } = await live.call<{ taskDefinitionArns: string[] }>(
    'ecs',
    'ListTaskDefinitions',
    { familyPrefix: 'shop', status },
  );
  return taskDefinitionArns;
}

function numberOf(arn: string): number {
  return Number(arn.slice(arn.lastIndexOf(':') + 1));
}

/** run-migration-task: one command, in the network of the service. */
export const MIGRATION: Scene = {
  ...untouched,
  name: 'run-migration-task',
  step: 'run-migration-task',
  inputs: { ...POLL, 'task-definition-arn': 'migrate:1', 'container-name': 'app' },
  prepare: async ({ live }) => {
    await live.call('ecs', 'RegisterTaskDefinition', {
      family: 'migrate',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
      executionRoleArn: ROLE,
      containerDefinitions: [
        {
          name: 'app',
          image: 'test/migrate',
          logConfiguration: {
            logDriver: 'awslogs',
            options: {
              'awslogs-group': '/shop',
              'awslogs-region': 'us-east-1',
              'awslogs-stream-prefix': 'migrate',
              'awslogs-create-group': 'true',
            },
          },
        },
      ],
    });
  },
  check: async (account, { exitCode }) => {
    const tasks = await migrations(account);
    const violations: string[] = [];
    if (tasks.length > 1) violations.push(`the migration was started ${tasks.length} times`);
    const ran = tasks.filter(({ containers = [] }) => containers[0]?.exitCode === 0);
    if (exitCode === 0 && ran.length !== 1) violations.push('success, and no migration ran to its end');
    // What a step that failed has started is over, by itself or because it was stopped.
    if (tasks.some(({ desiredStatus }) => desiredStatus === 'RUNNING'))
      violations.push('the migration still runs');
    return violations;
  },
};

/** Tasks of the migration, the ones that are over included. */
export async function migrations({ live }: Account, family = 'migrate'): Promise<readonly Task[]> {
  const lists = await Promise.all(
    ['RUNNING', 'STOPPED'].map(async (desiredStatus) =>
      live.call<{ taskArns: string[] }>('ecs', 'ListTasks', {
        cluster: 'shop',
        family,
        desiredStatus,
      }),
    ),
  );
  const arns = lists.flatMap(({ taskArns }) => taskArns);
  if (arns.length === 0) return [];
  const { tasks } = await live.call<{ tasks: Task[] }>('ecs', 'DescribeTasks', {
    cluster: 'shop',
    tasks: arns,
  });
  // The service runs tasks of the family, too.
  return tasks.filter(({ group }) => group === `family:${family}`);
}

const TEMPLATE = `
Parameters:
  Days: { Type: Number, Default: 7 }
Resources:
  LogGroup:
    Type: AWS::Logs::LogGroup
    Properties: { RetentionInDays: !Ref Days }
Outputs:
  Days: { Value: !Ref Days }
`;

/** deploy-stack: an update of one property. */
export const STACK: Scene = {
  ...untouched,
  name: 'deploy-stack',
  step: 'deploy-stack',
  inputs: {
    name: 'shop',
    template: 'stack.yml',
    'parameter-overrides': 'Days=30',
    'poll-interval-seconds': '0.05',
  },
  files: { 'stack.yml': TEMPLATE },
  prepare: async (account) => {
    await account.live.call('cloudformation', 'CreateStack', {
      StackName: 'shop',
      TemplateBody: TEMPLATE,
    });
    await settledStack(account);
  },
  check: async (account, { exitCode, outputs }) => {
    const { Outputs: [days] = [], StackStatus } = await settledStack(account);
    const violations: string[] = [];
    const value = days?.OutputValue ?? '';
    const whole =
      (StackStatus === 'UPDATE_COMPLETE' && value === '30') ||
      (['CREATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'].includes(StackStatus ?? '') && value === '7');
    if (!whole) violations.push(`the stack is ${StackStatus ?? ''} with ${value} days`);
    if (exitCode === 0 && (value !== '30' || outputs['status'] !== 'UPDATE_COMPLETE'))
      violations.push(`success, and the stack has ${value} days`);
    return violations;
  },
};

/** The stack, once nothing goes on there. */
export async function settledStack(account: Account): Promise<Stack> {
  return await account.move(async () => {
    const {
      Stacks: [stack],
    } = await account.live.call<{ Stacks: Stack[] }>('cloudformation', 'DescribeStacks', {
      StackName: 'shop',
    });
    return stack?.StackStatus?.endsWith('_IN_PROGRESS') === true ? undefined : stack;
  });
}
