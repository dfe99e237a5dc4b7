import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { run, start } from './action.ts';
import { Job, OWN_KEYS, SECOND_REVISION } from './job.ts';
import type { LiveOptions } from './live-service.ts';

jest.setTimeout(400_000);

let job: Job;

afterEach(async () => {
  await job.close();
});

async function open(options: LiveOptions = {}): Promise<void> {
  job = await Job.open(options);
}

describe('with role-to-assume and an identity token', () => {
  test('three hours pass on credentials of a quarter of an hour, without one call with expired ones', async () => {
    await open({ timeScale: 20, terminationMinutes: 180 });
    const action = await start('blue-green-codedeploy', {
      inputs: {
        ...SECOND_REVISION,
        ...OWN_KEYS,
        'role-duration-seconds': '900',
        'role-session-name': 'shop-deploy',
        'wait-until': 'completed',
      },
      env: { ...job.bare, ...(await job.accountTime()) },
    });
    const begun = job.live.running.sim.clock.now();
    await job.live.until(async () => ((await job.live.serving()) === 'web:2' ? true : undefined));
    while (action.process.exitCode === null) {
      await job.jump(2);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const result = await action.done;
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(result.outputs['deployment-status']).toBe('Succeeded');
    expect(job.live.running.sim.clock.now() - begun).toBeGreaterThan(3 * 3_600_000);
    expect(job.refusals).toEqual([]);
    expect(job.live.calls('AssumeRoleWithWebIdentity').length).toBeGreaterThanOrEqual(12);
    expect(job.live.calls('AssumeRoleWithWebIdentity')[0]).toMatchObject({
      RoleArn: OWN_KEYS['role-to-assume'],
      RoleSessionName: 'shop-deploy',
      DurationSeconds: '900',
    });
    expect(new Set(job.github.asked)).toEqual(new Set(['sts.amazonaws.com']));
    // Nothing of it is written anywhere but into masks.
    const written = [result.summary, JSON.stringify(result.outputs), JSON.stringify(result.state)].join('\n');
    for (const token of job.github.tokens) expect(written).not.toContain(token);
    const masked = result.commands
      .filter(({ command }) => command === 'add-mask')
      .map(({ message }) => message);
    expect(masked).toEqual(expect.arrayContaining([job.github.tokens[0], expect.stringMatching(/^ASIA/)]));
    const printed = result.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    for (const secret of masked) expect(printed.join('\n')).not.toContain(secret);
  });

  test('keys that AWS calls expired although our clock does not are replaced at once', async () => {
    // The step's own clock is the wall clock here: a quarter of an hour of the account is over in nine seconds.
    await open({ timeScale: 100, config: 'CodeDeployDefault.ECSCanary10Percent15Minutes' });
    const result = await run('blue-green-codedeploy', {
      inputs: { ...SECOND_REVISION, ...OWN_KEYS },
      env: job.bare,
    });
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(job.refusals.length).toBeGreaterThan(0);
    expect(job.live.calls('AssumeRoleWithWebIdentity').length).toBeGreaterThan(1);
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
    job.live.running.sim.calls.length = 0;
    await writeFile(join(job.folder, 'Dockerfile'), 'FROM scratch\n');
    await run(name, { inputs: { ...INPUTS[name], ...OWN_KEYS }, env: job.bare, workspace: job.folder });
    const [first, ...others] = job.live.running.sim.calls;
    expect(first?.operation).toBe('AssumeRoleWithWebIdentity');
    expect(others.length).toBeGreaterThan(0);
  });
});
