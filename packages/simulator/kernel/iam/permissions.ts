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
import { codedeploy } from './codedeploy.ts';
import { ecs } from './ecs.ts';
import { events } from './events.ts';
import { iam, secretsmanager, ssm } from './identity.ts';
import { rds } from './rds.ts';

/** Every action on repositories; GetAuthorizationToken and account settings know none. */
const ecr: Row = (input, account) => {
  const names = [text(input['repositoryName']), ...texts(input['repositoryNames'])].filter(
    (name) => name !== '',
  );
  const tagged = text(input['resourceArn']);
  return [
    needs('', [
      ...names.map((name) => account.arn('ecr', `repository/${name}`)),
      ...(tagged === '' ? [] : [tagged]),
    ]),
  ];
};

/** ECR Public's token needs a right of STS beside its own. */
const ecrPublic = (operation: string): Row => {
  if (operation === 'GetAuthorizationToken')
    return () => [needs('', []), needs('sts:GetServiceBearerToken', [])];
  return (input, account) => {
    const names = [text(input['repositoryName']), ...texts(input['repositoryNames'])].filter(
      (name) => name !== '',
    );
    const arns = names.map((name) =>
      account.arn('ecr-public', `repository/${name}`).replace(/(:ecr-public:)[^:]*/, '$1'),
    );
    return [needs('', arns)];
  };
};

const logs: Row = (input, account) => {
  const identifier = text(input['logGroupName']) || text(input['logGroupIdentifier']);
  const given = text(input['resourceArn']) || (identifier.startsWith('arn:') ? identifier : '');
  const group =
    given !== ''
      ? given.replace(/:\*$/, '')
      : identifier === ''
        ? ''
        : account.arn('logs', `log-group:${identifier}`);
  const stream = text(input['logStreamName']);
  if (group === '') return [needs('', [])];
  return [needs('', [stream === '' ? `${group}:*` : `${group}:log-stream:${stream}`])];
};

/** Reads know no resource; what changes something is checked against what it names. */
const elb = (operation: string): Row => {
  if (operation.startsWith('Describe')) return () => [needs('', [])];
  const below =
    (kind: string): Row =>
    (input, account) => [
      needs('', [account.arn('elasticloadbalancing', `${kind}/${text(input['Name'])}/*`)]),
    ];
  if (operation === 'CreateLoadBalancer') return below('loadbalancer/app');
  if (operation === 'CreateTargetGroup') return below('targetgroup');
  if (operation === 'CreateRule') {
    return (input) => {
      const listener = text(input['ListenerArn']);
      const tags = input['Tags'];
      const rule = `${listener.replace(':listener/', ':listener-rule/')}/*`;
      return [
        needs('', [listener]),
        ...(Array.isArray(tags) && tags.length > 0
          ? [
              needs('elasticloadbalancing:AddTags', [rule], {
                'elasticloadbalancing:CreateAction': 'CreateRule',
              }),
            ]
          : []),
      ];
    };
  }
  return (input) => [
    needs('', [
      ...['RuleArn', 'ListenerArn', 'TargetGroupArn', 'LoadBalancerArn']
        .map((member) => text(input[member]))
        .filter((arn) => arn !== '')
        .slice(0, 1),
      ...texts(input['ResourceArns']),
      ...(Array.isArray(input['RulePriorities'])
        ? input['RulePriorities'].map((item) => text((item as Input)['RuleArn']))
        : []),
    ]),
  ];
};

/** Calls about a stack, of which these alone know a condition key for the name of a change set. */
const NAMES_CHANGE_SET = /^(Create|Delete|Describe|Execute)ChangeSet$/;

