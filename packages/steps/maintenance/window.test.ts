import { beforeEach, describe, expect, test } from '@jest/globals';
import type { FixedAnswer, RuleState } from '@cutover/aws/elb/listener-rules';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { AwsCallError } from '@cutover/domain/errors';
import type { ProgressEvent } from '@cutover/domain/progress';
import type { World } from '../world.ts';
import { closeWindow } from './close-window.ts';
import { endMaintenance } from './end-maintenance.ts';
import { openWindow, type WindowOrder } from './open-window.ts';
import { maintenancePage } from './page.ts';
import { prolongWindow } from './prolong-window.ts';
import { testWorld } from '../testing/world.ts';

interface Kept {
  priority: number | undefined;
  readonly targetGroups: readonly string[];
  readonly conditions: RuleState['conditions'];
  readonly fixedStatus: string | undefined;
  readonly tags: Map<string, string>;
}

const NOW = Date.UTC(2026, 7, 7, 12);

/** Listeners of one load balancer, as the edge tells of them. */
class Balancer {
  readonly listeners = new Map<string, Map<string, Kept>>();
  readonly events: ProgressEvent[] = [];
  readonly calls: string[] = [];
  /** Thrown by the next call of that name. */
  readonly trouble = new Map<string, Error>();
  /** The next rule is made, and its maker does not hear of it. */
  losesAnswer = false;
  #next = 1;

  listener(name: string, ...rules: readonly (readonly [number | undefined, string])[]): void {
    this.listeners.set(
      name,
      new Map(
        rules.map(([priority, group]) => [
          `${name}/${priority ?? 'default'}`,
          {
            priority,
            targetGroups: group === '' ? [] : [group],
            conditions: [],
            fixedStatus: undefined,
            tags: new Map<string, string>(),
          },
        ]),
      ),
    );
  }

  /** `1 window`, `2 blue`, ... */
  order(listener: string): readonly string[] {
    return [...(this.listeners.get(listener)?.values() ?? [])]
      .toSorted((a, b) => (a.priority ?? Infinity) - (b.priority ?? Infinity))
      .map(
        ({ priority, targetGroups, tags }) =>
          `${priority ?? 'default'} ${tags.has('cutover:maintenance') ? 'window' : targetGroups.join()}`,
      );
  }

  /** Tags of the window's rule. */
  tags(listener: string): Readonly<Record<string, string>> {
    const kept = [...(this.listeners.get(listener)?.values() ?? [])];
    return Object.fromEntries(kept.find(({ tags }) => tags.has('cutover:maintenance'))?.tags ?? []);
  }

