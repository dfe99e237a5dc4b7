import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import type { Stack } from '@aws-sdk/client-cloudformation';
import type { TaskDefinition } from '@aws-sdk/client-ecs';
import type { ActionResult } from '@cutover/runner/run-action';
import { startSimulator } from '@cutover/simulator/start';
import { awsEnv, repository } from '../bundles/action.ts';
import { countsOf, HALF_AN_HOUR } from '../bench/half-an-hour.ts';
import { PEER } from '../bench/peer-calls.ts';
import { openVirtualTime } from '../bench/virtual-time.ts';
import { LiveService, type LiveOptions } from '../bundles/live-service.ts';
import { Account } from '../faults/account.ts';
import { findPeer, runForeign } from './foreign-action.ts';

// The SDK's waiters, which most of these actions use, ask every 15 seconds at the soonest.
jest.setTimeout(400_000);

interface Scene {
  readonly workspace: string;
  /** Removes or closes at the end of the test, last first. */
  defer(end: () => Promise<unknown>): void;
}

type Body = (scene: Scene, run: (options: RunOptions) => Promise<ActionResult>) => Promise<void>;

/** Makes a test of somebody's action that cleans up after itself; many of them wait at the same time. */
function withAction(peer: string): (body: Body) => () => Promise<void> {
  return (body) => async () => {
    const ends: (() => Promise<unknown>)[] = [];
    const workspace = await mkdtemp(join(tmpdir(), 'cutover-peer-'));
    ends.push(async () => await rm(workspace, { recursive: true, force: true }));
    try {
      await body({ workspace, defer: (end) => void ends.push(end) }, async ({ url, inputs, env }) => {
        const result = await runForeign(findPeer(peer) ?? '', {
          workspace,
          inputs,
          env: { ...awsEnv(url), ...env },
        });
        ends.push(async () => await result.dispose());
        return result;
      });
    } finally {
      for (const end of ends.toReversed()) await end();
    }
  };
}

const where = (peer: string) => (findPeer(peer) === undefined ? describe.skip : describe);

