import { expect, test } from '@jest/globals';
import { consoleLink, type ConsolePage } from './console.ts';
import { partitionOf } from './identity/region.ts';

test.each([
  ['us-east-1', 'aws', 'https://us-east-1.console.aws.amazon.com/'],
  ['cn-north-1', 'aws-cn', 'https://cn-north-1.console.amazonaws.cn/'],
  ['us-gov-west-1', 'aws-us-gov', 'https://us-gov-west-1.console.amazonaws-us-gov.com/'],
  ['eusc-de-east-1', 'aws-eusc', 'https://eusc-de-east-1.console.amazonaws-eusc.eu/'],
])('%s is of partition %s and has its console', (region, partition, host) => {
  expect(partitionOf(region)).toBe(partition);
  expect(consoleLink(region, { kind: 'deployment', id: 'd-ABCDEFGHI' })).toBe(
    `${host}codesuite/codedeploy/deployments/d-ABCDEFGHI?region=${region}`,
  );
});

const GROUP = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/blue/0123456789abcdef';
const BALANCER = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/web/0123456789abcdef';

test.each<[ConsolePage, string]>([
  [{ kind: 'deployment', id: 'd-ABC' }, 'codesuite/codedeploy/deployments/d-ABC?region=us-east-1'],
  [
    { kind: 'service', cluster: 'shop', service: 'web' },
    'ecs/v2/clusters/shop/services/web/health?region=us-east-1',
  ],
  [{ kind: 'task', cluster: 'shop', taskId: '0a1b' }, 'ecs/v2/clusters/shop/tasks/0a1b?region=us-east-1'],
  [
    { kind: 'taskDefinition', family: 'web', revision: '7' },
    'ecs/v2/task-definitions/web/7?region=us-east-1',
  ],
  [{ kind: 'targetGroup', arn: GROUP }, `ec2/home?region=us-east-1#TargetGroup:targetGroupArn=${GROUP}`],
  [
    { kind: 'logStream', group: '/ecs/shop', stream: 'ecs/app/0a1b' },
    'cloudwatch/home?region=us-east-1#logsV2:log-groups/log-group/$252Fecs$252Fshop/log-events/ecs$252Fapp$252F0a1b',
  ],
  [
    { kind: 'stack', id: 'arn:aws:cloudformation:us-east-1:123456789012:stack/shop/1' },
    'cloudformation/home?region=us-east-1#/stacks/stackinfo?stackId=arn%3Aaws%3Acloudformation%3Aus-east-1%3A123456789012%3Astack%2Fshop%2F1',
  ],
  [
    { kind: 'repository', account: '123456789012', name: 'team/app' },
    'ecr/repositories/private/123456789012/team/app?region=us-east-1',
  ],
  [{ kind: 'cluster', cluster: 'shop' }, 'ecs/v2/clusters/shop/services?region=us-east-1'],
  [
    { kind: 'deploymentGroup', application: 'AppECS-shop', group: 'Dgp+ECS' },
    'codesuite/codedeploy/applications/AppECS-shop/deployment-groups/Dgp%2BECS?region=us-east-1',
  ],
  [{ kind: 'deploymentApplications' }, 'codesuite/codedeploy/applications?region=us-east-1'],
  [
    { kind: 'loadBalancer', arn: BALANCER },
    `ec2/home?region=us-east-1#LoadBalancer:loadBalancerArn=${BALANCER};tab=listeners`,
  ],
  [
    { kind: 'role', name: 'deploy@shop' },
    'iam/home?region=us-east-1#/roles/details/deploy%40shop?section=permissions',
  ],
  [{ kind: 'subnets' }, 'vpcconsole/home?region=us-east-1#subnets:'],
  [{ kind: 'securityGroup', id: 'sg-1' }, 'ec2/home?region=us-east-1#SecurityGroup:groupId=sg-1'],
  [{ kind: 'alarm', name: 'web 5xx' }, 'cloudwatch/home?region=us-east-1#alarmsV2:alarm/web%205xx'],
])('the page %j', (page, path) => {
  expect(consoleLink('us-east-1', page)).toBe(`https://us-east-1.console.aws.amazon.com/${path}`);
});
