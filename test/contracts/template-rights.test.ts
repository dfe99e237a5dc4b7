import { describe, expect, test } from '@jest/globals';
import { differences, fitting } from './iam-reference.ts';
import { STATEMENTS } from './template-statements.ts';

/** Actions with a resource type that are allowed on everything, and why. */
const ON_EVERYTHING: Readonly<Record<string, string>> = {
  'cloudwatch:DescribeAlarms': 'on one alarm alone it would not show composite ones',
};

/** A resource that the reference doesn't name for the action, kept beside the one that it does. */
const BESIDE: Readonly<Record<string, RegExp>> = {
  // Guides and examples name the service; a policy with both fits whichever IAM is asked.
  'CodeDeployRole TaskSets': /:service\//,
};

describe('every statement of every role of the template', () => {
  test('has a name of its own in its role', () => {
    const names = STATEMENTS.map(({ role, sid }) => `${role} ${sid}`);
    expect(names.filter((name) => name.endsWith(' '))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(STATEMENTS.map(({ role }) => role))).toEqual(
      new Set(['ExecutionRole', 'TaskRole', 'CodeDeployRole', 'DeployRole']),
    );
  });

  test.each(STATEMENTS.map((one) => [`${one.role} ${one.sid}`, one] as const))(
    '%s allows actions on resources of their types, under conditions that they know',
    async (name, { actions, resources, conditions }) => {
      const found: string[] = [];
      const used = new Set<string>();
      for (const action of actions.filter((one) => !Object.hasOwn(ON_EVERYTHING, one))) {
        const own = await fitting(action, resources);
        for (const resource of own) used.add(resource);
        found.push(
          ...(own.length === 0 ? [`${action}: no resource of the statement is of its types`] : []),
          ...(await differences({ action, resources: own, conditions: conditions.map(([, key]) => key) })),
        );
      }
      const idle = resources.filter((one) => !used.has(one) && BESIDE[name]?.test(one) !== true);
      expect([...found, ...idle.map((one) => `${one}: no action of the statement is about it`)]).toEqual([]);
    },
  );
});

test('on everything stand only actions that know no resource', async () => {
  const everything = STATEMENTS.filter(({ resources }) => resources.includes('*'));
  const actions = everything.flatMap((one) => one.actions);
  expect(actions).toEqual(expect.arrayContaining(Object.keys(ON_EVERYTHING)));
  for (const action of actions.filter((one) => !Object.hasOwn(ON_EVERYTHING, one)))
    expect([action, await fitting(action, ['*'])]).toEqual([action, ['*']]);
});

const SNAPSHOT_OF = 'cutover:snapshot-of';

describe('a statement of the deploy role that changes something beside the service is limited:', () => {
  test.each<[string, readonly (readonly [string, string, readonly string[]])[]]>([
    ['SaveDatabase', [['StringEquals', `aws:RequestTag/${SNAPSHOT_OF}`, ['shop']]]],
    [
      'TagSnapshots',
      [
        ['StringEquals', `aws:RequestTag/${SNAPSHOT_OF}`, ['shop']],
        ['StringEqualsIfExists', `aws:ResourceTag/${SNAPSHOT_OF}`, ['shop']],
      ],
    ],
    ['DeleteSnapshots', [['StringEquals', `aws:ResourceTag/${SNAPSHOT_OF}`, ['shop']]]],
    [
      'SuspendScaling',
      [
        ['StringEquals', 'application-autoscaling:service-namespace', ['ecs']],
        ['StringEquals', 'application-autoscaling:scalable-dimension', ['ecs:service:DesiredCount']],
      ],
    ],
    [
      'MarkSuspension',
      [
        [
          'ForAllValues:StringEquals',
          'aws:TagKeys',
          ['cutover:suspended-from', 'cutover:suspended-until', 'cutover:run'],
        ],
      ],
    ],
    ['Decide', [['StringEquals', 'aws:RequestedRegion', ['us-east-1']]]],
    ['TaskDefinitions', [['StringEquals', 'aws:RequestedRegion', ['us-east-1']]]],
    ['PassRoles', [['StringEquals', 'iam:PassedToService', ['ecs-tasks.amazonaws.com']]]],
    [
      'RunTasks',
      [['ArnEquals', 'ecs:cluster', ['arn:aws:ecs:us-east-1:123456789012:cluster/shop-Cluster-1']]],
    ],
  ])('%s', (sid, conditions) => {
    const statement = STATEMENTS.find((one) => one.role === 'DeployRole' && one.sid === sid);
    expect(statement?.conditions).toEqual(conditions);
  });

  test.each([
    ['SaveDatabase', /:(?:db|cluster):shop$|snapshot:cutover-\*$/],
    ['CheckDatabaseSecret', /:secret:DatabaseSecret-/],
    ['DeleteSnapshots', /snapshot:cutover-\*$/],
    ['CheckSecrets', /:secret:shop\/token-AbCdEf$/],
    ['ScaleService', /:service\/shop-Cluster-1\/shop-Service-1$/],
    ['FollowTasks', /:(?:task|container-instance)\/shop-Cluster-1\/\*$/],
    ['MaintenancePage', /:listener(?:-rule)?\/app\/shop\/1\/\*$/],
  ])('%s to what the stack names', (sid, pattern) => {
    const statement = STATEMENTS.find((one) => one.role === 'DeployRole' && one.sid === sid);
    expect(statement?.resources.length).toBeGreaterThan(0);
    for (const resource of statement?.resources ?? []) expect(resource).toMatch(pattern);
  });
});

test('the role of CodeDeploy lists what CodeDeploy does to a service, its task sets and its listeners', () => {
  const allowed = STATEMENTS.filter(({ role }) => role === 'CodeDeployRole');
  // Source: AWS's policy AWSCodeDeployRoleForECS, without topics and revisions in S3, which this stack doesn't use.
  expect(allowed.flatMap(({ actions }) => actions).toSorted()).toEqual([
    'cloudwatch:DescribeAlarms',
    'ecs:CreateTaskSet',
    'ecs:DeleteTaskSet',
    'ecs:DescribeServices',
    'ecs:UpdateServicePrimaryTaskSet',
    'elasticloadbalancing:DescribeListeners',
    'elasticloadbalancing:DescribeRules',
    'elasticloadbalancing:DescribeTargetGroups',
    'elasticloadbalancing:ModifyListener',
    'elasticloadbalancing:ModifyRule',
    'iam:PassRole',
    'lambda:InvokeFunction',
  ]);
  const sets = allowed.find(({ actions }) => actions.includes('ecs:CreateTaskSet'));
  expect(sets?.resources).toContain(
    'arn:aws:ecs:us-east-1:123456789012:task-set/shop-Cluster-1/shop-Service-1/*',
  );
});
