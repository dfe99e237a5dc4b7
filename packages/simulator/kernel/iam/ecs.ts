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

const ofService =
  (action: string): Row =>
  (input, account) => {
    const [service = ''] = below('service', [text(input['service'])], input, account);
    const sets = [input['taskSet'], input['primaryTaskSet'], ...texts(input['taskSets'])]
      .map(text)
      .filter((set) => set !== '')
      .map((set) =>
        set.startsWith('arn:')
          ? set
          : account.arn('ecs', `task-set/${clusterName(input)}/${last(service)}/${last(set)}`),
      );
    return [
      needs(`ecs:${action}`, sets.length === 0 ? [service] : sets, {
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
  UpdateService: inCluster('UpdateService', 'service', 'service'),
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
  DeleteCluster: onCluster('DeleteCluster'),
  PutClusterCapacityProviders: onCluster('PutClusterCapacityProviders'),
  CreateTaskSet: ofService('CreateTaskSet'),
  UpdateTaskSet: ofService('UpdateTaskSet'),
  DeleteTaskSet: ofService('DeleteTaskSet'),
  DescribeTaskSets: ofService('DescribeTaskSets'),
  UpdateServicePrimaryTaskSet: ofService('UpdateServicePrimaryTaskSet'),
  TagResource: tagged('TagResource'),
  UntagResource: tagged('UntagResource'),
  ListTagsForResource: tagged('ListTagsForResource'),
};
