import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { run, start } from './action.ts';
import { putImage } from './ecr-image.ts';
import { LiveService, type LiveOptions } from './live-service.ts';
import { finishShift, slowShift } from './slow-shift.ts';

jest.setTimeout(400_000);

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

const ARN = (revision: string): string => `arn:aws:ecs:us-east-1:123456789012:task-definition/${revision}`;

/** Deploys a revision straight through CodeDeploy, as some earlier run did. */
async function released(account: LiveService, revision: string): Promise<void> {
  const deploymentId = await create(account, revision);
  await account.until(async () =>
    (await account.deployment(deploymentId)).status === 'Succeeded' ? true : undefined,
  );
}

async function create(
  account: LiveService,
  revision: string,
  deploymentConfigName = 'CodeDeployDefault.ECSAllAtOnce',
): Promise<string> {
  const { deploymentId } = await account.call<{ deploymentId: string }>('codedeploy', 'CreateDeployment', {
    applicationName: account.application,
    deploymentGroupName: account.group,
    deploymentConfigName,
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
                  TaskDefinition: ARN(revision),
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
  return deploymentId;
}

/** Tasks of images in ECR run, whatever is in the images. */
function runsFromEcr({ running: { sim } }: LiveService): void {
  const { images } = sim;
  if (images === undefined) throw new Error('the account has images of its own');
  sim.images = {
    owns: (reference) => reference.includes('.dkr.ecr.') || images.owns(reference),
    pull: async (reference, ...rest) =>
      await images.pull(reference.includes('.dkr.ecr.') ? 'test/web' : reference, ...rest),
  };
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

  test('ok 2, failed 3, failed 4: what serves is the good one already; live 5 goes to 2', async () => {
    const account = await open();
    await account.register('web');
    await released(account, 'web:2');
    for (const revision of ['web:3', 'web:4']) {
      await account.register('crash');
      const broken = await run('blue-green-codedeploy', {
        inputs: { ...WITH, 'task-definition-arn': revision, 'max-failed-tasks': '1' },
        env: account.env,
      });
      expect(broken.outputs).toMatchObject({ outcome: 'rolled-back' });
    }
    expect(await account.serving()).toBe('web:2');
    const before = account.changes().length;
    const there = await rollback(account);
    expect(there.exitCode).toBe(0);
    expect(there.outputs['outcome']).toBe('unchanged');
    expect(there.stdout).toMatch(/web:2 already serves: the newest release, deployment d-\w+, ended Stopped/);
    expect(account.changes()).toHaveLength(before);
    await account.register('web');
    await released(account, 'web:5');
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
    for (const text of [result.stdout, result.summary]) {
      expect(text).toContain('Can be gone back to?');
      expect(text).toContain('no: it serves now');
      expect(text).toContain('yes: the one that is chosen');
      expect(text).toContain('cccccccccccc');
    }
    expect(JSON.parse(result.outputs['candidates'] ?? '')).toMatchObject([
      { possible: false, chosen: false, why: 'it serves now' },
      { possible: true, chosen: true, commit: 'c'.repeat(40) },
    ]);
    expect(`${result.stdout}${result.summary}`).toContain('web:2 would replace web:3');
    expect(account.changes()).toEqual([]);
  });

  test('a revision that is INACTIVE is registered again with its tags, once', async () => {
    const account = await open();
    for (const revision of ['web:2', 'web:3']) {
      await account.register('web', { environment: [{ name: 'REVISION', value: revision }] });
      await released(account, revision);
    }
    await account.call('ecs', 'TagResource', {
      resourceArn: ARN('web:2'),
      tags: [{ key: 'cutover:commit', value: 'd'.repeat(40) }],
    });
    await account.call('ecs', 'DeregisterTaskDefinition', { taskDefinition: 'web:2' });
    const dry = await rollback(account, { 'dry-run': 'true' });
    expect(dry.stdout).toContain('it is INACTIVE, so a copy is registered');
    expect(account.changes()).toEqual([]);
    const result = await rollback(account);
    expect(result.errors).toEqual([]);
    expect(result.stdout).toContain('its copy web:4 is deployed instead');
    expect(await account.serving()).toBe('web:4');
    expect(account.calls('RegisterTaskDefinition')).toMatchObject([
      {
        containerDefinitions: [{ environment: [{ name: 'REVISION', value: 'web:2' }] }],
        tags: [
          { key: 'cutover:commit', value: 'd'.repeat(40) },
          { key: 'cutover:copy-of', value: 'web:2' },
        ],
      },
    ]);
    // By the name of the original it serves already.
    const again = await rollback(account, { to: '2' });
    expect(again.outputs['outcome']).toBe('unchanged');
    expect(account.calls('RegisterTaskDefinition')).toHaveLength(1);
  });

  test('a commit or a digest is found by its tags, and what has it not is told', async () => {
    const account = await open();
    const commits = ['1a2b3c4', '7654321'].map((beginning) => beginning.padEnd(40, '0'));
    const digest = `sha256:${'ef'.repeat(32)}`;
    for (const [at, commit] of commits.entries()) {
      const arn = await account.register('web');
      await account.call('ecs', 'TagResource', {
        resourceArn: arn,
        tags: [
          { key: 'cutover:commit', value: commit },
          ...(at === 0 ? [{ key: 'cutover:digest', value: digest }] : []),
        ],
      });
      await released(account, `web:${at + 2}`);
    }
    const would = async (to: string): Promise<string> => {
      const { stdout } = await rollback(account, { to, 'dry-run': 'true' });
      return stdout;
    };
    expect(await would('1A2B3C4')).toContain('Dry run: web:2 would replace web:3');
    expect(await would(digest)).toContain('Dry run: web:2 would replace web:3');
    const none = await rollback(account, { to: 'abcdef0' });
    expect(none.exitCode).toBe(1);
    expect(none.errors[0]).toContain('none of 3 revisions of family web has the tag cutover:commit abcdef0');
    expect(account.changes()).toEqual([]);
  });

  test('an image that is gone is named before anything starts, and where one may go instead', async () => {
    const account = await open();
    runsFromEcr(account);
    const image = `123456789012.dkr.ecr.us-east-1.amazonaws.com/shop@sha256:${'ab'.repeat(32)}`;
    for (const [revision, container] of [
      ['web:2', {}],
      ['web:3', { image }],
      ['web:4', {}],
    ] as const) {
      await account.register('web', container);
      await released(account, revision);
    }
    await account.call('ecr', 'CreateRepository', { repositoryName: 'shop' });
    const result = await rollback(account);
    expect(result.exitCode).toBe(1);
    expect(result.errors[0]).toContain(
      `web:3 can't be gone back to: it can't start: image of container app: repository shop has no image sha256:${'ab'.repeat(32)}`,
    );
    expect(result.errors[0]).toContain('Possible now: to: web:2.');
    expect(result.stdout).toMatch(/web:3 .*no: it can't start/);
    expect(account.changes()).toEqual([]);
  });

  test('a ringing alarm stops a release, and not its cure', async () => {
    const account = await open();
    for (const revision of ['web:2', 'web:3']) {
      await account.register('web');
      await released(account, revision);
    }
    await account.call('codedeploy', 'UpdateDeploymentGroup', {
      applicationName: account.application,
      currentDeploymentGroupName: account.group,
      alarmConfiguration: { enabled: true, alarms: [{ name: 'web-errors' }] },
    });
    await fetch(`${account.running.url}/_simulator/alarms`, {
      method: 'POST',
      body: JSON.stringify({ name: 'web-errors', state: 'ALARM' }),
    });
    const release = await create(account, 'web:1');
    await account.until(async () =>
      (await account.deployment(release)).status === 'Stopped' ? true : undefined,
    );
    const result = await rollback(account, { to: 'web:2' });
    expect(result.errors).toEqual([]);
    expect(await account.serving()).toBe('web:2');
  });
});

test('the image that serves again is the one that lifecycle rules keep', async () => {
  const account = await open();
  runsFromEcr(account);
  const good = await putImage(account.running, 'shop', { tag: 'previous-web' });
  const bad = await putImage(account.running, 'shop', { tag: 'live-web', platforms: ['linux/arm64'] });
  for (const [revision, digest] of [
    ['web:2', good],
    ['web:3', bad],
  ] as const) {
    await account.register('web', { image: `123456789012.dkr.ecr.us-east-1.amazonaws.com/shop@${digest}` });
    await released(account, revision);
  }
  const result = await rollback(account);
  expect(result.errors).toEqual([]);
  expect(result.stdout).toContain(`${good} in shop is live-web now`);
  const { imageDetails } = await account.call<{
    imageDetails: { imageDigest: string; imageTags?: string[] }[];
  }>('ecr', 'DescribeImages', { repositoryName: 'shop' });
  const tags = new Map(imageDetails.map(({ imageDigest, imageTags }) => [imageDigest, imageTags]));
  expect([tags.get(good), tags.get(bad)]).toEqual([['live-web'], ['previous-web']]);
});

describe('a deployment is under way', () => {
  test('a dry run says where stopping it would lead', async () => {
    const account = await open();
    const slow = await slowShift(account);
    await account.register('web');
    await account.register('web');
    const id = await create(account, 'web:3', slow);
    await account.active();
    const result = await rollback(account, { 'dry-run': 'true', to: '2' });
    expect(result.errors).toEqual([]);
    expect(result.stdout).toContain(
      `Dry run: deployment ${id} (InProgress) would be stopped and rolled back to web:1. Then web:2 would be deployed.`,
    );
    expect(result.summary).toContain('no: it is under way');
    expect(account.changes()).toEqual([]);
  });

  test('all users are on the new version, and the old tasks wait for their end: they serve again at once', async () => {
    const account = await open({ terminationMinutes: 600 });
    await account.register('web');
    const deploymentId = await create(account, 'web:2');
    await account.until(async () => ((await account.serving()) === 'web:2' ? true : undefined));
    const dry = await rollback(account, { 'dry-run': 'true' });
    expect(dry.stdout).toContain(`${deploymentId} (InProgress) would be stopped and rolled back to web:1.`);
    const result = await rollback(account);
    expect(result.errors).toEqual([]);
    expect(account.calls('StopDeployment')).toMatchObject([{ deploymentId, autoRollbackEnabled: true }]);
    expect(account.calls('CreateDeployment')).toEqual([]);
    expect(result.outputs).toMatchObject({
      'task-definition-arn': ARN('web:1'),
      'previous-task-definition-arn': ARN('web:2'),
    });
    expect(await account.serving()).toBe('web:1');
  });

  test('with a goal of its own, that is where it ends', async () => {
    const account = await open();
    const slow = await slowShift(account);
    await account.register('web');
    await account.register('web');
    await create(account, 'web:3', slow);
    const deploymentId = await account.active();
    const missing = await rollback(account, { to: 'abcdef0' });
    expect(missing.exitCode).toBe(1);
    expect(account.calls('StopDeployment')).toEqual([]);
    const result = await rollback(account, { to: '2' });
    expect(result.errors).toEqual([]);
    expect(account.calls('StopDeployment')).toMatchObject([{ deploymentId, autoRollbackEnabled: true }]);
    expect(result.outputs).toMatchObject({ 'task-definition-arn': ARN('web:2') });
    expect(await account.serving()).toBe('web:2');
  });

  test('it is stopped with rollback, and its rollback deployment is followed', async () => {
    const account = await open();
    const slow = await slowShift(account);
    await account.register('web');
    const running = await start('blue-green-codedeploy', {
      inputs: { ...WITH, 'task-definition-arn': 'web:2', 'codedeploy-deployment-config': slow },
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

describe('a rollback is under way', () => {
  async function two(): Promise<LiveService> {
    const account = await open();
    for (const revision of ['web:2', 'web:3']) {
      await account.register('web');
      await released(account, revision);
    }
    return account;
  }

  test('a second one after the shift leaves it alone: stopping it would bring the bad version back', async () => {
    const account = await two();
    await account.call('codedeploy', 'UpdateDeploymentGroup', {
      applicationName: account.application,
      currentDeploymentGroupName: account.group,
      blueGreenDeploymentConfiguration: {
        deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 },
        terminateBlueInstancesOnDeploymentSuccess: {
          action: 'TERMINATE',
          terminationWaitTimeInMinutes: 2000,
        },
      },
    });
    const first = await rollback(account);
    expect(first.outputs).toMatchObject({ outcome: 'succeeded', 'deployment-status': 'InProgress' });
    for (const to of ['', '2']) {
      const again = await rollback(account, { to });
      expect(again.errors).toEqual([]);
      expect(again.outputs['outcome']).toBe('unchanged');
      expect(again.stdout).toContain('web:2 already serves production; deployment d-');
    }
    expect(account.changes()).toEqual(['codedeploy:CreateDeployment']);
    expect(await account.serving()).toBe('web:2');
  });

  test('one that was left by a runner that died is followed', async () => {
    const account = await two();
    const slow = { ...WITH, 'codedeploy-deployment-config': await slowShift(account) };
    const dying = await start('rollback', { inputs: slow, env: account.env });
    const id = await account.active();
    dying.process.kill('SIGKILL');
    await dying.done;
    const dry = await rollback(account, { 'dry-run': 'true' });
    expect(dry.stdout).toMatch(
      /deployment d-\w+ \(InProgress\) is a rollback to web:2 already and would be followed/,
    );
    const before = account.calls('GetDeploymentConfig').length;
    const following = await start('rollback', { inputs: WITH, env: account.env });
    await account.until(() =>
      Promise.resolve(account.calls('GetDeploymentConfig').length > before ? true : undefined),
    );
    await finishShift(account);
    const result = await following.done;
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({
      outcome: 'succeeded',
      'deployment-id': id,
      'task-definition-arn': ARN('web:2'),
      'previous-task-definition-arn': ARN('web:3'),
    });
    expect(account.changes()).toEqual(['codedeploy:CreateDeployment']);
    expect(await account.serving()).toBe('web:2');
  });
});

test.each([
  [{ to: 'latest' }, 'Input to: "latest" is not a revision, a commit or a digest'],
  [{ 'wait-until': 'ready' }, '"ready" is not one of traffic-shifted, completed'],
])('%j is refused before the first call', async (inputs, message) => {
  const result = await run('rollback', {
    inputs: { ...WITH, ...inputs },
    env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_REGION: 'us-east-1' },
  });
  expect(result.exitCode).toBe(1);
  expect(result.errors.join('\n')).toContain(message);
});
