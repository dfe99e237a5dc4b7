import { describe, expect, test } from '@jest/globals';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { ConfigurationError } from '@cutover/domain/errors';
import { shares, type Listener, type ListenerRule } from '@cutover/domain/target/listener';
import { engineOfWeb } from '../deployment/codedeploy/testing/engine.ts';
import { testWorld } from '../testing/world.ts';
import type { World } from '../world.ts';
import { findEntrances } from './entrances.ts';

const PREFIX = 'arn:aws:elasticloadbalancing:us-east-1:123456789012';
const group = (name: string): string => `${PREFIX}:targetgroup/${name}/0123456789abcdef`;
const LISTENER = `${PREFIX}:listener/app/web/1a/2b`;
const TEST_LISTENER = `${PREFIX}:listener/app/web/1a/3c`;
const RULE = `${PREFIX}:listener-rule/app/web/1a/2b/4d`;

const rule = (priority: string, weights: Readonly<Record<string, number>>, arn?: string): ListenerRule => ({
  priority,
  ...(arn === undefined ? {} : { arn }),
  forwards: shares(
    Object.entries(weights).map(([name, weight]) => ({ targetGroupArn: group(name), weight })),
  ),
});
const listener = (arn: string, port: number, ...rules: ListenerRule[]): Listener => ({
  arn,
  loadBalancerArn: 'arn:balancer',
  port,
  protocol: 'HTTPS',
  rules,
});

function aws(...listeners: readonly Listener[]): World['aws'] {
  return {
    loadBalancing: {
      targetGroupsNamed: (names: readonly string[]) =>
        Promise.resolve(
          names.map((name) => ({ arn: group(name), name, loadBalancerArns: ['arn:balancer'] })),
        ),
      targetGroup: (arn: string) => Promise.resolve({ arn, name: '', loadBalancerArns: ['arn:balancer'] }),
      listener: (arn: string) => Promise.resolve(listeners.find((one) => one.arn === arn)),
      listenersOf: () => Promise.resolve(listeners),
    },
  } as unknown as World['aws'];
}

const engine = engineOfWeb(testWorld({ aws: aws() }), {
  productionListener: LISTENER,
  testListener: TEST_LISTENER,
});
const service = (...names: string[]): ServiceState =>
  ({
    name: 'web',
    taskSets: [],
    loadBalancers: names.map((name) => ({ targetGroupArn: group(name) })),
  }) as unknown as ServiceState;
const NOTHING = { listeners: [], targetGroups: [], role: 'production' } as const;

/** Ports of the listeners, candidates, and the wanted one, by short names. */
async function seen(
  ...given: Parameters<typeof findEntrances>
): Promise<readonly (readonly [ports: number[], candidates: string[], wanted?: string])[]> {
  const short = (arn: string): string => arn.split('/')[1] ?? '';
  return (await findEntrances(...given)).map(({ candidates, listeners, wanted }) => [
    listeners.map(({ port }) => port),
    candidates.map(short),
    ...(wanted === undefined ? ([] as const) : ([short(wanted)] as const)),
  ]);
}

const production = listener(LISTENER, 443, rule('default', { blue: 100, green: 0 }));
const testing = listener(TEST_LISTENER, 8443, rule('default', { green: 100 }));

describe('with a deployment group', () => {
  const world = aws(production, testing);

  test('its production listener chooses among its pair', async () => {
    expect(await seen(world, NOTHING, service('blue'), engine)).toEqual([[[443], ['blue', 'green']]]);
  });

  test('or its test listener does', async () => {
    expect(await seen(world, { ...NOTHING, role: 'test' }, service('blue'), engine)).toEqual([
      [[8443], ['blue', 'green']],
    ]);
  });

  test('a group of the pair that is asked for must be the one, another is looked for by itself', async () => {
    const asked = { ...NOTHING, targetGroups: [group('green'), group('inner')] };
    const inner = listener('arn:inner', 80, rule('default', { inner: 1 }));
    expect(await seen(aws(production, inner), asked, service('blue'), engine)).toEqual([
      [[443], ['blue', 'green'], 'green'],
      [[80], ['inner']],
    ]);
  });

  test('a listener that is gone leaves nothing behind which anything could be', async () => {
    expect(await seen(aws(), NOTHING, service('blue'), engine)).toEqual([[[], ['blue', 'green']]]);
  });

  test('without a test listener there is nothing to look behind', async () => {
    const bare = engineOfWeb(testWorld({ aws: aws() }), { productionListener: LISTENER });
    await expect(findEntrances(world, { ...NOTHING, role: 'test' }, service('blue'), bare)).rejects.toThrow(
      'Deployment group shop/web has no test listener.',
    );
  });
});