interface RunOptions {
  readonly url: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

async function live(scene: Scene, options: LiveOptions = {}): Promise<LiveService> {
  const opened = await LiveService.open(options);
  scene.defer(async () => await opened.close());
  return opened;
}

const DEPLOY = 'aws-actions/amazon-ecs-deploy-task-definition';
const RENDER = 'aws-actions/amazon-ecs-render-task-definition';
const LOGIN = 'aws-actions/amazon-ecr-login';
const STACK = 'aws-actions/aws-cloudformation-github-deploy';
const CREDENTIALS = 'aws-actions/configure-aws-credentials';

const APPSPEC = `
version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
        LoadBalancerInfo:
          ContainerName: app
          ContainerPort: 8080
`;

/** The files that a user of the deploy action has: a task definition as `describe-task-definition` prints it, and an AppSpec. */
async function writeFiles(
  { workspace }: Scene,
  account: LiveService,
  container: Record<string, unknown> = {},
): Promise<void> {
  const { taskDefinition } = await account.call<{ taskDefinition: TaskDefinition }>(
    'ecs',
    'DescribeTaskDefinition',
    { taskDefinition: 'web' },
  );
  const [first] = taskDefinition.containerDefinitions ?? [];
  const edited = { ...taskDefinition, containerDefinitions: [{ ...first, ...container }] };
  await writeFile(join(workspace, 'task.json'), JSON.stringify(edited));
  await writeFile(join(workspace, 'appspec.yaml'), APPSPEC);
}

where(DEPLOY)(DEPLOY, () => {
  const action = withAction(DEPLOY);
  const waiting = {
    'task-definition': 'task.json',
    cluster: 'shop',
    service: 'web',
    'wait-for-service-stability': 'true',
    'wait-max-delay-seconds': '15',
  };

  test.concurrent(
    'deploys through CodeDeploy and waits',
    action(async (scene, run) => {
      const account = await live(scene);
      await writeFiles(scene, account, { environment: [{ name: 'REVISION', value: 'two' }] });
      const result = await run({ url: account.running.url, inputs: waiting });
      expect(result.errors).toEqual([]);
      expect(result.exitCode).toBe(0);
      expect(result.outputs['task-definition-arn']).toContain('task-definition/web:2');
      const id = result.outputs['codedeploy-deployment-id'] ?? '';
      expect(await account.deployment(id)).toMatchObject({ status: 'Succeeded' });
      expect(await account.serving()).toBe('web:2');
    }),
  );

  test.concurrent(
    'fails with a deployment that CodeDeploy fails',
    action(async (scene, run) => {
      const account = await live(scene, { timeScale: 1000 });
      await writeFiles(scene, account, { image: 'test/crash' });
      const result = await run({ url: account.running.url, inputs: waiting });
      expect(result.exitCode).toBe(1);
      expect(result.errors.join()).toContain('Failed');
      expect(await account.serving()).toBe('web:1');
    }),
  );

  test.concurrent(
    'tells that somebody else is deploying',
    action(async (scene, run) => {
      const account = await live(scene, { timeScale: 1 });
      await writeFiles(scene, account);
      const inputs = { ...waiting, 'wait-for-service-stability': 'false' };
      expect((await run({ url: account.running.url, inputs })).errors).toEqual([]);
      const second = await run({ url: account.running.url, inputs });
      expect(second.exitCode).toBe(1);
      expect(second.errors.join()).toContain('already has an active Deployment');
    }),
  );

  test.concurrent(
    'deploys a rolling service and waits',
    action(async (scene, run) => {
      const account = await live(scene, { controller: 'ECS' });
      await writeFiles(scene, account, { environment: [{ name: 'REVISION', value: 'two' }] });
      const result = await run({ url: account.running.url, inputs: waiting });
      expect(result.errors).toEqual([]);
      expect(result.exitCode).toBe(0);
      expect(result.stdout).toContain('verified: rolloutState=COMPLETED');
      expect((await account.service()).taskDefinition).toContain('web:2');
    }),
  );

  test.concurrent(
    'sees that the circuit breaker rolled back',
    action(async (scene, run) => {
      const account = await live(scene, { controller: 'ECS', timeScale: 1000 });
      await account.call('ecs', 'UpdateService', {
        cluster: 'shop',
        service: 'web',
        deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
      });
      await writeFiles(scene, account, { image: 'test/crash' });
      const result = await run({ url: account.running.url, inputs: waiting });
      expect(result.exitCode).toBe(1);
      expect(result.errors.join()).toMatch(/rolled back by the deployment circuit breaker|FAILED/);
      expect((await account.service()).taskDefinition).toContain('web:1');
    }),
  );

  test.concurrent(
    'runs a task and reads its exit code',
    action(async (scene, run) => {
      const account = await live(scene);
      const task = {
        'task-definition': 'task.json',
        cluster: 'shop',
        'run-task': 'true',
        'run-task-subnets': 'subnet-1',
        'run-task-security-groups': 'sg-1',
        'wait-for-task-stopped': 'true',
        'wait-max-delay-seconds': '15',
      };
      const end = async (code: number): Promise<ActionResult> => {
        await writeFiles(scene, account, { entryPoint: ['node'] });
        const command = ['-e', `console.log("migrating"); process.exit(${code})`];
        const overrides = JSON.stringify([{ name: 'app', command }]);
        const inputs = { ...task, 'run-task-container-overrides': overrides };
        return await run({ url: account.running.url, inputs });
      };
      const good = await end(0);
      expect(good.errors).toEqual([]);
      expect(good.exitCode).toBe(0);
      expect(JSON.parse(good.outputs['run-task-arn'] ?? '')).toEqual([expect.stringContaining('task/shop/')]);
      const bad = await end(3);
      expect(bad.exitCode).toBe(1);
      expect(bad.errors.join()).toContain('Run task failed');
    }),
  );
});

where(DEPLOY)(`${DEPLOY}, in the time of the account`, () => {
  const action = withAction(DEPLOY);
  test.concurrent(
    'makes the calls in half an hour that ours are compared with',
    action(async (scene, run) => {
      const account = await Account.open(HALF_AN_HOUR);
      scene.defer(async () => await account.close());
      const time = await openVirtualTime(account.sim);
      scene.defer(async () => {
        time.close();
      });
      await writeFiles(scene, account.live, {
        environment: [{ name: 'REVISION', value: 'peer' }],
        image: 'test/web',
      });
      account.sim.calls.length = 0;
      const result = await run({
        url: account.live.running.url,
        env: time.env,
        inputs: {
          'task-definition': 'task.json',
          cluster: 'shop',
          service: 'web',
          'wait-for-service-stability': 'true',
          'wait-max-delay-seconds': String(PEER.maxDelaySeconds),
        },
      });
      expect(result.errors).toEqual([]);
      expect(result.exitCode).toBe(0);
      const { version } = JSON.parse(
        await readFile(join(findPeer(DEPLOY) ?? '', 'package.json'), 'utf8'),
      ) as { version: string };
      const counts = countsOf(account.calls);
      console.log(`${DEPLOY} ${version}: ${JSON.stringify(counts)}`);
      // Another version of it may ask more or less.
      expect({ version, counts }).toEqual({
        version,
        counts: version === PEER.version ? PEER.calls : counts,
      });
    }),
  );
});

where(RENDER)(RENDER, () => {
  const action = withAction(RENDER);
  const change = { 'container-name': 'app', image: 'test/web:2', 'environment-variables': 'REVISION=two' };

  for (const [from, inputs] of Object.entries({
    'a file': { 'task-definition': 'task.json' },
    'a family': { 'task-definition-family': 'web' },
    'a revision': { 'task-definition-family': 'web', 'task-definition-revision': '1' },
  })) {
    test.concurrent(
      `renders ${from}, and the deploy action registers what it wrote`,
      action(async (scene, run) => {
        const account = await live(scene);
        await writeFiles(scene, account);
        const rendered = await run({ url: account.running.url, inputs: { ...inputs, ...change } });
        expect(rendered.errors).toEqual([]);
        const file = rendered.outputs['task-definition'] ?? '';
        expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
          family: 'web',
          containerDefinitions: [{ image: 'test/web:2', environment: [{ name: 'REVISION', value: 'two' }] }],
        });
        const deploy = findPeer(DEPLOY);
        if (deploy === undefined) return;
        const registered = await runForeign(deploy, {
          workspace: scene.workspace,
          inputs: { 'task-definition': file },
          env: account.env,
        });
        scene.defer(async () => await registered.dispose());
        expect(registered.errors).toEqual([]);
        expect(registered.outputs['task-definition-arn']).toContain('web:2');
      }),
    );
  }
});

