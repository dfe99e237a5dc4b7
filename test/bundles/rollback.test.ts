import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { run, start } from './action.ts';
import { LiveService, type LiveOptions } from './live-service.ts';

jest.setTimeout(60_000);

let live: LiveService | undefined;

async function open(options: LiveOptions = {}): Promise<LiveService> {
  live = await LiveService.open(options);
  return live;
}

afterEach(async () => {
  await live?.close();
  live = undefined;
});

const WITH = { cluster: 'shop', service: 'web', 'poll-interval-seconds': '0.1' };

async function rollback(account: LiveService, inputs: Record<string, string> = {}) {
  return await run('rollback', { inputs: { ...WITH, ...inputs }, env: account.env });
}

/** Deploys a revision straight through CodeDeploy, as some earlier run did. */
async function released(account: LiveService, revision: string): Promise<void> {
  const { deploymentId } = await account.call<{ deploymentId: string }>('codedeploy', 'CreateDeployment', {
    applicationName: account.application,
    deploymentGroupName: account.group,
    revision: {
      revisionType: 'AppSpecContent',
      appSpecContent: {
        content: JSON.stringify({
          version: 0,
          Resources: [
            {
              TargetService: {
                Type: 'AWS::ECS::Service',
                Properties: {
                  TaskDefinition: `arn:aws:ecs:us-east-1:123456789012:task-definition/${revision}`,
                  LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
                },
              },
            },
          ],
        }),
      },
    },
    description: `${revision} commit ${'c'.repeat(40)}`,
  });
  await account.until(async () =>
    (await account.deployment(deploymentId)).status === 'Succeeded' ? true : undefined,
  );
}

/** The task definition that the newest creation through the API asked for. */
function asked(account: LiveService): string | undefined {
  const created = account.calls('CreateDeployment').at(-1);
  const revision = created?.['revision'] as { appSpecContent: { content: string } } | undefined;
  return /task-definition\/([^"]+)/.exec(revision?.appSpecContent.content ?? '')?.[1];
}

describe('nothing is under way', () => {
  test('goes to the last revision that succeeded, not to the placeholder, with alarms silenced; again is unchanged', async () => {
    const account = await open();
    for (const revision of ['web:2', 'web:3']) {
      await account.register('web');
      await released(account, revision);
    }
    const result = await rollback(account);
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(await account.serving()).toBe('web:2');
    expect(result.outputs).toMatchObject({
      outcome: 'succeeded',
      'task-definition-arn': 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:2',
      'previous-task-definition-arn': 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:3',
    });
    expect(account.calls('CreateDeployment')).toMatchObject([
      {
        deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
        overrideAlarmConfiguration: { enabled: false },
      },
    ]);
    await account.until(async () => ((await account.service()).taskSets?.length === 1 ? true : undefined));
    const again = await rollback(account);
    expect(again.exitCode).toBe(0);
    expect(again.outputs['outcome']).toBe('unchanged');
    expect(account.calls('CreateDeployment')).toHaveLength(1);
  });

  test('the only release has nothing before it, unless one is named', async () => {
    const account = await open();
    await account.register('web');
    await released(account, 'web:2');
    const result = await rollback(account);
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain('There is nothing to go back to from web:2');
    const named = await rollback(account, { to: '1', 'wait-until': 'completed', 'wait-for-minutes': '5' });
    expect(named.errors).toEqual([]);
    expect(asked(account)).toBe('web:1');
    expect(await account.serving()).toBe('web:1');
    const there = await rollback(account, { to: 'web:1' });
    expect(there.outputs['outcome']).toBe('unchanged');
  });

  test('after a release that CodeDeploy took back, goes to the good one before what serves', async () => {
    const account = await open();
    for (const revision of ['web:2', 'web:3']) {
      await account.register('web');
      await released(account, revision);
    }
    await account.register('crash');
    const broken = await run('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:4', 'max-failed-tasks': '1' },
      env: account.env,
    });
    expect(broken.outputs).toMatchObject({ outcome: 'rolled-back' });
    expect(await account.serving()).toBe('web:3');
    const result = await rollback(account);
    expect(result.errors).toEqual([]);
    expect(asked(account)).toBe('web:2');
    expect(await account.serving()).toBe('web:2');
  });

  test('a dry run lists what one may go back to, and changes nothing', async () => {
    const account = await open();
    for (const revision of ['web:2', 'web:3']) {
      await account.register('web');
      await released(account, revision);
    }
    const result = await rollback(account, {
      'dry-run': 'true',
      region: 'us-east-1',
      'codedeploy-application': account.application,
      'codedeploy-deployment-group': account.group,
      'codedeploy-deployment-config': 'CodeDeployDefault.ECSCanary10Percent5Minutes',
    });
    expect(result.exitCode).toBe(0);
    expect(result.summary).toContain('no: serves now');
    expect(result.summary).toContain('ccccccc');
    expect(`${result.stdout}${result.summary}`).toContain('web:2 would replace web:3');
    expect(account.changes()).toEqual([]);
  });

  test('a revision that is INACTIVE is refused by name', async () => {
    const account = await open();
    for (const revision of ['web:2', 'web:3']) {
      await account.register('web');
      await released(account, revision);
    }
    await account.call('ecs', 'DeregisterTaskDefinition', { taskDefinition: 'web:2' });
    const result = await rollback(account);
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain('Task definition web:2 is INACTIVE');
    expect(account.changes()).toEqual([]);
  });
});

describe('a deployment is under way', () => {
  test('it is stopped with rollback, and its rollback deployment is followed', async () => {
    const account = await open({ config: 'CodeDeployDefault.ECSCanary10Percent15Minutes' });
    await account.register('web');
    const running = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2' },
      env: account.env,
    });
    const deploymentId = await account.active();
    const result = await rollback(account);
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(account.calls('StopDeployment')).toMatchObject([{ deploymentId, autoRollbackEnabled: true }]);
    const { rollbackInfo } = await account.deployment(deploymentId);
    expect(result.outputs).toMatchObject({
      'deployment-id': rollbackInfo?.rollbackDeploymentId,
      'deployment-status': 'Succeeded',
      'task-definition-arn': 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:1',
    });
    // The job that had started it doesn't take that for a success.
    const overtaken = await running.done;
    expect(overtaken.exitCode).toBe(1);
    expect(overtaken.outputs).toMatchObject({ 'rolled-back': 'true', 'deployment-status': 'Stopped' });
  });
});

test.each([
  [{ to: 'latest' }, 'Input to: "latest" is not a revision'],
  [{ 'wait-until': 'ready' }, '"ready" is not one of traffic-shifted, completed'],
])('%j is refused before the first call', async (inputs, message) => {
  const result = await run('rollback', {
    inputs: { ...WITH, ...inputs },
    env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_REGION: 'us-east-1' },
  });
  expect(result.exitCode).toBe(1);
  expect(result.errors.join('\n')).toContain(message);
});
