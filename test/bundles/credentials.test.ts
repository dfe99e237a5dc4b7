import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { run, start } from './action.ts';
import { Job, OWN_KEYS, SECOND_REVISION } from './job.ts';
import type { LiveOptions } from './live-service.ts';
import { slowShift } from './slow-shift.ts';

jest.setTimeout(60_000);

let job: Job;

afterEach(async () => {
  await job.close();
});

async function open(options: LiveOptions = {}): Promise<void> {
  job = await Job.open(options);
}

describe('with role-to-assume and an identity token', () => {
  test('post: gets credentials of its own', async () => {
    await open();
    const inputs = {
      ...SECOND_REVISION,
      ...OWN_KEYS,
      'codedeploy-deployment-config': await slowShift(job.live),
    };
    const action = await start('blue-green-codedeploy', { inputs, env: job.bare });
    const id = await job.live.active();
    action.process.kill('SIGKILL');
    const killed = await action.done;
    for (const token of job.github.tokens) expect(JSON.stringify(killed.state)).not.toContain(token);
    const post = await killed.post();
    expect(post?.stdout).toContain(`deployment ${id} ran; it has been told to stop`);
    expect(job.live.calls('StopDeployment')).toMatchObject([{ deploymentId: id }]);
  });

  test('a refusal says what the token claims and which trust would match, and never shows the token', async () => {
    await open();
    job.live.fault({
      operation: 'AssumeRoleWithWebIdentity',
      error: {
        code: 'AccessDenied',
        message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
        status: 403,
      },
      times: 'always',
    });
    const result = await run('blue-green-codedeploy', {
      inputs: { ...SECOND_REVISION, ...OWN_KEYS, audience: 'sts.cn-north-1.amazonaws.com.cn' },
      env: job.bare,
    });
    expect(result.exitCode).toBe(1);
    const said = result.errors.join('\n');
    expect(said).toContain('sub "repo:octo/shop:environment:production"');
    expect(said).toContain('aud "sts.cn-north-1.amazonaws.com.cn"');
    expect(said).toContain(
      '"Condition":{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.cn-north-1.amazonaws.com.cn","token.actions.githubusercontent.com:sub":"repo:octo/shop:environment:production"}}',
    );
    const printed = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    for (const token of job.github.tokens) expect(printed.join('\n')).not.toContain(token);
    expect(job.live.changes()).toEqual([]);
  });

  test('a job without id-token: write is told so before anything is called', async () => {
    await open();
    const result = await run('blue-green-codedeploy', {
      inputs: { ...SECOND_REVISION, 'role-to-assume': OWN_KEYS['role-to-assume'] },
      env: job.live.env,
    });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toContain('permissions: id-token: write');
    expect(job.live.running.sim.calls).toEqual([]);
  });
});

describe('with keys that an earlier step got', () => {
  test('a warning gives both times before anything is started, and their end is named with how to go on', async () => {
    await open({ timeScale: 20, terminationMinutes: 180 });
    const env = { ...(await job.withKeysFor(15)), ...(await job.accountTime()) };
    const inputs = { ...SECOND_REVISION, 'wait-until': 'completed' };
    const action = await start('blue-green-codedeploy', { inputs, env });
    await job.live.until(async () => ((await job.live.serving()) === 'web:2' ? true : undefined));
    await job.jump(16);
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
    const [deployment] = await job.live.deployments();
    expect(result.errors.join('\n')).toContain(
      `credentials have expired while deployment ${deployment?.deploymentId} was followed; it goes on in AWS`,
    );
    expect(result.errors.join('\n')).toContain('Run the job again');
    expect(deployment?.status).toBe('InProgress');
    expect((await result.post())?.stdout ?? '').not.toContain('stop');
    expect(job.live.calls('StopDeployment')).toEqual([]);

    // As advised: with keys that do, the same deployment is followed to its end.
    let adopted = false;
    const again = await start('blue-green-codedeploy', {
      inputs,
      env: { ...env, ...job.live.env },
      onLine: (line) => {
        adopted ||= line.includes('is followed instead of starting another');
      },
    });
    await job.live.until(async () => (adopted ? true : undefined));
    await job.jump(180);
    const followed = await again.done;
    expect(followed.outputs).toMatchObject({
      'deployment-id': deployment?.deploymentId,
      'deployment-status': 'Succeeded',
    });
    expect(job.live.calls('CreateDeployment')).toHaveLength(1);
  });

  test('nothing is said when they last', async () => {
    await open({ timeScale: 20 });
    const result = await run('blue-green-codedeploy', {
      inputs: { ...SECOND_REVISION, 'wait-for-minutes': '10' },
      env: await job.withKeysFor(60),
    });
    expect(result.exitCode).toBe(0);
    expect(result.stdout).not.toContain('credentials');
  });
});
