import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AssumeRoleResponse } from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { run, start } from './action.ts';
import { IdentityProvider } from './identity-provider.ts';
import { LiveService, type LiveOptions } from './live-service.ts';

jest.setTimeout(120_000);

const ROLE = 'arn:aws:iam::123456789012:role/deploy';
const WITH = {
  cluster: 'shop',
  service: 'web',
  'poll-interval-seconds': '0.1',
  'task-definition-arn': 'web:2',
};
const OWN_KEYS = {
  'role-to-assume': ROLE,
  'role-duration-seconds': '900',
  'role-session-name': 'shop-deploy',
};

let live: LiveService;
let github: IdentityProvider;
let folder: string;

beforeEach(async () => {
  github = await IdentityProvider.open();
  folder = await mkdtemp(join(tmpdir(), 'cutover-credentials-'));
});

afterEach(async () => {
  await live.close();
  await github.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(options: LiveOptions = {}): Promise<void> {
  live = await LiveService.open(options);
  await live.register('web');
}

/** The environment of a job without AWS credentials. */
function bare(): Record<string, string> {
  const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, ...env } = live.env;
  return { ...env, ...github.env };
}

/** Keys as an earlier step of the job would have got them, for a quarter of an hour. */
async function quarterOfAnHour(): Promise<Record<string, string>> {
  const { Credentials } = await live.call<AssumeRoleResponse>('sts', 'AssumeRole', {
    RoleArn: ROLE,
    RoleSessionName: 'GitHubActions',
    DurationSeconds: '900',
  });
  return {
    AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? '',
    AWS_SESSION_TOKEN: Credentials?.SessionToken ?? '',
    AWS_CREDENTIAL_EXPIRATION: Credentials?.Expiration?.toISOString() ?? '',
  };
}

/** Account and step in one time, which jumps for both at once. */
class Travel {
  readonly #file = join(folder, 'jumps');
  #moved = 0;

  async env(): Promise<Record<string, string>> {
    await writeFile(this.#file, '0');
    const { clock } = live.running.sim;
    const preload = fileURLToPath(new URL('travel.mjs', import.meta.url));
    return {
      NODE_OPTIONS: `--import=${preload}`,
      TRAVEL: JSON.stringify({ scale: clock.scale, from: Date.now(), to: clock.now(), jumps: this.#file }),
    };
  }

  async jump(minutes: number): Promise<void> {
    this.#moved += minutes * 60_000;
    await writeFile(this.#file, String(this.#moved));
    await live.running.sim.clock.advance(minutes * 60_000);
  }
}

function refusals(): string[] {
  return live.running.sim.calls.flatMap(({ operation, error }) =>
    error?.code.startsWith('ExpiredToken') === true ? [operation] : [],
  );
}

describe('with role-to-assume and an identity token', () => {
  test('three hours pass on credentials of a quarter of an hour, without one call with expired ones', async () => {
    await open({ timeScale: 60, terminationMinutes: 180 });
    const travel = new Travel();
    const action = await start('blue-green-codedeploy', {
      inputs: { ...WITH, ...OWN_KEYS, 'wait-until': 'completed' },
      env: { ...bare(), ...(await travel.env()) },
    });
    const begun = live.running.sim.clock.now();
    await live.until(async () => ((await live.serving()) === 'web:2' ? true : undefined));
    while (action.process.exitCode === null) {
      await travel.jump(2);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const result = await action.done;
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.outputs['deployment-status']).toBe('Succeeded');
    expect(live.running.sim.clock.now() - begun).toBeGreaterThan(3 * 3_600_000);
    expect(refusals()).toEqual([]);
    expect(live.calls('AssumeRoleWithWebIdentity').length).toBeGreaterThanOrEqual(12);
    expect(live.calls('AssumeRoleWithWebIdentity')[0]).toMatchObject({
      RoleArn: ROLE,
      RoleSessionName: 'shop-deploy',
      DurationSeconds: '900',
    });
    expect(new Set(github.asked)).toEqual(new Set(['sts.amazonaws.com']));
    // Nothing of it is written anywhere but into masks.
    const written = [result.summary, JSON.stringify(result.outputs), JSON.stringify(result.state)].join('\n');
    for (const token of github.tokens) expect(written).not.toContain(token);
    const masked = result.commands
      .filter(({ command }) => command === 'add-mask')
      .map(({ message }) => message);
    expect(masked).toEqual(expect.arrayContaining([github.tokens[0], expect.stringMatching(/^ASIA/)]));
    const printed = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    for (const secret of masked) expect(printed.join('\n')).not.toContain(secret);
  });

  test('keys that AWS calls expired although our clock does not are replaced at once', async () => {
    // The step's own clock is the wall clock here: a quarter of an hour of the account is over in nine seconds.
    await open({ timeScale: 100, config: 'CodeDeployDefault.ECSCanary10Percent15Minutes' });
    const result = await run('blue-green-codedeploy', { inputs: { ...WITH, ...OWN_KEYS }, env: bare() });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(refusals().length).toBeGreaterThan(0);
    expect(live.calls('AssumeRoleWithWebIdentity').length).toBeGreaterThan(1);
  });

  test('post: gets credentials of its own', async () => {
    await open({ config: 'CodeDeployDefault.ECSCanary10Percent15Minutes' });
    const action = await start('blue-green-codedeploy', { inputs: { ...WITH, ...OWN_KEYS }, env: bare() });
    const id = await live.active();
    action.process.kill('SIGKILL');
    const killed = await action.done;
    for (const token of github.tokens) expect(JSON.stringify(killed.state)).not.toContain(token);
    const post = await killed.post();
    expect(post?.stdout).toContain(`deployment ${id} ran; it has been told to stop`);
    expect(live.calls('StopDeployment')).toMatchObject([{ deploymentId: id }]);
  });

  test('a refusal says what the token claims and which trust would match, and never shows the token', async () => {
    await open();
    live.fault({
      operation: 'AssumeRoleWithWebIdentity',
      error: {
        code: 'AccessDenied',
        message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
        status: 403,
      },
      times: 'always',
    });
    const result = await run('blue-green-codedeploy', {
      inputs: { ...WITH, ...OWN_KEYS, audience: 'sts.cn-north-1.amazonaws.com.cn' },
      env: bare(),
    });
    expect(result.exitCode).toBe(1);
    const said = result.errors.join('\n');
    expect(said).toContain('sub "repo:octo/shop:environment:production"');
    expect(said).toContain('aud "sts.cn-north-1.amazonaws.com.cn"');
    expect(said).toContain(
      '"Condition":{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.cn-north-1.amazonaws.com.cn","token.actions.githubusercontent.com:sub":"repo:octo/shop:environment:production"}}',
    );
    const printed = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    for (const token of github.tokens) expect(printed.join('\n')).not.toContain(token);
    expect(live.changes()).toEqual([]);
  });

  test('a job without id-token: write is told so before anything is called', async () => {
    await open();
    const result = await run('blue-green-codedeploy', {
      inputs: { ...WITH, 'role-to-assume': ROLE },
      env: live.env,
    });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toContain('permissions: id-token: write');
    expect(live.running.sim.calls).toEqual([]);
  });

  const INPUTS: Readonly<Record<string, Record<string, string>>> = {
    'verify-target-health': { cluster: 'shop', service: 'web', 'wait-for-minutes': '0.05' },
    rollback: { cluster: 'shop', service: 'web', to: 'web:1' },
    'register-taskdef': { family: 'web', 'dry-run': 'true' },
    'run-migration-task': {
      cluster: 'shop',
      service: 'web',
      'task-definition-arn': 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:1',
      command: 'true',
      'dry-run': 'true',
    },
    'build-push-ecr': { repository: 'shop', 'dry-run': 'true' },
    pipeline: {
      cluster: 'shop',
      service: 'web',
      image: `shop@sha256:${'ab'.repeat(32)}`,
      'dry-run': 'true',
    },
    'deploy-stack': { name: 'shop', 'dry-run': 'true' },
  };

  test.each(Object.keys(INPUTS))('%s takes the role too', async (name) => {
    await open();
    live.running.sim.calls.length = 0;
    await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\n');
    await run(name, { inputs: { ...INPUTS[name], ...OWN_KEYS }, env: bare(), workspace: folder });
    const [first, ...others] = live.running.sim.calls;
    expect(first?.operation).toBe('AssumeRoleWithWebIdentity');
    expect(others.length).toBeGreaterThan(0);
  });
});

describe('with keys that an earlier step got', () => {
  test('a warning gives both times before anything is started, and their end is named with how to go on', async () => {
    await open({ timeScale: 60, terminationMinutes: 180 });
    const travel = new Travel();
    const env = { ...live.env, ...(await quarterOfAnHour()), ...(await travel.env()) };
    const inputs = { ...WITH, 'wait-until': 'completed' };
    const action = await start('blue-green-codedeploy', { inputs, env });
    await live.until(async () => ((await live.serving()) === 'web:2' ? true : undefined));
    await travel.jump(16);
    const result = await action.done;
    const warnings = result.commands
      .filter(({ command }) => command === 'warning')
      .map(({ message }) => message)
      .join('\n');
    expect(warnings).toMatch(
      /credentials end at \d{4}-\S+Z \(in 1\d min\), but the deployment may take until \d{4}-\S+Z \(245 min: install 60 min \+ termination wait 180 min \+ slack 5 min\)/,
    );
    expect(result.exitCode).toBe(1);
    expect(result.outputs['outcome']).toBe('failed');
    const [deployment] = await live.deployments();
    expect(result.errors.join('\n')).toContain(
      `credentials have expired while deployment ${deployment?.deploymentId} was followed; it goes on in AWS`,
    );
    expect(result.errors.join('\n')).toContain('Run the job again');
    expect(deployment?.status).toBe('InProgress');
    expect((await result.post())?.stdout ?? '').not.toContain('stop');
    expect(live.calls('StopDeployment')).toEqual([]);

    // As advised: with keys that do, the same deployment is followed to its end.
    let adopted = false;
    const again = await start('blue-green-codedeploy', {
      inputs,
      env: { ...env, ...live.env },
      onLine: (line) => {
        adopted ||= line.includes('is followed instead of starting another');
      },
    });
    await live.until(async () => (adopted ? true : undefined));
    await travel.jump(180);
    const followed = await again.done;
    expect(followed.outputs).toMatchObject({
      'deployment-id': deployment?.deploymentId,
      'deployment-status': 'Succeeded',
    });
    expect(live.calls('CreateDeployment')).toHaveLength(1);
  });

  test('nothing is said when they last', async () => {
    await open();
    const result = await run('blue-green-codedeploy', {
      inputs: { ...WITH, 'wait-for-minutes': '10' },
      env: { ...live.env, ...(await quarterOfAnHour()) },
    });
    expect(result.exitCode).toBe(0);
    expect(result.stdout).not.toContain('credentials');
  });
});
