import { AWS_PLACES, rowsAt, type Recogniser } from '../recogniser.ts';

/** Further refusals of ECS and of the services around it. */
export const ECS_API_MORE: readonly Recogniser[] = rowsAt(AWS_PLACES, [
  {
    id: 'service-connect-name-taken',
    patterns: [/SC service is already used by (?<resource>\S{1,200})/],
    cause:
      'A Service Connect name is used twice in the namespace ({resource|see the message}): another service or a leftover has it.',
    fix: 'Choose another discoveryName or client alias, or delete the service that holds it.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html',
  },
  {
    id: 'namespace-missing',
    patterns: [/NamespaceNotFoundException|Failed to retrieve namespace for (?<namespace>[\w.:/-]{1,160})/],
    cause: 'The Cloud Map namespace {namespace|} does not exist in this region and account.',
    fix: 'Create it (aws servicediscovery create-http-namespace), or give its full ARN.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html',
  },
  {
    id: 'execution-role-for-logs',
    patterns: [
      /Fargate requires task definition to have execution role ARN to support (?<what>[^\n.]{1,120})/,
    ],
    cause:
      'The task definition has no execution role, which Fargate needs for {what|the log driver, ECR or secrets}.',
    fix: 'Set executionRoleArn to a role with AmazonECSTaskExecutionRolePolicy.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html',
  },
  {
    id: 'cluster-not-found',
    patterns: [/ClusterNotFoundException|Cluster not found\b/, /:cluster\/(?<cluster>\S{1,120}) is MISSING/],
    cause:
      'There is no cluster {cluster|of that name} in this region and account; without one ECS takes "default".',
    fix: 'Correct cluster and aws-region, and see that the credentials are of the right account (aws ecs list-clusters).',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html',
  },
  {
    id: 'service-exists-differently',
    patterns: [/Creation of service was not idempotent/],
    cause: 'A service of that name exists already with other settings.',
    fix: 'Update that service, or choose another name; delete a leftover (aws ecs delete-service --force).',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html',
  },
  {
    id: 'secret-and-variable-same-name',
    patterns: [
      /The secret name must be unique and not shared with any new or existing environment variables set on the container(?:, such as '(?<variable>[^'\n]{1,120})')?/,
    ],
    cause: '{variable|The same name} stands in environment and in secrets of one container.',
    fix: 'Remove one of the two; the secret is the one to keep.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html',
  },
  {
    id: 'cli-too-old',
    where: ['call'],
    patterns: [
      /Unknown parameter in (?<path>[\w.[\]]{1,160}): "(?<key>[^"\n]{1,80})", must be one of/,
      /Parameter validation failed:/,
    ],
    cause:
      'The AWS CLI or SDK that was called does not know {key|a key} in {path|the input}: the key is mistyped, or the tool is older than the key.',
    fix: 'Correct the key, or update the CLI or the action that registers the task definition.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html',
  },
  {
    id: 'call-not-authorized',
    patterns: [
      /(?:assumed-role\/(?<role>[\w+=,.@-]+)\/\S{1,120}|user\/(?<user>[\w+=,.@-]+)) is not authorized to perform: (?<action>[\w-]+:\w+)(?: on resource: "?(?<resource>arn:[^\s",]{1,300}|[^\s",]{1,200}))?/,
      /is not authorized to perform: (?<action>[\w-]+:\w+)(?: on resource: "?(?<resource>[^\s",]{1,300}))?/,
      /API: (?<action>[\w-]{1,40}:\w{1,80}) You are not authorized to perform this operation/,
    ],
    vague: 'kind',
    cause: 'The role {role|that calls} may not call {action|this action}.',
    fix: 'Allow {action|the action} on {resource|the resource} in the policy of role {role|that the message names}.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html',
  },
  {
    id: 'subnet-not-found-in-call',
    where: ['call', 'stack'],
    patterns: [
      /(?:The subnet ID|subnet) '(?<subnet>subnet-[\da-f]+)' does not exist|InvalidSubnetID\.NotFound/,
    ],
    cause: 'Subnet {subnet|that the message names} does not exist in this region and account.',
    fix: 'Correct the subnets of the network configuration, and aws-region.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html',
  },
  {
    id: 'target-group-missing-in-call',
    patterns: [
      /(?:TargetGroupNotFound(?:Exception)?|One or more target groups not found|Unable to assume role and validate the specified targetGroupArn)/,
      /The specified target group does not exist/,
    ],
    cause: 'The target group does not exist in this region and account, or ECS may not look at it.',
    fix: 'Correct its ARN, or create it (and its listener rule) before the service.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html',
  },
  {
    id: 'target-type-not-ip',
    patterns: [
      /The provided target group (?<group>\S{1,200}) has target type instance, which is incompatible with the awsvpc network mode/,
    ],
    cause:
      'Target group {group|} is of type instance; tasks with awsvpc networking are registered by address.',
    fix: "Create a target group of type ip; the type can't be changed.",
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html',
  },
  {
    id: 'desired-count-quota',
    patterns: [
      /(?:exceeds?|reached) (?:the )?(?:limit|quota|maximum)[^\n]{0,80}(?:services|tasks|target groups|security groups|listeners|rules)|\b(?:ServiceQuotaExceeded|LimitExceeded)Exception|TooMany(?:TargetGroups|Listeners|Rules|LoadBalancers|Targets)/,
    ],
    vague: 'kind',
    cause: 'A quota of the account in this region is used up.',
    fix: 'See Service Quotas for the service that the message names; delete what is not used, or ask for more.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html',
  },
  {
    id: 'capacity-provider-missing',
    patterns: [
      /The specified capacity provider '(?<provider>[^'\n]{1,120})' (?:was not found|does not exist)|capacity provider strategy[^\n]{0,60}(?:must be associated with the cluster|not associated)/,
    ],
    cause: 'Capacity provider {provider|of the strategy} does not belong to the cluster.',
    fix: 'Associate it with the cluster (aws ecs put-cluster-capacity-providers), or use launchType FARGATE.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html',
  },
  {
    id: 'task-definition-limits',
    patterns: [
      /(?:TaskDefinition|task definition)[^\n]{0,60}(?:exceeds|larger than|size)[^\n]{0,40}(?:64 ?K|65536)/i,
      /Volume '?(?<volume>[\w.-]{1,80})'? (?:is not|not) (?:defined|found)|Unknown volume '(?<volume2>[^'\n]{1,80})'/,
      /(?:Duplicate|duplicate) container name|Container name must be unique|Only one container definition may be named/,
    ],
    cause:
      'The task definition is not consistent: it is too large, names a volume {volume|} that it does not define, or one container twice.',
    fix: 'Correct it: declare every volume of mountPoints in volumes, give every container a name of its own, and keep the whole below 64 KiB.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html',
  },
]);
