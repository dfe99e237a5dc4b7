import {
  type Account,
  type IamCall,
  type Input,
  needs,
  passes,
  type Row,
  type Table,
  text,
  texts,
} from './call.ts';

const TASKS = 'ecs-tasks.amazonaws.com';

function last(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

function clusterName(input: Input): string {
  return last(text(input['cluster']) || 'default');
}

function cluster(input: Input, account: Account): string {
  return account.arn('ecs', `cluster/${clusterName(input)}`);
}

/** `kind/cluster/id` of everything that the request names; ARNs stay as they are. */
function below(kind: string, references: readonly string[], input: Input, account: Account): string[] {
  return references.map((reference) =>
    reference.startsWith('arn:')
      ? reference
      : account.arn('ecs', `${kind}/${clusterName(input)}/${last(reference)}`),
  );
}

function definition(input: Input, account: Account): string {
  const reference = text(input['taskDefinition']);
  return account.lookup('ecs', 'definition', reference) ?? account.arn('ecs', `task-definition/${reference}`);
}

/** Roles with which ECS itself makes volumes: RunTask passes them to ECS, not to the tasks. */
function volumeRoles(input: Input): unknown[] {
  const volumes = input['volumeConfigurations'];
  return Array.isArray(volumes)
    ? volumes.map((volume: Input) => ((volume['managedEBSVolume'] ?? {}) as Input)['roleArn'])
    : [];
}

/** Roles that ECS itself takes on: for listener rules and for Lambda hooks. */
function serviceRoles(input: Input): unknown[] {
  const balancers = input['loadBalancers'];
  const configuration = (input['deploymentConfiguration'] ?? {}) as Input;
  const hooks = configuration['lifecycleHooks'];
  return [
    ...(Array.isArray(balancers)
      ? balancers.map((one: Input) => ((one['advancedConfiguration'] ?? {}) as Input)['roleArn'])
      : []),
    ...(Array.isArray(hooks) ? hooks.map((one: Input) => one['roleArn']) : []),
  ];
}

/** IAM checks these against the service and against the deployments or revisions that are named. */
const onService =
  (action: string, member: string): Row =>
  (input) => {
    const value = input[member];
    const arns = typeof value === 'string' ? [value] : texts(value);
    // `service-deployment/CLUSTER/SERVICE/ID`
    const services = arns.map((arn) =>
      arn.replace(/:service-(?:deployment|revision)\//, ':service/').replace(/\/[^/]*$/, ''),
    );
    const clusters = services.map((arn) => arn.replace(':service/', ':cluster/').replace(/\/[^/]*$/, ''));
    return [
      needs(`ecs:${action}`, [...new Set([...services, ...arns])], {
        ...(clusters.length === 0 ? {} : { 'ecs:cluster': [...new Set(clusters)] }),
        ...(services.length === 0 ? {} : { 'ecs:service': [...new Set(services)] }),
      }),
    ];
  };

/** Tags at creation need a permission of their own. */
function tagging(input: Input, action: string, resources: readonly string[]): IamCall[] {
  const tags = input['tags'];
  if (!Array.isArray(tags) || tags.length === 0) return [];
  return [needs('ecs:TagResource', resources, { 'ecs:CreateAction': action })];
}

const inCluster =
  (action: string, kind: string, member: string): Row =>
  (input, account) => {
    const value = input[member];
    const references = typeof value === 'string' ? [value] : texts(value);
    return [
      needs(`ecs:${action}`, below(kind, references, input, account), {
        'ecs:cluster': cluster(input, account),
      }),
    ];
  };

const onCluster =
  (action: string): Row =>
  (input, account) => [needs(`ecs:${action}`, [cluster(input, account)])];

const tagged =
  (action: string): Row =>
  (input) => [needs(`ecs:${action}`, [text(input['resourceArn'])])];

/** IAM checks these against task sets: those that are named, or any of the service. */
const onTaskSets =
  (action: string): Row =>
  (input, account) => {
    const [service = ''] = below('service', [text(input['service'])], input, account);
    const named = [input['taskSet'], ...texts(input['taskSets'])].map(text).filter((set) => set !== '');
    const sets = (named.length === 0 ? ['*'] : named).map((set) =>
      set.startsWith('arn:')
        ? set
        : account.arn('ecs', `task-set/${clusterName(input)}/${last(service)}/${last(set)}`),
    );
    return [
      needs(`ecs:${action}`, sets, {
        'ecs:cluster': cluster(input, account),
        'ecs:service': service,
      }),
    ];
  };

/** Source: the service authorization reference, "Actions, resources, and condition keys for Amazon ECS". */
export const ecs: Table = {
  RunTask: (input, account) => {
    const resource = definition(input, account);
    const overrides = (input['overrides'] ?? {}) as Input;
    return [
      needs('ecs:RunTask', [resource], { 'ecs:cluster': cluster(input, account) }),
      ...tagging(input, 'RunTask', [account.arn('ecs', `task/${clusterName(input)}/*`)]),
      ...passes(
        [
          ...(account.lookup('ecs', 'roles', text(input['taskDefinition'])) ?? '').split(' '),
          overrides['taskRoleArn'],
          overrides['executionRoleArn'],
        ],
        TASKS,
      ),
      ...passes(volumeRoles(input), 'ecs.amazonaws.com'),
    ];
  },
  RegisterTaskDefinition: (input, account) => {
    const revisions = [account.arn('ecs', `task-definition/${text(input['family'])}:*`)];
    return [
      needs('ecs:RegisterTaskDefinition', revisions),
      ...tagging(input, 'RegisterTaskDefinition', revisions),
      ...passes([input['taskRoleArn'], input['executionRoleArn']], TASKS),
    ];
  },
  CreateService: (input, account) => {
    const services = below('service', [text(input['serviceName'])], input, account);
    return [
      needs('ecs:CreateService', services, { 'ecs:cluster': cluster(input, account) }),
      ...tagging(input, 'CreateService', services),
      ...passes(serviceRoles(input), 'ecs.amazonaws.com'),
    ];
  },
  CreateCluster: (input, account) => {
    const clusters = [account.arn('ecs', `cluster/${text(input['clusterName']) || 'default'}`)];
    return [needs('ecs:CreateCluster', clusters), ...tagging(input, 'CreateCluster', clusters)];
  },
  DescribeClusters: (input, account) => [
    needs(
      'ecs:DescribeClusters',
      texts(input['clusters']).map((name) => account.arn('ecs', `cluster/${last(name)}`)),
    ),
  ],
  DescribeServices: inCluster('DescribeServices', 'service', 'services'),
  UpdateService: (input, account) => [
    ...inCluster('UpdateService', 'service', 'service')(input, account),
    ...passes(serviceRoles(input), 'ecs.amazonaws.com'),
  ],
  ListServiceDeployments: inCluster('ListServiceDeployments', 'service', 'service'),
  DescribeServiceDeployments: onService('DescribeServiceDeployments', 'serviceDeploymentArns'),
  StopServiceDeployment: onService('StopServiceDeployment', 'serviceDeploymentArn'),
  ContinueServiceDeployment: onService('ContinueServiceDeployment', 'serviceDeploymentArn'),
  DescribeServiceRevisions: onService('DescribeServiceRevisions', 'serviceRevisionArns'),
  DeleteService: inCluster('DeleteService', 'service', 'service'),
  DescribeTasks: inCluster('DescribeTasks', 'task', 'tasks'),
  StopTask: inCluster('StopTask', 'task', 'task'),
  ListTasks: (input, account) => [
    needs('ecs:ListTasks', [account.arn('ecs', `container-instance/${clusterName(input)}/*`)], {
      'ecs:cluster': cluster(input, account),
    }),
  ],
  ListServices: (input, account) => [
    needs('ecs:ListServices', [], { 'ecs:cluster': cluster(input, account) }),
  ],
  DeleteTaskDefinitions: (input, account) => [
    needs(
      'ecs:DeleteTaskDefinitions',
      texts(input['taskDefinitions']).map((reference) => definition({ taskDefinition: reference }, account)),
    ),
  ],
  DescribeCapacityProviders: (input, account) => [
    needs(
      'ecs:DescribeCapacityProviders',
      (texts(input['capacityProviders']).length === 0 ? ['*'] : texts(input['capacityProviders'])).map(
        (name) => account.arn('ecs', `capacity-provider/${last(name)}`),
      ),
    ),
  ],
  ExecuteCommand: (input, account) => [
    needs(
      'ecs:ExecuteCommand',
      [cluster(input, account), ...below('task', [text(input['task'])], input, account)],
      {
        'ecs:cluster': cluster(input, account),
        'ecs:container-name': text(input['container']),
      },
    ),
  ],
  GetTaskProtection: inCluster('GetTaskProtection', 'task', 'tasks'),
  UpdateTaskProtection: inCluster('UpdateTaskProtection', 'task', 'tasks'),
  DeleteCluster: onCluster('DeleteCluster'),
  PutClusterCapacityProviders: onCluster('PutClusterCapacityProviders'),
  CreateTaskSet: onTaskSets('CreateTaskSet'),
  UpdateTaskSet: onTaskSets('UpdateTaskSet'),
  DeleteTaskSet: onTaskSets('DeleteTaskSet'),
  DescribeTaskSets: onTaskSets('DescribeTaskSets'),
  UpdateServicePrimaryTaskSet: inCluster('UpdateServicePrimaryTaskSet', 'service', 'service'),
  TagResource: tagged('TagResource'),
  UntagResource: tagged('UntagResource'),
  ListTagsForResource: tagged('ListTagsForResource'),
};
