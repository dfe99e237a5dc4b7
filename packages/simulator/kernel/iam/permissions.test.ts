import { expect, test } from '@jest/globals';
import { permissions } from './permissions.ts';

const A = ':us-east-1:123456789012:';
const known: Readonly<Record<string, string>> = {
  'ecs definition web': `arn:aws:ecs${A}task-definition/web:7`,
  'ecs roles web': 'arn:aws:iam::123456789012:role/task arn:aws:iam::123456789012:role/execution',
  'codedeploy group d-ABCDEFGHI': `arn:aws:codedeploy${A}deploymentgroup:shop/web`,
  [`codedeploy config arn:aws:codedeploy${A}deploymentgroup:shop/web`]: 'CodeDeployDefault.ECSAllAtOnce',
  'cloudformation stack shop': `arn:aws:cloudformation${A}stack/shop/0a`,
};
const account = {
  arn: (service: string, resource: string) => `arn:aws:${service}${A}${resource}`,
  lookup: (service: string, what: string, id: string) => known[`${service} ${what} ${id}`],
};
const CLUSTER = `arn:aws:ecs${A}cluster/shop`;

/** Each permission as one line: the action, its resources, its conditions. */
function lines(service: string, operation: string, input: object): string[] {
  return permissions(service, operation, input, account).map(({ action, resources, conditions }) =>
    [
      action,
      resources.join(' '),
      ...Object.entries(conditions).map(([key, value]) => `${key}=${String(value)}`),
    ].join(' '),
  );
}

