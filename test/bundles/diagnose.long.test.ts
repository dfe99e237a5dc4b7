import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { ActionResult } from '@cutover/runner/run-action';
import { startSimulator } from '@cutover/simulator/start';
import { run } from './action.ts';
import { LiveService, type LiveOptions } from './live-service.ts';

jest.setTimeout(180_000);

const ROOT = 'arn:aws:iam::123456789012:role';

/** What the images of these tests run. */
const PROGRAMS: Readonly<Record<string, string>> = {
  web: `require('node:http').createServer((request, response) => {
      response.statusCode = request.url === '/' ? Number(process.env.STATUS ?? 200) : 404;
      response.end();
    }).listen(Number(process.env.PORT));
    process.on('SIGTERM', () => process.exit(0));`,
  /** Listens where nobody asks, and says so. */
  elsewhere: `console.log('Server listening on http://0.0.0.0:3000');
    setInterval(() => undefined, 1000);
    process.on('SIGTERM', () => process.exit(0));`,
  crash: `console.error("Error: Cannot find module 'express'"); process.exit(1);`,
};

let live: LiveService | undefined;

afterEach(async () => {
  await live?.close();
  live = undefined;
});

/** A service of one task whose image is one of the programs. */
async function account(options: LiveOptions = {}): Promise<LiveService> {
  const running = await startSimulator({ timeScale: 200 });
  running.sim.images = {
    owns: (reference) => reference.startsWith('test/'),
    pull: async (reference, _, directory) => {
      await mkdir(join(directory, 'app'), { recursive: true });
      await writeFile(
        join(directory, 'app', 'main.cjs'),
        PROGRAMS[reference.slice(5)] ?? 'process.exit(127)',
      );
      return {
        digest: `sha256:${'ab'.repeat(32)}`,
        config: { Entrypoint: ['node', '/app/main.cjs'], WorkingDir: '/app', Env: [] },
      };
    },
  };
  return (live = await LiveService.open({ controller: 'ECS', ...options, running }));
}

async function diagnose(
  { env }: Pick<LiveService, 'env'>,
  more: Readonly<Record<string, string>> = {},
): Promise<ActionResult> {
  const named = 'stack' in more ? {} : { cluster: 'shop', service: 'web' };
  return await run('diagnose', { inputs: { ...named, ...more }, env });
}

async function stoppedTasks(of: LiveService): Promise<readonly string[]> {
  const { taskArns } = await of.call<{ taskArns: string[] }>('ecs', 'ListTasks', {
    cluster: 'shop',
    serviceName: 'web',
    desiredStatus: 'STOPPED',
  });
  return taskArns;
}

async function update(of: LiveService, taskDefinition: string): Promise<void> {
  await of.call('ecs', 'UpdateService', { cluster: 'shop', service: 'web', taskDefinition });
}

/** The service gets another revision, and loses tasks of it. */
async function lose(of: LiveService, revision: string, tasks = 2): Promise<void> {
  const before = (await stoppedTasks(of)).length;
  await update(of, revision);
  await of.until(async () => ((await stoppedTasks(of)).length >= before + tasks ? true : undefined));
}

/** Looks until a target of the group is in the state. */
async function target(of: LiveService, state: string): Promise<void> {
  await of.until(async () => {
    const { TargetHealthDescriptions: all } = await of.call<{
      TargetHealthDescriptions: { TargetHealth: { State: string } }[];
    }>('elasticloadbalancing', 'DescribeTargetHealth', { TargetGroupArn: of.blue });
    return all.some(({ TargetHealth }) => TargetHealth.State === state) ? true : undefined;
  });
}

/** Ids of the findings, the root first. */
const ids = ({ outputs }: ActionResult): readonly string[] =>
  (JSON.parse(outputs['findings'] ?? '[]') as readonly { readonly id: string }[]).map(({ id }) => id);

const firstLine = ({ errors }: ActionResult): string => errors[0]?.split('\n')[0] ?? '';