describe('without one', () => {
  test('each target group of the service is an entrance, by whatever forwards to it', async () => {
    const world = aws(
      listener('arn:outer', 443, rule('default', { outer: 1 })),
      listener('arn:inner', 80, rule('1', { outer: 1 }), rule('default', { inner: 1 })),
    );
    expect(await seen(world, NOTHING, service('outer', 'inner', 'outer'), undefined)).toEqual([
      [[443, 80], ['outer']],
      [[80], ['inner']],
    ]);
  });

  test('there is no test listener', async () => {
    await expect(
      findEntrances(aws(), { ...NOTHING, role: 'test' }, service('blue'), undefined),
    ).rejects.toThrow(ConfigurationError);
  });
});

describe('a service without a target group', () => {
  test.each<[string, Parameters<typeof findEntrances>[1]]>([
    ['by itself', NOTHING],
    ['behind its test listener', { ...NOTHING, role: 'test' }],
    ['behind a listener', { ...NOTHING, listeners: [LISTENER] }],
  ])('%s is refused at once, without a word about alarms', async (_, asked) => {
    const error: unknown = await findEntrances(aws(production), asked, service(), undefined).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ConfigurationError);
    const { message, fix } = error as ConfigurationError;
    expect(message).toBe(
      "Service web has no target group: no load balancer checks its tasks, so their health can't be proven that way.",
    );
    expect(fix).toContain('Leave verify-target-health out for a service that gets no requests');
    expect(`${message} ${fix}`).not.toMatch(/alarm|CloudWatch|rollback/i);
  });

  test.each<[string, Parameters<typeof findEntrances>[1]]>([
    ['a target group', { ...NOTHING, targetGroups: [group('blue')] }],
    ['a rule', { ...NOTHING, listeners: [RULE] }],
  ])('that others fill is looked at behind %s that is named', async (_, asked) => {
    const world = aws(listener(LISTENER, 443, rule('1', { blue: 1 }, RULE)));
    expect(await seen(world, asked, service(), undefined)).toEqual([[[443], ['blue']]]);
  });
});

describe('named listeners', () => {
  const shared = listener(
    LISTENER,
    443,
    rule('1', { other: 1 }, `${RULE}0`),
    rule('2', { green: 1 }, RULE),
    rule('default', { blue: 100, green: 0 }),
  );

  test('rules of other services don’t count; those of the pair are one choice', async () => {
    expect(await seen(aws(shared), { ...NOTHING, listeners: [LISTENER] }, service('blue'), engine)).toEqual([
      [
        [443, 443],
        ['blue', 'green'],
      ],
    ]);
  });

  test('a rule that is named is meant, whoever it serves', async () => {
    expect(await seen(aws(shared), { ...NOTHING, listeners: [`${RULE}0`] }, service('blue'), engine)).toEqual(
      [[[443], ['other']]],
    );
    const [entrance] = await findEntrances(
      aws(shared),
      { ...NOTHING, listeners: [RULE] },
      service('blue'),
      engine,
    );
    expect(entrance?.listeners[0]?.rules).toEqual([rule('2', { green: 1 }, RULE)]);
  });

  test('two target groups of a service without a pair are two entrances', async () => {
    const world = aws(listener(LISTENER, 443, rule('1', { inner: 1 }), rule('default', { outer: 1 })));
    expect(
      await seen(world, { ...NOTHING, listeners: [LISTENER] }, service('outer', 'inner'), undefined),
    ).toEqual([
      [[443], ['inner']],
      [[443], ['outer']],
    ]);
  });

  test('a listener that serves others only leads to none of the service’s groups', async () => {
    const world = aws(listener(LISTENER, 443, rule('default', { other: 1 })));
    expect(await seen(world, { ...NOTHING, listeners: [LISTENER] }, service('blue'), engine)).toEqual([
      [[443], ['blue', 'green']],
    ]);
  });

  test.each([
    [TEST_LISTENER, 'there is no listener'],
    [`${RULE}9`, 'there is no rule'],
  ])('%s does not exist', async (arn, message) => {
    await expect(
      findEntrances(aws(shared), { ...NOTHING, listeners: [arn] }, service('blue'), engine),
    ).rejects.toThrow(`Input listener-arn: ${message} ${arn}.`);
  });
});
