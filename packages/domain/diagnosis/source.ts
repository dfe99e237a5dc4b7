/** Kinds of places in which a failure is told. A row names those in which it may match. */
export type Place =
  /** The log of a container. */
  | 'application'
  /** The output of a build or of the registry that it pushes to. */
  | 'build'
  /** The reasons that ECS gives for a stopped task or container, or for one that it did not start. */
  | 'task'
  | 'exit'
  /** Events of a service. */
  | 'service'
  /** The load balancer's reason and description of a target. */
  | 'target'
  /** A deployment of CodeDeploy or of ECS. */
  | 'deployment'
  /** Events of a stack. */
  | 'stack'
  /** The error of an AWS call. */
  | 'call';

type AwsService =
  | 'cloudformation'
  | 'codedeploy'
  | 'ecr'
  | 'ecs'
  | 'elasticloadbalancing'
  | 'sts'
  | (string & {});

/**
 * Where a text was observed, as evidence shows it: the API and its member, or the kind of the log. A job's log and a text that
 * somebody pasted may hold words of any place.
 */
export type Source =
  | 'container log'
  | 'docker build'
  | 'docker login'
  | 'exit code'
  | 'job log'
  | 'pasted text'
  | `registry ${string}`
  | `${string} error.message`
  | `${AwsService}:${string} ${string}`;

const PLACES: readonly (readonly [RegExp, Place])[] = [
  [/^(?:docker|registry|build)\b/i, 'build'],
  [/exit ?code/i, 'exit'],
  [/container log|cloudwatch-logs/i, 'application'],
  [/^(?:elbv2|elasticloadbalancing):/i, 'target'],
  [/^codedeploy:GetDeployment|^ecs:(?:Describe|List)ServiceDeployments/i, 'deployment'],
  [/^cloudformation:DescribeStack/i, 'stack'],
  [/^ecs:(?:DescribeServices \S*events|events?\b)/i, 'service'],
  [/^ecs:(?:DescribeTasks|RunTask failures)/i, 'task'],
  [/^\w+:\w+ |error\.message/i, 'call'],
];

/** The place of a source; undefined for one that may hold words of any place. */
export function placeOf(source: string): Place | undefined {
  return PLACES.find(([pattern]) => pattern.test(source))?.[1];
}
