import { expect, test } from '@jest/globals';
import { trafficRules } from '../../../rules/codedeploy/traffic-rules.ts';
import type { GroupFacts } from './group-facts.ts';
import { groupItems } from './group-items.ts';
import { SHOWN } from './shown.ts';

/** The item about target groups, for tasks of a network mode behind targets of a type. */
async function judged(networkMode: string, targetType: string): Promise<string> {
  const group = { application: 'shop', name: 'web', targetGroups: ['blue', 'green'] };
  const balancer = { targetGroupArn: 'arn:blue', containerName: 'app', containerPort: 8080 };
  const looks = {
    group,
    region: 'us-east-1',
    service: { taskSets: [{ status: 'PRIMARY', loadBalancers: [balancer] }] },
    targetGroups: group.targetGroups.map((name) => ({
      arn: `arn:${name}`,
      name,
      targetType,
      loadBalancerArns: [],
    })),
    task: { label: 'web:8', networkMode },
    production: undefined,
  };
  const facts = {
    group: () => Promise.resolve(group),
    checked: {
      book: {
        rules: trafficRules,
        shown: SHOWN,
        looks: Object.fromEntries(
          Object.entries(looks).map(([name, value]) => [name, () => Promise.resolve(value)]),
        ),
        wanted: () => Promise.resolve({}),
      },
    },
  } as unknown as GroupFacts;
  const item = groupItems(facts).find(({ id }) => id === 'target-groups');
  const verdict = await item?.check();
  return `${verdict?.status}: ${verdict?.what}`;
}

test.each([
  ['awsvpc', 'ip', 'instance'],
  ['bridge', 'instance', 'ip'],
])('preflight passes tasks of mode %s behind targets of type %s, not %s', async (mode, right, wrong) => {
  expect(await judged(mode, right)).toBe(
    'passed: blue and green are a pair, and the tasks that serve are in one of them.',
  );
  expect(await judged(mode, wrong)).toMatch(
    new RegExp(`^failed: .*has targets of type ${wrong}; tasks of network mode ${mode} need ${right}\\.$`),
  );
});
