import { expect, test } from '@jest/globals';
import { sickTargets, unserved, type SeenGroup } from './balancing.ts';

const arn = (name: string): string =>
  `arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/${name}/0123456789abcdef`;

function group(name: string, forwards?: readonly (readonly [name: string, percent: number])[]): SeenGroup {
  return {
    arn: arn(name),
    group: {
      arn: arn(name),
      name,
      loadBalancerArns: forwards === undefined ? [] : ['lb'],
    } as unknown as SeenGroup['group'],
    health: [],
    listeners:
      forwards === undefined
        ? []
        : [
            {
              arn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/web/1/2',
              loadBalancerArn: 'lb',
              port: 80,
              protocol: 'HTTP',
              rules: [
                {
                  priority: 'default',
                  forwards: forwards.map(([to, percent]) => ({ targetGroupArn: arn(to), percent })),
                },
              ],
            },
          ],
  };
}

const found = (...groups: readonly SeenGroup[]) => unserved('us-east-1', 'web', groups);

test('a service is served when requests reach one of its groups, and when it has none', () => {
  expect(found(group('blue', [['blue', 100]]))).toBeUndefined();
  expect(found(group('blue', [['green', 100]]), group('green', [['green', 100]]))).toBeUndefined();
  expect(found()).toBeUndefined();
});

test('what could not be seen is no finding', () => {
  expect(found({ ...group('blue', [['green', 100]]), listeners: undefined })).toBeUndefined();
  expect(found({ ...group('blue'), group: undefined })).toBeUndefined();
});

test('a weight of 0 and a listener that forwards elsewhere serve nobody; the command sends requests there again', () => {
  const { evidence, fix, id, what } = found(
    group('blue', [
      ['blue', 0],
      ['green', 100],
    ]),
  ) ?? { evidence: [], fix: '', id: '', what: '' };
  expect(id).toBe('no-listener');
  expect(what).toContain('target group blue');
  expect(evidence.join(' ')).toContain('rule default sends 0 % to blue, rule default sends 100 % to green');
  expect(fix).toContain('aws elbv2 modify-listener --listener-arn arn:aws:elasticloadbalancing:');
  expect(fix).toContain(`TargetGroupArn=${arn('blue')}`);
});

test('a group of no load balancer needs a listener', () => {
  expect(found(group('blue'))?.fix).toContain('aws elbv2 create-listener');
});

test('targets that drain, begin, or get no requests are not sick', () => {
  const target = (state: string, reason?: string) => ({
    id: '10.0.0.1',
    port: 80,
    state,
    ...(reason === undefined ? {} : { reason }),
  });
  const health = [
    target('healthy'),
    target('initial'),
    target('draining'),
    target('unused', 'Target.NotInUse'),
    target('unhealthy', 'Target.Timeout'),
    target('unused', 'Target.InvalidState'),
  ];
  expect(sickTargets([{ ...group('blue'), health }]).map(({ reason }) => reason)).toEqual([
    'Target.Timeout',
    'Target.InvalidState',
  ]);
});
