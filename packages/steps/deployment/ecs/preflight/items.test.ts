import { expect, test } from '@jest/globals';
import type { RollingFacts } from './facts.ts';
import { rollingItems } from './items.ts';

const ARN = 'arn:aws:ecs:us-east-1:123456789012:service/shop/worker';

/** Verdict of an item about a service that ECS rolls. */
async function judged(id: string, facts: object, onActive = 'fail'): Promise<string> {
  const service = { arn: ARN, name: 'worker', cluster: 'shop', loadBalancers: [], ...facts };
  const rolling = {
    active: () => Promise.resolve('d1'),
    targetGroups: () => Promise.resolve([{ arn: 'arn:idle', name: 'idle', loadBalancerArns: [] }]),
    ...facts,
    checked: {
      aws: { region: 'us-east-1' },
      request: { onActive },
      service: () => Promise.resolve(service),
      environment: () => Promise.resolve({ cluster: 'shop', service: 'worker' }),
    },
  } as unknown as RollingFacts;
  const verdict = await rollingItems(rolling)
    .find((item) => item.id === id)
    ?.check();
  return [verdict?.status, verdict?.refuses === true ? 'refuses' : '', verdict?.what, verdict?.fix].join(
    ' | ',
  );
}

test('a deployment under way is told, and refused only where the deployment would not take care of it', async () => {
  expect(await judged('active-deployment', {})).toMatch(
    /^failed \| refuses \| Deployment d1 of service worker is under way; .*service-deployment\/shop\/worker\/d1 --stop-type ROLLBACK/,
  );
  expect(await judged('active-deployment', {}, 'wait')).toMatch(/^warned \|  \| Deployment d1/);
  expect(await judged('active-deployment', { active: () => Promise.resolve(undefined) })).toMatch(/^passed/);
});

test('target groups that receive nothing, that are gone, or that a worker does not have', async () => {
  const behind = (targetGroupArn: string): object => ({ loadBalancers: [{ targetGroupArn }] });
  expect(await judged('target-groups', behind('arn:idle'))).toMatch(
    /^failed .*No listener forwards to .*idle/,
  );
  expect(await judged('target-groups', behind('arn:gone'))).toMatch(/^failed .*no target group arn:gone/);
  expect(await judged('target-groups', {})).toMatch(/^passed .*worker/);
});