test.each<[string, object, string[]]>([
  [
    'ecs:RunTask',
    { cluster: 'shop', taskDefinition: 'web', tags: [{ key: 'a', value: 'b' }] },
    [
      `ecs:RunTask arn:aws:ecs${A}task-definition/web:7 ecs:cluster=${CLUSTER}`,
      `ecs:TagResource arn:aws:ecs${A}task/shop/* ecs:CreateAction=RunTask`,
      'iam:PassRole arn:aws:iam::123456789012:role/task arn:aws:iam::123456789012:role/execution iam:PassedToService=ecs-tasks.amazonaws.com',
    ],
  ],
  [
    'ecs:RunTask',
    {
      cluster: 'shop',
      taskDefinition: 'web',
      volumeConfigurations: [
        { name: 'scratch', managedEBSVolume: { roleArn: 'arn:aws:iam::123456789012:role/volumes' } },
      ],
    },
    [
      `ecs:RunTask arn:aws:ecs${A}task-definition/web:7 ecs:cluster=${CLUSTER}`,
      'iam:PassRole arn:aws:iam::123456789012:role/task arn:aws:iam::123456789012:role/execution iam:PassedToService=ecs-tasks.amazonaws.com',
      'iam:PassRole arn:aws:iam::123456789012:role/volumes iam:PassedToService=ecs.amazonaws.com',
    ],
  ],
  [
    'ecs:RegisterTaskDefinition',
    { family: 'web', executionRoleArn: 'arn:aws:iam::123456789012:role/execution' },
    [
      `ecs:RegisterTaskDefinition arn:aws:ecs${A}task-definition/web:*`,
      'iam:PassRole arn:aws:iam::123456789012:role/execution iam:PassedToService=ecs-tasks.amazonaws.com',
    ],
  ],
  [
    'ecs:DescribeServices',
    { cluster: CLUSTER, services: ['web', `arn:aws:ecs${A}service/shop/api`] },
    [
      `ecs:DescribeServices arn:aws:ecs${A}service/shop/web arn:aws:ecs${A}service/shop/api ecs:cluster=${CLUSTER}`,
    ],
  ],
  ['ecs:DescribeTaskDefinition', { taskDefinition: 'web' }, ['ecs:DescribeTaskDefinition *']],
  [
    'ecs:UpdateService',
    {
      cluster: 'shop',
      service: 'web',
      loadBalancers: [
        { advancedConfiguration: { roleArn: 'arn:aws:iam::123456789012:role/infrastructure' } },
      ],
      deploymentConfiguration: { lifecycleHooks: [{ roleArn: 'arn:aws:iam::123456789012:role/hooks' }] },
    },
    [
      `ecs:UpdateService arn:aws:ecs${A}service/shop/web ecs:cluster=${CLUSTER}`,
      'iam:PassRole arn:aws:iam::123456789012:role/infrastructure arn:aws:iam::123456789012:role/hooks iam:PassedToService=ecs.amazonaws.com',
    ],
  ],
  [
    'ecs:StopServiceDeployment',
    { serviceDeploymentArn: `arn:aws:ecs${A}service-deployment/shop/web/pAqFD3ipH3ItQ5wt3lJOy1` },
    [
      `ecs:StopServiceDeployment arn:aws:ecs${A}service/shop/web arn:aws:ecs${A}service-deployment/shop/web/pAqFD3ipH3ItQ5wt3lJOy1 ecs:cluster=${CLUSTER} ecs:service=arn:aws:ecs${A}service/shop/web`,
    ],
  ],
  [
    'codedeploy:CreateDeployment',
    { applicationName: 'shop', deploymentGroupName: 'web' },
    [
      `codedeploy:CreateDeployment arn:aws:codedeploy${A}deploymentgroup:shop/web`,
      `codedeploy:GetDeploymentConfig arn:aws:codedeploy${A}deploymentconfig:CodeDeployDefault.ECSAllAtOnce`,
      `codedeploy:GetApplicationRevision arn:aws:codedeploy${A}application:shop`,
      `codedeploy:RegisterApplicationRevision arn:aws:codedeploy${A}application:shop`,
    ],
  ],
  [
    'codedeploy:GetDeployment',
    { deploymentId: 'd-ABCDEFGHI' },
    [`codedeploy:GetDeployment arn:aws:codedeploy${A}deploymentgroup:shop/web`],
  ],
  ['codedeploy:StopDeployment', { deploymentId: 'd-ABCDEFGHI' }, ['codedeploy:StopDeployment *']],
  ['ecr:GetAuthorizationToken', {}, ['ecr:GetAuthorizationToken *']],
  ['ecr:PutImage', { repositoryName: 'shop/web' }, [`ecr:PutImage arn:aws:ecr${A}repository/shop/web`]],
  [
    'application-autoscaling:RegisterScalableTarget',
    {
      ServiceNamespace: 'ecs',
      ResourceId: 'service/shop/web',
      ScalableDimension: 'ecs:service:DesiredCount',
    },
    [
      `application-autoscaling:RegisterScalableTarget arn:aws:application-autoscaling${A}scalable-target/* application-autoscaling:service-namespace=ecs application-autoscaling:scalable-dimension=ecs:service:DesiredCount`,
      `ecs:DescribeServices arn:aws:ecs${A}service/shop/web`,
      `ecs:UpdateService arn:aws:ecs${A}service/shop/web`,
    ],
  ],
  [
    'application-autoscaling:DescribeScalableTargets',
    { ServiceNamespace: 'ecs' },
    ['application-autoscaling:DescribeScalableTargets *'],
  ],
  ['cloudwatch:DescribeAlarms', {}, ['cloudwatch:DescribeAlarms *']],
  [
    'cloudwatch:SetAlarmState',
    { AlarmName: 'errors' },
    [`cloudwatch:SetAlarmState arn:aws:cloudwatch${A}alarm:errors`],
  ],
  [
    'logs:GetLogEvents',
    { logGroupName: '/shop', logStreamName: 'a/b' },
    [`logs:GetLogEvents arn:aws:logs${A}log-group:/shop:log-stream:a/b`],
  ],
  ['elasticloadbalancing:DescribeRules', { ListenerArn: 'arn:x' }, ['elasticloadbalancing:DescribeRules *']],
  [
    'elasticloadbalancing:ModifyListener',
    { ListenerArn: 'arn:x' },
    ['elasticloadbalancing:ModifyListener arn:x'],
  ],
  [
    'cloudformation:CreateChangeSet',
    { StackName: 'shop', ChangeSetName: 'change', RoleARN: 'arn:role' },
    [
      `cloudformation:CreateChangeSet arn:aws:cloudformation${A}stack/shop/0a cloudformation:ChangeSetName=change`,
      'iam:PassRole arn:role iam:PassedToService=cloudformation.amazonaws.com',
    ],
  ],
  ['sts:GetCallerIdentity', {}, []],
])('%s %j', (call, input, expected) => {
  const [service = '', operation = ''] = call.split(':');
  expect(lines(service, operation, input)).toEqual(expected);
});

test('odd input does not disturb the record', () => {
  for (const input of [null, 'text', { cluster: 7, tasks: [null], services: {} }])
    expect(permissions('ecs', 'DescribeTasks', input, account)[0]?.action).toBe('ecs:DescribeTasks');
});
