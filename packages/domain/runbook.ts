import type { Environment } from './environment.ts';
import { parseImageReference } from './image/reference.ts';
import type { SummarySection } from './outcome.ts';
import { shellWord } from './text/shell-word.ts';
import type { NetworkConfiguration } from './task/ecs-service.ts';

/** Names in one environment; what is not known is undefined, and its commands are left out. */
export interface RunbookFacts {
  readonly region: string;
  readonly cluster: string;
  readonly service: string;
  readonly container?: string | undefined;
  readonly logGroup?: string | undefined;
  readonly repository?: string | undefined;
  readonly targetGroups: readonly string[];
  /** Family or revision that serves, for tasks of their own. */
  readonly taskDefinition?: string | undefined;
  readonly network?: NetworkConfiguration | undefined;
  /** Whether tasks run on Fargate. */
  readonly fargate?: boolean | undefined;
  /** Number of tasks now. */
  readonly desired?: number | undefined;
  readonly stack?: string | undefined;
  /** Host and port of the database. */
  readonly database?: { readonly host: string; readonly port: string } | undefined;
}

interface Entry {
  readonly title: string;
  readonly lines: readonly string[];
}

/**
 * Commands of the AWS CLI with the names of one environment, for a shell.
 * Every name is one word of the shell, whatever is in it.
 */
export function runbook(facts: RunbookFacts): SummarySection {
  const text = entries(facts)
    .map(({ lines, title }) => [`# ${title}`, ...lines].join('\n'))
    .join('\n\n');
  return {
    kind: 'code',
    title: `Commands for ${facts.stack === undefined ? `service ${facts.service}` : `stack ${facts.stack}`}`,
    language: 'sh',
    text,
  };
}

function entries(facts: RunbookFacts): readonly Entry[] {
  const { container, database, desired, logGroup, network, repository, stack, targetGroups, taskDefinition } =
    facts;
  const aws = (...words: readonly string[]): string =>
    ['aws', ...words, '--region', facts.region].map(shellWord).join(' ');
  const cluster = ['--cluster', facts.cluster];
  const oneTask = `task=$(${aws('ecs', 'list-tasks', ...cluster, '--service-name', facts.service, '--query', 'taskArns[0]', '--output', 'text')})`;
  const all: Entry[] = [];
  const add = (title: string, ...lines: readonly string[]): void => {
    all.push({ title, lines });
  };
  if (logGroup !== undefined) {
    add('Follow the log', aws('logs', 'tail', logGroup, '--follow', '--since', '10m'));
    add(
      'Errors of the last hour',
      aws('logs', 'tail', logGroup, '--since', '1h', '--filter-pattern', '?ERROR ?Error ?error ?FATAL'),
    );
  }
  add(
    'Events of the service, newest first',
    aws(
      'ecs',
      'describe-services',
      ...cluster,
      '--services',
      facts.service,
      '--query',
      'services[0].events[:10].[createdAt,message]',
      '--output',
      'text',
    ),
  );
  for (const arn of targetGroups) {
    add(
      `Health of the targets in ${/targetgroup\/([\w-]+)/.exec(arn)?.[1] ?? 'the target group'}`,
      aws(
        'elbv2',
        'describe-target-health',
        '--target-group-arn',
        arn,
        '--query',
        'TargetHealthDescriptions[].[Target.Id,TargetHealth.State,TargetHealth.Description]',
        '--output',
        'table',
      ),
    );
  }
  if (container !== undefined) {
    add(
      'Shell in a running task, where the service allows ECS Exec (instead of /bin/sh: bin/rails console, python manage.py shell, …)',
      oneTask,
      `${aws('ecs', 'execute-command', ...cluster, '--container', container, '--interactive', '--command', '/bin/sh')} --task "$task"`,
    );
    if (database !== undefined) {
      const parameters = JSON.stringify({
        host: [database.host],
        portNumber: [database.port],
        localPortNumber: ['15432'],
      });
      add(
        'Database on port 15432 of this machine, through a running task with ECS Exec',
        oneTask,
        `runtime=$(${aws('ecs', 'describe-tasks', ...cluster, '--query', `tasks[0].containers[?name=='${container}'].runtimeId | [0]`, '--output', 'text')} --tasks "$task")`,
        `${aws('ssm', 'start-session', '--document-name', 'AWS-StartPortForwardingSessionToRemoteHost', '--parameters', parameters)} --target ${shellWord(`ecs:${facts.cluster}_`)}"\${task##*/}_$runtime"`,
      );
    }
  }
  if (taskDefinition !== undefined && network !== undefined && container !== undefined) {
    add(
      'A command in a task of its own; in its place run-command.yml shows the log and the exit code',
      aws(
        'ecs',
        'run-task',
        ...cluster,
        '--task-definition',
        taskDefinition,
        ...(facts.fargate === true ? ['--launch-type', 'FARGATE'] : []),
        '--network-configuration',
        JSON.stringify({ awsvpcConfiguration: network }),
        '--overrides',
        JSON.stringify({ containerOverrides: [{ name: container, command: ['echo', 'hello'] }] }),
      ),
    );
  }
  const scale = (count: number): string =>
    aws(
      'ecs',
      'update-service',
      ...cluster,
      '--service',
      facts.service,
      '--desired-count',
      `${count}`,
      '--query',
      'service.desiredCount',
    );
  const running = Math.max(desired ?? 1, 1);
  add('More tasks', scale(running + 1));
  add('No task, for the night (users get 503; automatic scaling may start tasks again)', scale(0));
  add('Tasks again', scale(running));
  if (repository !== undefined) {
    add(
      'The ten newest images',
      aws(
        'ecr',
        'describe-images',
        '--repository-name',
        repository,
        '--query',
        'sort_by(imageDetails,&imagePushedAt)[-10:].[imagePushedAt,imageDigest,imageTags[0]]',
        '--output',
        'text',
      ),
    );
  }
  if (stack !== undefined) {
    add(
      'What failed in the stack',
      aws(
        'cloudformation',
        'describe-stack-events',
        '--stack-name',
        stack,
        '--query',
        'StackEvents[?contains(ResourceStatus,`FAILED`)].[Timestamp,LogicalResourceId,ResourceStatusReason]',
        '--output',
        'text',
      ),
    );
  }
  return all;
}

/** Names that a stack or the inputs tell of an environment. */
export function runbookFacts(region: string, environment: Environment): RunbookFacts {
  const { capacityProviders, cluster, containerName, logGroup, network, repositoryUri, service, stack } =
    environment;
  return {
    region,
    cluster,
    service,
    container: containerName,
    logGroup,
    repository: repositoryUri === undefined ? undefined : parseImageReference(repositoryUri)?.name,
    targetGroups: [],
    taskDefinition: environment.taskFamily,
    network,
    fargate: capacityProviders?.every(({ capacityProvider }) => capacityProvider.startsWith('FARGATE')),
    stack,
  };
}
