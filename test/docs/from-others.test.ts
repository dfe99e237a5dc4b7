import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { ActionResult } from '@cutover/runner/run-action';
import { repository, run } from '../bundles/action.ts';
import { LiveService } from '../bundles/live-service.ts';

jest.setTimeout(120_000);

// The guides for people who come from another tool say that public configurations were taken as they are. Here are these
// configurations, as the tools hand them over.

let live: LiveService;
let workspace: string;

beforeAll(async () => {
  live = await LiveService.open();
  workspace = await mkdtemp(join(tmpdir(), 'cutover-from-'));
});
afterAll(async () => {
  await live.close();
  await rm(workspace, { recursive: true });
});

async function register(definition: object, inputs: Record<string, string> = {}): Promise<ActionResult> {
  await writeFile(join(workspace, 'task-definition.json'), JSON.stringify(definition, undefined, 2));
  return await run('register-taskdef', {
    workspace,
    // The roles, secrets and images of the others are not in this account.
    inputs: { 'task-definition': 'task-definition.json', requirements: 'warn', ...inputs },
    env: live.env,
  });
}

async function rendered({ outputs }: ActionResult): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(outputs['task-definition'] ?? '', 'utf8')) as Record<string, unknown>;
}

test('ecspresso: tests/terraform of kayac/ecspresso, rendered', async () => {
  const log = (prefix: string): object => ({
    logDriver: 'awslogs',
    options: {
      'awslogs-create-group': 'true',
      'awslogs-group': 'ecspresso',
      'awslogs-region': 'us-east-1',
      'awslogs-stream-prefix': prefix,
    },
  });
  const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:';
  const result = await register({
    family: 'ecspresso',
    cpu: '256',
    memory: '512',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    ephemeralStorage: { sizeInGiB: 30 },
    executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
    taskRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskRole',
    tags: [{ key: 'env', value: 'ecspresso' }],
    containerDefinitions: [
      {
        name: 'nginx',
        image: 'nginx:latest',
        cpu: 0,
        essential: true,
        logConfiguration: log('nginx'),
        portMappings: [{ appProtocol: '', containerPort: 80, hostPort: 80, protocol: 'tcp' }],
      },
      {
        name: 'bash',
        image: 'debian:bullseye-slim',
        cpu: 0,
        essential: true,
        command: ['tail', '-f', '/dev/null'],
        logConfiguration: log('bash'),
        secrets: [
          { name: 'FOO', valueFrom: '/ecspresso/foo' },
          { name: 'BAR', valueFrom: `${secret}bar-AbCdEf` },
          { name: 'JSON_KEY', valueFrom: `${secret}json-AbCdEf:key::` },
        ],
      },
    ],
  });
  expect(result.errors).toEqual([]);
  expect(result.outputs['task-definition-arn']).toMatch(/:task-definition\/ecspresso:1$/);
});

test('Copilot: copilot/front-end/manifest.yml of open-reaction-database/ord-interface', async () => {
  const file = join(repository, 'workflows-examples/config/from-copilot.json');
  const definition = JSON.parse(await readFile(file, 'utf8')) as object;
  const result = await register(definition, { cluster: 'shop', service: 'web', image: 'nginx:1.27' });
  expect(result.errors).toEqual([]);
  expect(await rendered(result)).toMatchObject({
    family: 'web',
    containerDefinitions: [{ image: 'nginx:1.27', portMappings: [{ containerPort: 5000 }] }],
  });
});

test('getting started: the shortest task definition, filled in from what serves', async () => {
  const file = join(repository, 'workflows-examples/config/task-definition.json');
  const definition = JSON.parse(await readFile(file, 'utf8')) as object;
  const result = await register(definition, { cluster: 'shop', service: 'web', image: 'nginx:1.27' });
  expect(result.errors).toEqual([]);
  expect(await rendered(result)).toMatchObject({ family: 'web', networkMode: 'awsvpc' });
});

test('CodePipeline: taskdef.json and appspec.yaml of AWS’s tutorial, placeholders included', async () => {
  const result = await register(
    {
      family: 'ecs-demo',
      cpu: '256',
      memory: '512',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
      containerDefinitions: [
        {
          name: 'app',
          image: '<IMAGE1_NAME>',
          essential: true,
          portMappings: [{ hostPort: 8080, protocol: 'tcp', containerPort: 8080 }],
        },
      ],
    },
    { image: 'nginx:1.27' },
  );
  expect(result.errors).toEqual([]);
  await writeFile(
    join(workspace, 'appspec.yaml'),
    'version: 0.0\nResources:\n  - TargetService:\n      Type: AWS::ECS::Service\n      Properties:\n        TaskDefinition: <TASK_DEFINITION>\n        LoadBalancerInfo:\n          ContainerName: "app"\n          ContainerPort: 8080\n',
  );
  const deployed = await run('blue-green-codedeploy', {
    workspace,
    inputs: {
      cluster: 'shop',
      service: 'web',
      'task-definition-arn': await live.register('web'),
      'codedeploy-appspec': 'appspec.yaml',
      'dry-run': 'true',
    },
    env: live.env,
  });
  expect(deployed.errors).toEqual([]);
  expect(deployed.summary).not.toContain('<TASK_DEFINITION>');
});

test('a script: the image alone is replaced in the newest revision of the family', async () => {
  const revision = await live.register('crash');
  const family = /([\w-]+):\d+$/.exec(revision)?.[1] ?? '';
  const result = await run('register-taskdef', {
    workspace,
    inputs: {
      'task-definition-family': family,
      'container-name': 'app',
      image: 'test/web',
      requirements: 'warn',
      'dry-run': 'true',
    },
    env: live.env,
  });
  expect(result.errors).toEqual([]);
  expect(await rendered(result)).toMatchObject({ containerDefinitions: [{ image: 'test/web' }] });
});

test('aws-actions: inputs of the deploy action that mean nothing here are refused with what to write', async () => {
  const result = await run('blue-green-codedeploy', {
    workspace,
    inputs: { cluster: 'shop', service: 'web', 'force-new-deployment': 'true', 'desired-count': '2' },
    env: live.env,
  });
  expect(result.exitCode).toBe(1);
  expect(result.errors.join('\n')).toMatch(/force-new-deployment[\s\S]*desired-count/);
});