/** Calls that change something. */
const WRITES =
  /^(?:Create|Update|Delete|Put|Register|Deregister|Modify|Set|Stop|Start|Run|Tag|Untag|Execute)/;

describe('a healthy service', () => {
  test('is called so, and nothing is written', async () => {
    const of = await account();
    await target(of, 'healthy');
    of.running.sim.calls.length = 0;
    const result = await diagnose(of);
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({
      outcome: 'succeeded',
      healthy: 'true',
      'unseen-count': '0',
      findings: '[]',
      headline: expect.stringContaining(
        'Service web is healthy: 1 of 1 tasks run, 1 of 1 targets are healthy',
      ),
    });
    expect(of.calls('DescribeServices')).not.toEqual([]);
    expect(of.running.sim.calls.filter(({ operation }) => WRITES.test(operation))).toEqual([]);
  });

  test('that CodeDeploy deploys is healthy, too', async () => {
    const of = await account({ controller: 'CODE_DEPLOY' });
    await target(of, 'healthy');
    const result = await diagnose(of);
    expect(result.outputs).toMatchObject({ healthy: 'true', 'unseen-count': '0' });
  });
});

describe('service: tasks end again and again', () => {
  test('the line of the log is the cause, with its fix', async () => {
    const of = await account();
    await lose(of, await of.register('crash'));
    const result = await diagnose(of);
    expect(result.exitCode).toBe(1);
    expect(firstLine(result)).toContain('express');
    expect(result.outputs).toMatchObject({ outcome: 'failed', healthy: 'false' });
    expect(result.outputs['finding']).toMatch(/module-missing/);
    expect(result.summary).toContain('### Findings');
    expect(result.summary).toContain('aws ecs describe-services --cluster shop --services web');
  });

  test('with fail-on-findings: false the job goes on, and the outputs tell the cause', async () => {
    const of = await account();
    await lose(of, await of.register('crash'));
    const result = await diagnose(of, { 'fail-on-findings': 'false' });
    expect(result.exitCode).toBe(0);
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({ outcome: 'succeeded', healthy: 'false' });
    expect(result.outputs['finding']).toMatch(/module-missing/);
    expect(result.stdout).toMatch(/::warning.*express/);
    expect(result.summary).toContain('### Findings');
  });

  test('with show-logs: none the cause is told and no line quoted', async () => {
    const of = await account();
    await lose(of, await of.register('crash'));
    const result = await diagnose(of, { 'show-logs': 'none' });
    expect(result.outputs['finding']).toMatch(/module-missing/);
    expect(result.stdout + result.summary).not.toContain('express');
  });

  test('a secret that is not there is named', async () => {
    const of = await account();
    const valueFrom = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/none-AbCdEf';
    await lose(of, await of.register('web', { secrets: [{ name: 'TOKEN', valueFrom }] }));
    const result = await diagnose(of);
    expect(firstLine(result)).toContain('shop/none');
    expect(result.outputs['finding']).toMatch(/secret/);
  });
});

test('task exit: a container that was ended for its memory', async () => {
  const of = await account();
  const revision = await of.register('web');
  of.fault({ task: 'out-of-memory', resource: revision.slice(revision.lastIndexOf('/') + 1) });
  await lose(of, revision);
  const result = await diagnose(of);
  expect(ids(result)[0]).toMatch(/^oom-killed|^out-of-memory/);
  expect(ids(result)).not.toContain('exit-code-137');
});

describe('network', () => {
  test('no way out of the subnets is the root of a pull that timed out', async () => {
    const of = await account();
    of.running.sim.resources.delete('AWS::EC2::Route', 'rtb-1-default');
    await lose(of, await of.register('web', { image: 'registry.example.com/shop/web:1' }));
    const result = await diagnose(of);
    expect(ids(result)[0]).toBe('no-way-out');
    expect(firstLine(result)).toContain('Subnet subnet-1 has no route to the internet');
    expect(result.errors[0]).toContain('i/o timeout');
  });
});

