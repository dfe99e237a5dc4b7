import { partitionOf } from './identity/region.ts';

/** Host of the AWS console of a partition. */
const HOSTS: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-eusc': 'console.amazonaws-eusc.eu',
};

export type ConsolePage =
  | { readonly kind: 'deployment'; readonly id: string }
  | { readonly kind: 'service'; readonly cluster: string; readonly service: string }
  | {
      readonly kind: 'serviceDeployment';
      readonly cluster: string;
      readonly service: string;
      readonly id: string;
    }
  | { readonly kind: 'task'; readonly cluster: string; readonly taskId: string }
  | { readonly kind: 'taskDefinition'; readonly family: string; readonly revision: string }
  | { readonly kind: 'targetGroup'; readonly arn: string }
  | { readonly kind: 'logStream'; readonly group: string; readonly stream: string }
  | { readonly kind: 'logGroup'; readonly group: string }
  | { readonly kind: 'stack'; readonly id: string }
  | { readonly kind: 'repository'; readonly account: string; readonly name: string }
  | { readonly kind: 'cluster'; readonly cluster: string }
  | { readonly kind: 'deploymentGroup'; readonly application: string; readonly group: string }
  | { readonly kind: 'deploymentApplications' }
  | { readonly kind: 'loadBalancer'; readonly arn: string }
  | { readonly kind: 'role'; readonly name: string }
  | { readonly kind: 'subnets' }
  | { readonly kind: 'securityGroup'; readonly id: string }
  | { readonly kind: 'alarm'; readonly name: string };

/** Whether an address leads to the AWS console. */
export function isConsole(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return Object.values(HOSTS).some((console) => host === console || host.endsWith(`.${console}`));
}

/** The only place that builds console links, for every partition. */
export function consoleLink(region: string, page: ConsolePage): string {
  const base = `https://${region}.${HOSTS[partitionOf(region)] ?? 'console.aws.amazon.com'}`;
  const encode = encodeURIComponent;
  switch (page.kind) {
    case 'deployment':
      return `${base}/codesuite/codedeploy/deployments/${encode(page.id)}?region=${region}`;
    case 'service':
      return `${base}/ecs/v2/clusters/${encode(page.cluster)}/services/${encode(page.service)}/health?region=${region}`;
    case 'serviceDeployment':
      return `${base}/ecs/v2/clusters/${encode(page.cluster)}/services/${encode(page.service)}/deployments/${encode(page.id)}?region=${region}`;
    case 'task':
      return `${base}/ecs/v2/clusters/${encode(page.cluster)}/tasks/${encode(page.taskId)}?region=${region}`;
    case 'taskDefinition':
      return `${base}/ecs/v2/task-definitions/${encode(page.family)}/${encode(page.revision)}?region=${region}`;
    case 'targetGroup':
      return `${base}/ec2/home?region=${region}#TargetGroup:targetGroupArn=${page.arn}`;
    case 'logStream':
      // The console expects the names encoded twice, with $ for %.
      return `${base}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${twice(page.group)}/log-events/${twice(page.stream)}`;
    case 'logGroup':
      return `${base}/cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${twice(page.group)}`;
    case 'stack':
      return `${base}/cloudformation/home?region=${region}#/stacks/stackinfo?stackId=${encode(page.id)}`;
    case 'repository':
      return `${base}/ecr/repositories/private/${page.account}/${page.name}?region=${region}`;
    case 'cluster':
      return `${base}/ecs/v2/clusters/${encode(page.cluster)}/services?region=${region}`;
    case 'deploymentGroup':
      return `${base}/codesuite/codedeploy/applications/${encode(page.application)}/deployment-groups/${encode(page.group)}?region=${region}`;
    case 'deploymentApplications':
      return `${base}/codesuite/codedeploy/applications?region=${region}`;
    case 'loadBalancer':
      return `${base}/ec2/home?region=${region}#LoadBalancer:loadBalancerArn=${page.arn};tab=listeners`;
    case 'role':
      return `${base}/iam/home?region=${region}#/roles/details/${encode(page.name)}?section=permissions`;
    case 'subnets':
      return `${base}/vpcconsole/home?region=${region}#subnets:`;
    case 'securityGroup':
      return `${base}/ec2/home?region=${region}#SecurityGroup:groupId=${page.id}`;
    case 'alarm':
      return `${base}/cloudwatch/home?region=${region}#alarmsV2:alarm/${encode(page.name)}`;
  }
}

function twice(name: string): string {
  return encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$');
}