const cloudformation =
  (operation: string): Row =>
  (input, account) => {
    const change = text(input['ChangeSetName']);
    const name =
      text(input['StackName']) || text(input['StackId']) || (change.startsWith('arn:') ? change : '');
    const arn = name.startsWith('arn:')
      ? name
      : name === ''
        ? undefined
        : (account.lookup('cloudformation', 'stack', name) ??
          account.arn('cloudformation', `stack/${name}/*`));
    return [
      needs(
        '',
        arn === undefined ? [] : [arn],
        change === '' || change.startsWith('arn:') || !NAMES_CHANGE_SET.test(operation)
          ? {}
          : { 'cloudformation:ChangeSetName': change },
      ),
      ...passes([input['RoleARN']], 'cloudformation.amazonaws.com'),
    ];
  };

/** Alarms by their names; DescribeAlarms without names is about all of them. */
const cloudwatch: Row = (input, account) => {
  const names = [text(input['AlarmName']), ...texts(input['AlarmNames'])].filter((name) => name !== '');
  return [
    needs(
      '',
      names.map((name) => account.arn('cloudwatch', `alarm:${name}`)),
    ),
  ];
};

/** The keys that every service sets for the tags of a request. */
function tagConditions(input: Input): IamCall['conditions'] {
  const keys = [...Object.keys(input['Tags'] ?? {}), ...texts(input['TagKeys'])];
  return keys.length === 0 ? {} : { 'aws:TagKeys': keys };
}

/** Describe calls know no resource; what changes a scalable target is checked against it. */
const autoscaling = (operation: string): Row => {
  if (operation.startsWith('Describe')) return () => [needs('', [])];
  return (input, account) => {
    const arn =
      text(input['ResourceARN']) ||
      (account.lookup('application-autoscaling', 'target', text(input['ResourceId'])) ??
        account.arn('application-autoscaling', 'scalable-target/*'));
    const conditions = {
      ...(operation === 'RegisterScalableTarget' && {
        'application-autoscaling:service-namespace': text(input['ServiceNamespace']),
        'application-autoscaling:scalable-dimension': text(input['ScalableDimension']),
      }),
      ...tagConditions(input),
    };
    // The service checks that its caller could do itself what it will do.
    const scales = operation === 'RegisterScalableTarget' && text(input['ServiceNamespace']) === 'ecs';
    const service = account.arn('ecs', text(input['ResourceId']));
    return [
      needs('', [arn], conditions),
      ...(scales ? [needs('ecs:DescribeServices', [service]), needs('ecs:UpdateService', [service])] : []),
    ];
  };
};

const TABLES: Readonly<Record<string, Table>> = { ecs, codedeploy, events, rds, iam, secretsmanager, ssm };

/**
 * The permissions that a call needs: its own action first, then those that it implies (`iam:PassRole`, tags at creation).
 * Empty for STS, whose calls the simulator knows need none.
 */
export function permissions(
  service: string,
  operation: string,
  input: unknown,
  account: Account,
): readonly IamCall[] {
  if (service === 'sts') return [];
  const given = (typeof input === 'object' && input !== null ? input : {}) as Input;
  const row = rowOf(service, operation);
  return row(given, account).map((call) =>
    call.action === '' ? { ...call, action: `${service}:${operation}` } : call,
  );
}

function rowOf(service: string, operation: string): Row {
  const own = TABLES[service];
  const row = own !== undefined && Object.hasOwn(own, operation) ? own[operation] : undefined;
  if (row !== undefined) return row;
  if (service === 'ecr') return ecr;
  if (service === 'ecr-public') return ecrPublic(operation);
  if (service === 'logs') return logs;
  // Classic metrics belong to the account's default data set.
  if (service === 'cloudwatch' && operation === 'GetMetricData')
    return (_, account) => [needs('', [account.arn('cloudwatch', 'dataset/default')])];
  if (service === 'cloudwatch') return cloudwatch;
  if (service === 'application-autoscaling') return autoscaling(operation);
  if (service === 'elasticloadbalancing') return elb(operation);
  if (service === 'cloudformation') return cloudformation(operation);
  return () => [needs('', [])];
}