  #find(arn: string): Map<string, Kept> | undefined {
    return [...this.listeners.values()].find((rules) => rules.has(arn));
  }

  #called(name: string): void {
    this.calls.push(name);
    const error = this.trouble.get(name);
    this.trouble.delete(name);
    if (error !== undefined) throw error;
  }

  readonly #rules = {
    of: async (listener: string): Promise<readonly RuleState[]> =>
      [...(this.listeners.get(listener) ?? [])].map(([arn, kept]) => ({ arn, ...kept })),
    tags: async (arns: readonly string[]) =>
      new Map(arns.map((arn) => [arn, this.#find(arn)?.get(arn)?.tags ?? new Map<string, string>()])),
    create: async (answer: FixedAnswer): Promise<string | undefined> => {
      this.#called('create');
      const rules = this.listeners.get(answer.listener);
      if ([...(rules?.values() ?? [])].some(({ priority }) => priority === answer.priority)) return undefined;
      const arn = `${answer.listener}/window-${this.#next++}`;
      rules?.set(arn, {
        priority: answer.priority,
        targetGroups: [],
        conditions: answer.conditions,
        fixedStatus: answer.status,
        tags: new Map(Object.entries(answer.tags)),
      });
      if (!this.losesAnswer) return arn;
      this.losesAnswer = false;
      return undefined;
    },
    tag: async (arn: string, tags: Record<string, string>): Promise<void> => {
      this.#called('tag');
      for (const [key, value] of Object.entries(tags)) this.#find(arn)?.get(arn)?.tags.set(key, value);
    },
    place: async (places: ReadonlyMap<string, number>): Promise<void> => {
      this.#called('place');
      for (const [arn, priority] of places) {
        const kept = this.#find(arn)?.get(arn);
        if (kept !== undefined) kept.priority = priority;
      }
      for (const rules of this.listeners.values()) {
        const priorities = [...rules.values()].map(({ priority }) => priority);
        if (new Set(priorities).size !== priorities.length) throw new Error('two rules in one place');
      }
    },
    remove: async (arn: string): Promise<void> => {
      this.#called('remove');
      this.#find(arn)?.delete(arn);
    },
  };

  world(runId = '1'): World {
    return testWorld({
      aws: {
        listenerRules: this.#rules,
        loadBalancing: {
          targetGroup: async () => ({ arn: 'blue', name: 'blue', loadBalancerArns: ['balancer'] }),
          listenersOf: async () =>
            [...this.listeners.keys()].map((arn) => ({
              arn,
              loadBalancerArn: 'balancer',
              port: 80,
              protocol: 'HTTP',
              rules: [{ priority: 'default', forwards: [{ targetGroupArn: 'blue', percent: 100 }] }],
            })),
        },
      },
      progress: { report: (event: ProgressEvent) => this.events.push(event) },
      clock: { now: () => NOW },
      run: { runId, runAttempt: '1', job: 'deploy', step: '__migrate', runUrl: 'https://example.com/1' },
    });
  }
}

const order = (...listeners: readonly string[]): WindowOrder => ({
  listeners,
  targetGroups: new Set(['blue', 'green']),
  service: 'shop/web',
  page: maintenancePage(undefined, undefined, 60),
  lastsMs: 3_600_000,
});

let balancer: Balancer;

beforeEach(() => {
  balancer = new Balancer();
  balancer.listener('http', [1, ''], [2, 'blue'], [undefined, 'blue']);
  balancer.listener('https', [1, 'blue'], [2, 'other'], [3, 'green'], [undefined, 'other']);
});

const HTTP = ['1 ', '2 blue', 'default blue'];
const HTTPS = ['1 blue', '2 other', '3 green', 'default other'];

describe('a window', () => {
  test('opens on every listener, each in its own way, and leaves everything as it was', async () => {
    await openWindow(order('http', 'https'), balancer.world());
    expect(balancer.order('http')).toEqual(['1 window', '2 ', '3 blue', 'default blue']);
    expect(balancer.order('https')).toEqual([
      '1 window',
      '2 blue',
      '3 other',
      '4 window',
      '5 green',
      'default other',
    ]);
    expect(await closeWindow(['http', 'https'], balancer.world())).toBe(3);
    expect(balancer.order('http')).toEqual(HTTP);
    expect(balancer.order('https')).toEqual(HTTPS);
  });

  test('is one rule, in its place, when the answer of its creation was lost', async () => {
    balancer.losesAnswer = true;
    await openWindow(order('http'), balancer.world());
    expect(balancer.order('http')).toEqual(['1 window', '2 ', '3 blue', 'default blue']);
    await closeWindow(['http'], balancer.world());
    expect(balancer.order('http')).toEqual(HTTP);
  });

  test('that was killed before its rule was moved up is closed without moving anything', async () => {
    balancer.trouble.set('place', new Error('killed'));
    await expect(openWindow(order('http'), balancer.world())).rejects.toThrow('killed');
    expect(balancer.order('http')).toEqual(['1 ', '2 blue', '3 window', 'default blue']);
    await closeWindow(['http'], balancer.world());
    expect(balancer.order('http')).toEqual(HTTP);
    expect(balancer.calls.filter((call) => call === 'place')).toHaveLength(1);
  });

  test('that is half there is opened anew, and a whole one taken over', async () => {
    balancer.trouble.set('place', new Error('killed'));
    await expect(openWindow(order('http'), balancer.world())).rejects.toThrow('killed');
    await openWindow(order('http'), balancer.world('2'));
    expect(balancer.order('http')).toEqual(['1 window', '2 ', '3 blue', 'default blue']);
    balancer.calls.length = 0;
    await openWindow(order('http'), balancer.world('3'));
    expect(balancer.calls).toEqual(['tag']);
    expect(await closeWindow(['http'], balancer.world(), { owner: '2.1.deploy.__migrate' })).toBe(0);
    expect(await closeWindow(['http'], balancer.world(), { owner: '3.1.deploy.__migrate' })).toBe(1);
  });

  test('goes although the other rules can not be given their places back', async () => {
    await openWindow(order('http'), balancer.world());
    balancer.trouble.set(
      'place',
      new AwsCallError({ action: 'SetRulePriorities', code: 'X', what: 'no', fix: 'Grant it.' }),
    );
    await closeWindow(['http'], balancer.world());
    expect(balancer.order('http')).toEqual(['2 ', '3 blue', 'default blue']);
    expect(balancer.events).toMatchObject([{ type: 'warning', fix: 'Grant it.' }]);
  });

  test('has an end, before which nobody else closes it', async () => {
    await openWindow(order('http'), balancer.world());
    expect(balancer.tags('http')).toMatchObject({ 'cutover:until': new Date(NOW + 3_600_000).toISOString() });
    expect(await closeWindow(['http'], balancer.world('2'), { endedBy: NOW + 3_600_000 })).toBe(0);
    expect(await closeWindow(['http'], balancer.world('2'), { endedBy: NOW + 3_600_001 })).toBe(1);
    expect(balancer.order('http')).toEqual(HTTP);
  });

  test('without an end, as an older version opened it, is never taken for over', async () => {
    await openWindow(order('http'), balancer.world());
    await balancer.world().aws.listenerRules.tag('http/window-1', { 'cutover:until': 'soon' });
    expect(await closeWindow(['http'], balancer.world('2'), { endedBy: Number.MAX_SAFE_INTEGER })).toBe(0);
  });

  test('is given more time by the deployment of its own run, and only by that', async () => {
    await openWindow(order('http'), balancer.world('7'));
    const until = (): unknown => balancer.tags('http')['cutover:until'];
    const first = until();
    await prolongWindow(['http'], 'shop/web', 7_200_000, balancer.world('77'));
    await prolongWindow(['http'], 'shop/api', 7_200_000, balancer.world('7'));
    await prolongWindow(['http'], 'shop/web', 1000, balancer.world('7'));
    expect(until()).toBe(first);
    await prolongWindow(['http'], 'shop/web', 7_200_000, balancer.world('7'));
    expect(until()).toBe(new Date(NOW + 7_200_000).toISOString());
  });

  test('of another service stays', async () => {
    await openWindow({ ...order('http'), service: 'shop/api' }, balancer.world());
    await openWindow(order('http'), balancer.world());
    expect(balancer.order('http')).toHaveLength(5);
    expect(await closeWindow(['http'], balancer.world(), { service: 'shop/web' })).toBe(1);
    expect(balancer.order('http').filter((one) => one.includes('window'))).toHaveLength(1);
  });
});

test('the end of maintenance closes what any run has opened, and costs one look where nothing is', async () => {
  const service = {
    name: 'web',
    cluster: 'arn:aws:ecs:us-east-1:123456789012:cluster/shop',
    controller: 'ECS',
    taskSets: [],
    loadBalancers: [{ targetGroupArn: 'blue', containerName: 'app', containerPort: 80 }],
  } as unknown as ServiceState;
  const environment = { cluster: 'shop', service: 'web' };
  expect(await endMaintenance(balancer.world(), environment, service, 'http')).toBe(0);
  await openWindow(order('http', 'https'), balancer.world('41'));
  expect(await endMaintenance(balancer.world('42'), environment, service, 'http')).toBe(3);
  expect(balancer.order('http')).toEqual(HTTP);
  expect(balancer.order('https')).toEqual(HTTPS);
});