/** A `docker` that knows `login` and `logout`, and asks the registry as the real one does. */
const DOCKER = `
const [command, ...args] = process.argv.slice(2);
const registry = args.at(-1).replace(/^(https?:\\/\\/)?/, 'http://');
if (command === 'login') {
  const [user, password] = ['-u', '-p'].map((name) => args[args.indexOf(name) + 1]);
  const { status } = await fetch(registry + '/v2/', {
    headers: { authorization: 'Basic ' + Buffer.from(user + ':' + password).toString('base64') },
  });
  if (status !== 200) { console.error('the registry answered ' + status); process.exit(1); }
  console.log('Login Succeeded');
} else if (command !== 'logout') process.exit(1);
`;

where(LOGIN)(LOGIN, () => {
  const action = withAction(LOGIN);
  test.concurrent(
    'gets a password that the registry takes, and logs out',
    action(async (scene, run) => {
      const simulator = await startSimulator();
      scene.defer(async () => await simulator.close());
      const bin = join(scene.workspace, 'bin');
      await mkdir(bin);
      await writeFile(join(bin, 'docker.mjs'), DOCKER);
      await writeFile(
        join(bin, 'docker'),
        `#!/bin/sh\nexec '${process.execPath}' '${join(bin, 'docker.mjs')}' "$@"\n`,
      );
      await chmod(join(bin, 'docker'), 0o755);
      const env = { PATH: [bin, process.env['PATH'] ?? ''].join(delimiter) };
      const result = await run({ url: simulator.url, inputs: { 'mask-password': 'false' }, env });
      expect(result.errors).toEqual([]);
      expect(result.exitCode).toBe(0);
      const host = new URL(simulator.url).host;
      expect(result.outputs['registry']).toBe(host);
      const suffix = host.replaceAll(/[^a-zA-Z0-9_]+/g, '_');
      expect(result.outputs[`docker_username_${suffix}`]).toBe('AWS');
      const logout = await result.post();
      expect(logout?.errors).toEqual([]);
      expect(logout?.exitCode).toBe(0);
    }),
  );
});