test('resources: Fargate has no room', async () => {
  const of = await account();
  of.fault({ task: 'capacity', resource: 'web' });
  await of.call('ecs', 'UpdateService', { cluster: 'shop', service: 'web', desiredCount: 3 });
  await of.until(async () => {
    const { events = [] } = await of.service();
    return events.some(({ message }) => message?.includes('unable to place')) ? true : undefined;
  });
  const result = await diagnose(of);
  expect(result.exitCode).toBe(1);
  expect(result.outputs['finding']).toMatch(/capacity/);
  expect(result.outputs['headline']).toContain('1 of 3 tasks run');
});

describe('load balancer', () => {
  test('a listener that sends requests elsewhere', async () => {
    const of = await account();
    await target(of, 'healthy');
    for (const ListenerArn of [of.production, of.testListener])
      await of.call('elasticloadbalancing', 'ModifyListener', {
        ListenerArn,
        DefaultActions: [{ Type: 'forward', TargetGroupArn: of.green }],
      });
    const result = await diagnose(of);
    expect(ids(result)[0]).toBe('no-listener');
    expect(result.errors[0]).toContain('no request reaches service web');
    // Without any listener, the group belongs to no load balancer.
    expect(result.errors[0]).toContain(`TargetGroupArn=${of.blue}`);
  });

  test('a path of the health check that the program does not know', async () => {
    const of = await account();
    await of.call('elasticloadbalancing', 'ModifyTargetGroup', {
      TargetGroupArn: of.blue,
      HealthCheckPath: '/healthz',
    });
    await of.until(async () => ((await stoppedTasks(of)).length > 1 ? true : undefined));
    const result = await diagnose(of);
    expect(ids(result)[0]).toMatch(/404/);
    expect(firstLine(result)).toContain('/healthz');
  });

  test('a program that listens on another port', async () => {
    const of = await account();
    await lose(of, await of.register('elsewhere'));
    const result = await diagnose(of);
    expect(ids(result)[0]).toBe('wrong-port');
    expect(firstLine(result)).toContain('listens on port 3000');
  });

  test('a service that wants no task', async () => {
    const of = await account();
    await of.call('ecs', 'UpdateService', { cluster: 'shop', service: 'web', desiredCount: 0 });
    const result = await diagnose(of);
    expect(ids(result)[0]).toBe('no-tasks-wanted');
    expect(result.errors[0]).toContain(
      'aws ecs update-service --cluster shop --service web --desired-count 1',
    );
  });
});

describe('deployment', () => {
  test('of CodeDeploy whose tasks fail, while it goes on', async () => {
    const of = await account({ controller: 'CODE_DEPLOY' });
    const id = await of.deploy(await of.register('crash'), 'CodeDeployDefault.ECSAllAtOnce');
    await of.active();
    await of.until(async () => ((await stoppedTasks(of)).length > 1 ? true : undefined));
    const result = await diagnose(of);
    expect(result.exitCode).toBe(1);
    expect(firstLine(result)).toContain('express');
    expect(ids(result)).toContain('deployment-stuck');
    expect(result.errors[0]).toContain(`aws deploy stop-deployment --deployment-id ${id}`);
  });

  test('of ECS that its circuit breaker took back, though the version before serves', async () => {
    const of = await account();
    const ended = async (status: string): Promise<true | undefined> => {
      const { serviceDeployments: all } = await of.call<{ serviceDeployments: { status: string }[] }>(
        'ecs',
        'ListServiceDeployments',
        { cluster: 'shop', service: 'web' },
      );
      return all.some((one) => one.status === status) ? true : undefined;
    };
    await of.until(async () => await ended('SUCCESSFUL'));
    await of.call('ecs', 'UpdateService', {
      cluster: 'shop',
      service: 'web',
      taskDefinition: await of.register('crash'),
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    });
    await of.until(async () => await ended('ROLLBACK_SUCCESSFUL'));
    const result = await diagnose(of);
    expect(firstLine(result)).toContain('express');
    expect(ids(result)).toContain('deployment-failed');
  });
});

