import { afterEach, describe, expect, jest, test } from '@jest/globals';
import {
  account,
  close,
  deploy,
  open,
  openUnscaled,
  register,
  set,
  suspended,
  TAG,
  tags,
  target,
} from './scaled-service.ts';
import { slowShift } from './slow-shift.ts';

jest.setTimeout(400_000);

afterEach(close);

describe('suspend-auto-scaling', () => {
  test('restores after a deployment that failed', async () => {
    const web = await open();
    await web.register('crash');
    const result = await deploy({ 'task-definition-arn': 'web:3', 'max-failed-tasks': '1' });
    expect(result.outputs['outcome']).toBe('rolled-back');
    expect(set()).toEqual(['in scheduled', 'scheduled']);
    expect(await suspended()).toBe('scheduled');
  });

  test('restores when the time is over, although the deployment goes on', async () => {
    const web = await open();
    const config = await slowShift(web);
    const result = await deploy({ 'wait-for-minutes': '0.05', 'codedeploy-deployment-config': config });
    expect(result.outputs['outcome']).toBe('timed-out');
    expect(set()).toEqual(['in scheduled', 'scheduled']);
    expect(await suspended()).toBe('scheduled');
  });

  test('that a killed run left behind is restored when there is nothing to deploy any more', async () => {
    await open();
    await account().call('application-autoscaling', 'TagResource', {
      ResourceARN: (await target())?.ScalableTargetARN,
      Tags: { [TAG]: 'in=false out=false scheduled=true' },
    });
    await register({ SuspendedState: { DynamicScalingInSuspended: true } });
    const result = await deploy({ 'task-definition-arn': 'web:1' });
    expect(result.outputs['outcome']).toBe('unchanged');
    expect(await suspended()).toBe('scheduled');
    expect(await tags()).toEqual({});
  });

  test('leaves alone what the user had suspended', async () => {
    await open();
    await register({ SuspendedState: { DynamicScalingInSuspended: true } });
    const result = await deploy();
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('is suspended already');
    expect(set()).toEqual([]);
    expect(await suspended()).toBe('in scheduled');
  });

  test('says so when nothing scales the service', async () => {
    await openUnscaled();
    const result = await deploy();
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('it has no scalable target');
    expect(account().calls('RegisterScalableTarget')).toEqual([]);
  });

  test('bears lost answers in both directions', async () => {
    const web = await open();
    web.fault({
      service: 'application-autoscaling',
      operation: 'RegisterScalableTarget',
      reset: 'after',
      times: 2,
    });
    web.fault({ operation: 'DescribeScalableTargets', throttle: true, times: 2 });
    const result = await deploy();
    expect(result.exitCode).toBe(0);
    expect(await suspended()).toBe('scheduled');
  });

  test('ends before anything is deployed when scaling may not be suspended', async () => {
    const web = await open();
    web.fault({ operation: 'RegisterScalableTarget', deny: true, times: 'always' });
    const result = await deploy();
    expect(result.exitCode).toBe(1);
    expect(result.errors.join('\n')).toContain('application-autoscaling:RegisterScalableTarget');
    expect(account().calls('CreateDeployment')).toEqual([]);
    expect(await tags()).toEqual({});
  });

  test('works without the right to tag, and says what that costs', async () => {
    const web = await open();
    web.fault({ operation: 'ListTagsForResource', deny: true, times: 'always' });
    web.fault({ operation: 'TagResource', deny: true, times: 'always' });
    web.fault({ operation: 'UntagResource', deny: true, times: 'always' });
    const result = await deploy();
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('Without application-autoscaling:TagResource');
    expect(await suspended()).toBe('scheduled');
  });

  test('is not done in a dry run', async () => {
    await open();
    const result = await deploy({ 'dry-run': 'true' });
    expect(result.exitCode).toBe(0);
    expect(set()).toEqual([]);
  });
});