where(STACK)(STACK, () => {
  const action = withAction(STACK);
  const inputs = {
    name: 'shop',
    template: 'template.yml',
    capabilities: 'CAPABILITY_IAM,CAPABILITY_NAMED_IAM',
    'parameter-overrides': 'GitHubOrg=octo,GitHubRepo=shop',
  };

  test.concurrent(
    'creates the stack of our template, updates it, and finds nothing to do',
    action(async (scene, run) => {
      const simulator = await startSimulator({ timeScale: 200 });
      scene.defer(async () => await simulator.close());
      await cp(join(repository, 'packages/template/template.json'), join(scene.workspace, 'template.yml'));
      const created = await run({ url: simulator.url, inputs });
      expect(created.errors).toEqual([]);
      expect(created.exitCode).toBe(0);
      expect(created.outputs['stack-id']).toContain(':stack/shop/');
      const { Stacks } = await simulator.sim.call<{ Stacks: Stack[] }>('cloudformation', 'DescribeStacks', {
        StackName: 'shop',
      });
      expect(Stacks[0]?.StackStatus).toBe('CREATE_COMPLETE');
      for (const { OutputKey = '', OutputValue = '' } of Stacks[0]?.Outputs ?? [])
        expect(created.outputs).toHaveProperty(OutputKey, OutputValue);
      const same = await run({ url: simulator.url, inputs });
      expect(same.errors).toEqual([]);
      expect(same.exitCode).toBe(0);
      const strict = await run({
        url: simulator.url,
        inputs: { ...inputs, 'fail-on-empty-changeset': 'true' },
      });
      expect(strict.exitCode).toBe(1);
      const updated = await run({
        url: simulator.url,
        inputs: { ...inputs, 'parameter-overrides': 'GitHubOrg=octo,GitHubRepo=shop,LogRetentionDays=14' },
      });
      expect(updated.errors).toEqual([]);
      expect(updated.exitCode).toBe(0);
    }),
  );

  test.concurrent(
    'shows what a change set would do',
    action(async (scene, run) => {
      const simulator = await startSimulator({ timeScale: 200 });
      scene.defer(async () => await simulator.close());
      await cp(join(repository, 'packages/template/template.json'), join(scene.workspace, 'template.yml'));
      const result = await run({ url: simulator.url, inputs: { ...inputs, 'no-execute-changeset': 'true' } });
      expect(result.errors).toEqual([]);
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({ 'has-changes': 'true' });
      expect(Number(result.outputs['changes-count'])).toBeGreaterThan(20);
    }),
  );

  test.concurrent(
    'fails with a stack that is rolled back',
    action(async (scene, run) => {
      const simulator = await startSimulator({ timeScale: 200 });
      scene.defer(async () => await simulator.close());
      await simulator.sim.call('ecr', 'CreateRepository', { repositoryName: 'taken' });
      await writeFile(
        join(scene.workspace, 'template.yml'),
        'Resources: { Images: { Type: "AWS::ECR::Repository", Properties: { RepositoryName: taken } } }',
      );
      const result = await run({
        url: simulator.url,
        inputs: { name: 'shop', template: 'template.yml' },
      });
      expect(result.exitCode).toBe(1);
      expect(result.errors.join()).toMatch(/ROLLBACK|already exists/);
    }),
  );
});

where(CREDENTIALS)(CREDENTIALS, () => {
  const action = withAction(CREDENTIALS);

  test.concurrent(
    'exchanges the job’s OIDC token',
    action(async (scene, run) => {
      const simulator = await startSimulator();
      scene.defer(async () => await simulator.close());
      const provider = createServer((_, response) => {
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ value: 'a.b.c' }));
      });
      await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
      scene.defer(async () => await new Promise((resolve) => provider.close(resolve)));
      const result = await run({
        url: simulator.url,
        inputs: {
          'aws-region': 'us-east-1',
          'role-to-assume': 'arn:aws:iam::123456789012:role/deploy',
          'output-credentials': 'true',
        },
        env: {
          AWS_ACCESS_KEY_ID: '',
          AWS_SECRET_ACCESS_KEY: '',
          ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${(provider.address() as AddressInfo).port}/?api-version=2.0`,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'token',
        },
      });
      expect(result.errors).toEqual([]);
      expect(result.exitCode).toBe(0);
      expect(result.outputs).toMatchObject({
        'aws-account-id': '123456789012',
        'aws-access-key-id': expect.stringMatching(/^ASIA/),
      });
      expect(simulator.sim.calls.map(({ operation }) => operation)).toContain('AssumeRoleWithWebIdentity');
    }),
  );

  test.concurrent(
    'assumes a role with keys',
    action(async (scene, run) => {
      const simulator = await startSimulator();
      scene.defer(async () => await simulator.close());
      const result = await run({
        url: simulator.url,
        inputs: {
          'aws-region': 'us-east-1',
          'aws-access-key-id': 'AKIASIMULATOR0000000',
          'aws-secret-access-key': 'simulator',
          'role-to-assume': 'arn:aws:iam::123456789012:role/deploy',
          'output-credentials': 'true',
          'retry-max-attempts': '1',
        },
      });
      expect(result.errors).toEqual([]);
      expect(result.exitCode).toBe(0);
      expect(result.outputs['aws-account-id']).toBe('123456789012');
    }),
  );
});