/** A stack whose only service can't pull its image. */
const SICK = `
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Cpu: '256'
      Memory: '512'
      NetworkMode: awsvpc
      RequiresCompatibilities: [FARGATE]
      ExecutionRoleArn: ${ROOT}/execution
      ContainerDefinitions:
        [{ Name: app, Image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/none:1', Essential: true }]
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: shop
      TaskDefinition: !Ref Task
      DesiredCount: 1
      LaunchType: FARGATE
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet-1], AssignPublicIp: ENABLED } }
`;

describe('stack', () => {
  const status = async (of: LiveService, name: string): Promise<string> => {
    const { Stacks } = await of.call<{ Stacks: { StackStatus: string }[] }>(
      'cloudformation',
      'DescribeStacks',
      { StackName: name },
    );
    return Stacks[0]?.StackStatus ?? '';
  };

  test('that waits for a service is explained by the service', async () => {
    const of = await account();
    await of.call('cloudformation', 'CreateStack', { StackName: 'sick', TemplateBody: SICK });
    await of.until(async () => {
      const { taskArns } = await of.call<{ taskArns: string[] }>('ecs', 'ListTasks', {
        cluster: 'shop',
        desiredStatus: 'STOPPED',
      });
      return taskArns.length > 1 ? true : undefined;
    });
    const result = await diagnose(of, { stack: 'sick' });
    expect(result.exitCode).toBe(1);
    expect(firstLine(result)).toContain('none');
    expect(result.outputs['finding']).toMatch(/image|pull|repository/);
  });

  test('that failed is explained by its first failure', async () => {
    const of = await account();
    await of.call('logs', 'CreateLogGroup', { logGroupName: '/taken' });
    await of.call('cloudformation', 'CreateStack', {
      StackName: 'taken',
      TemplateBody: `Resources: { Taken: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /taken } } }`,
    });
    await of.until(async () => ((await status(of, 'taken')) === 'ROLLBACK_COMPLETE' ? true : undefined));
    const result = await diagnose(of, { stack: 'taken' });
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain('log group already exists');
    expect(result.outputs['finding']).toMatch(/exists/);
    expect(result.errors[0]).toContain('aws cloudformation delete-stack --stack-name taken');
  });
});

describe('what can’t be seen', () => {
  test('for want of a right is named with the statement, and hides nothing else', async () => {
    const of = await account();
    await lose(of, await of.register('crash'));
    of.fault({
      service: 'elasticloadbalancing',
      operation: 'DescribeTargetHealth',
      deny: true,
      times: 'always',
    });
    const result = await diagnose(of);
    expect(result.outputs['finding']).toMatch(/module-missing/);
    expect(Number(result.outputs['unseen-count'])).toBeGreaterThan(0);
    expect(result.summary).toContain('What could not be seen');
    expect(result.summary).toContain('elasticloadbalancing:DescribeTargetHealth was refused');
    expect(result.summary).toContain('"Action":"elasticloadbalancing:DescribeTargetHealth"');
  });

  test('because AWS does not answer holds nothing up', async () => {
    const of = await account();
    await lose(of, await of.register('crash'));
    of.fault({
      service: 'elasticloadbalancing',
      operation: 'DescribeTargetHealth',
      latencyMs: 25_000,
      times: 'always',
    });
    const result = await diagnose(of);
    expect(result.summary).toContain('no answer within 9 s');
    expect(result.exitCode).toBe(1);
    expect(result.outputs['headline']).toContain('0 of 1 tasks run');
  });

  test('throttled calls end with the deadline, too', async () => {
    const of = await account();
    of.fault({ service: 'ecs', operation: 'DescribeServices', throttle: true, times: 'always' });
    const result = await diagnose(of);
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain('AWS had not answered when the 9 s of a diagnosis were over');
  });
});

test('a service that is not there is the caller’s to mend', async () => {
  const of = await account();
  const result = await diagnose(of, { service: 'wen' });
  expect(result.exitCode).toBe(1);
  expect(result.errors[0]).toContain('Cluster shop has no service wen.');
});
