import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { start } from './action.ts';
import {
  account,
  begin,
  close,
  deploy,
  open,
  register,
  set,
  suspended,
  TAG,
  UNTIL,
  tags,
  target,
  WITH,
} from './scaled-service.ts';
import { finishShift } from './slow-shift.ts';

jest.setTimeout(60_000);

afterEach(close);

describe('suspend-auto-scaling', () => {
  test('keeps the service from being scaled in, and restores the exact state after a success', async () => {
    await open();
    const result = await deploy();
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(set()).toEqual(['in scheduled', 'scheduled']);
    expect(await suspended()).toBe('scheduled');
    expect(await target()).toMatchObject({ MinCapacity: 1, MaxCapacity: 4 });
    expect(await tags()).toEqual({});
    const changes = account().changes();
    expect(changes.indexOf('application-autoscaling:RegisterScalableTarget')).toBeLessThan(
      changes.indexOf('codedeploy:CreateDeployment'),
    );
    expect((await result.post())?.stdout ?? '').not.toContain('scaling');
  });

  test('restores when the job is cancelled', async () => {
    await open();
    const action = await begin();
    expect(await suspended()).toBe('in scheduled');
    action.process.kill('SIGINT');
    const result = await action.done;
    expect(result.outputs['outcome']).toBe('cancelled');
    expect(await suspended()).toBe('scheduled');
    expect(await tags()).toEqual({});
  });

  test('is restored by post: after kill -9', async () => {
    await open();
    const action = await begin();
    action.process.kill('SIGKILL');
    const killed = await action.done;
    expect(await suspended()).toBe('in scheduled');
    const { [UNTIL]: until = '', ...marks } = await tags();
    expect(marks).toEqual({
      [TAG]: 'in=false out=false scheduled=true',
      'cutover:run': 'https://github.com/octo/shop/actions/runs/1',
    });
    // The deployment's budget, of which the canary of 2000 minutes is a part, and an hour.
    expect((Date.parse(until) - Date.now()) / 60_000).toBeGreaterThan(2000);
    const post = await killed.post();
    expect(post?.stdout).toContain('scaling of service web is as it was before');
    expect(await suspended()).toBe('scheduled');
    expect(await tags()).toEqual({});
  });

  test('that a killed run left behind is restored by the next run, although post: never ran', async () => {
    await open();
    const first = await begin();
    first.process.kill('SIGKILL');
    await first.done;
    expect(await suspended()).toBe('in scheduled');
    let adopted = false;
    const second = await start('blue-green-codedeploy', {
      inputs: WITH,
      env: account().env,
      onLine: (line) => {
        adopted ||= line.includes('is followed instead of starting another');
      },
    });
    await account().until(async () => (adopted ? true : undefined));
    await finishShift(account());
    const again = await second.done;
    expect(again.errors).toEqual([]);
    expect(again.exitCode).toBe(0);
    expect(await account().serving()).toBe('web:2');
    expect(await suspended()).toBe('scheduled');
    expect(await tags()).toEqual({});
  });

  test('leaves alone what somebody changes meanwhile, and says so', async () => {
    await open();
    const action = await begin();
    await register({
      SuspendedState: { ScheduledScalingSuspended: false, DynamicScalingOutSuspended: true },
    });
    await finishShift(account());
    const result = await action.done;
    expect(result.exitCode).toBe(0);
    expect(await suspended()).toBe('out');
    expect(result.stdout).toContain('Somebody changed the suspension of scaling (out, scheduled)');
  });

  test('is no success while scaling stays suspended: the command that restores it is printed, and post: tries again', async () => {
    const web = await open();
    web.fault({ operation: 'RegisterScalableTarget', deny: true, skip: 1 });
    const result = await deploy();
    expect(await account().serving()).toBe('web:2');
    expect(result.outputs['outcome']).toBe('failed');
    expect(result.errors.join('\n')).toContain(
      'aws application-autoscaling register-scalable-target --service-namespace ecs --resource-id service/shop/web --scalable-dimension ecs:service:DesiredCount --suspended-state DynamicScalingInSuspended=false,DynamicScalingOutSuspended=false,ScheduledScalingSuspended=true',
    );
    await result.post();
    expect(await suspended()).toBe('scheduled');
  });
});
