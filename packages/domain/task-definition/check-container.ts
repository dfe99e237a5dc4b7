import { parseArn } from '../identity/arn.ts';
import { regionProblem } from '../identity/region.ts';
import {
  formatJsonPath,
  isJsonObject,
  textOf,
  type Json,
  type JsonObject,
  type JsonPath,
} from '../text/json.ts';
import { quoted } from '../inputs/input.ts';
import { checkPorts } from './check-ports.ts';
import { LOG_DRIVERS } from './check-words.ts';
import { objectsIn } from './containers.ts';
import type { ReportProblem } from './problem.ts';

/** One container's variables, ports, times and logging. */
export function checkContainer(
  definition: JsonObject,
  container: JsonObject,
  path: JsonPath,
  fargate: boolean,
  report: ReportProblem,
): void {
  checkVariables(container, path, report);
  checkEnvironmentFiles(container, path, report);
  checkPorts(definition, container, path, report);
  checkTimes(container, path, fargate, report);
  checkLogging(container, path, fargate, report);
}

function checkVariables(container: JsonObject, path: JsonPath, report: ReportProblem): void {
  const names = new Map<string, string>();
  for (const list of ['environment', 'secrets'] as const) {
    for (const [at, entry] of objectsIn(container[list]).entries()) {
      const name = textOf(entry['name'] ?? '');
      if (name === '' || /[=\s]/.test(name)) {
        report(
          [...path, list, at],
          name === ''
            ? `an entry of ${list} of container ${textOf(container['name'])} has no name`
            : `${JSON.stringify(/^[^=\s]*/.exec(name)?.[0] ?? '')} in ${list} of container ${textOf(container['name'])} goes on with ${name.includes('=') ? '=' : 'a space'}, which no name of a variable has`,
          'Name it with letters, digits and _; its value stands apart.',
        );
        continue;
      }
      const twin = names.get(name);
      if (twin !== undefined) {
        report(
          [...path, list, at],
          `container ${textOf(container['name'])} has ${name} twice (${twin === list ? list : `${twin} and ${list}`})`,
          'Keep one of them.',
        );
      }
      names.set(name, list);
      if (list === 'secrets') checkSecret(entry, [...path, list, at, 'valueFrom'], report);
    }
  }
  const logging = container['logConfiguration'];
  if (!isJsonObject(logging)) return;
  for (const [at, entry] of objectsIn(logging['secretOptions']).entries()) {
    checkSecret(entry, [...path, 'logConfiguration', 'secretOptions', at, 'valueFrom'], report);
  }
}

/** `…:secret:NAME` and nothing, or its three parts: JSON key, version stage and version id, each possibly empty. */
const SECRET = /^secret:[^:]+(?::([^:]*):([^:]*):([^:]*))?$/;

function checkSecret(entry: JsonObject, path: JsonPath, report: ReportProblem): void {
  const from = entry['valueFrom'];
  if (typeof from !== 'string') return;
  const name = textOf(entry['name']);
  const arn = parseArn(from);
  if (arn?.service === 'secretsmanager' && arn.resource.startsWith('secret:')) {
    const parts = SECRET.exec(arn.resource);
    if (parts === null) {
      const key = arn.resource.split(':')[2] ?? '';
      report(
        path,
        `secret ${name}: behind the secret’s name stand ${arn.resource.split(':').length - 2} parts, and ECS wants none or three`,
        `Write :${key}:: for the key ${key} of its JSON.`,
      );
    } else if ((parts[2] ?? '') !== '' && (parts[3] ?? '') !== '') {
      report(path, `secret ${name} names a version stage and a version id`, 'Leave one of the two empty.');
    }
    return;
  }
  const right = from.startsWith('arn')
    ? arn?.service === 'ssm' && arn.resource.startsWith('parameter/')
    : /^[\w./-]+$/.test(from);
  if (right) return;
  report(
    path,
    from === ''
      ? `secret ${name} has an empty valueFrom`
      : // A value that is no ARN may be the secret itself.
        `secret ${name}: ${from.startsWith('arn:') ? quoted(from) : 'the value (not shown)'} is neither the ARN of a secret nor of a parameter`,
    'Write arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-abcdef (with :json-key:: for one key), an SSM parameter’s ARN or its name; input secrets takes NAME:json-key:: too.',
  );
}

/** RegisterTaskDefinition takes at most this many of each. */
const MOST_ENVIRONMENT_FILES = 10;
const MOST_IGNORED_EXIT_CODES = 50;

function checkEnvironmentFiles(container: JsonObject, path: JsonPath, report: ReportProblem): void {
  const count = objectsIn(container['environmentFiles']).length;
  if (count > MOST_ENVIRONMENT_FILES) {
    report(
      [...path, 'environmentFiles'],
      `container ${textOf(container['name'])} has ${count} environment files, and ECS takes ${MOST_ENVIRONMENT_FILES}`,
      'Put the variables into fewer files.',
    );
  }
  for (const [at, file] of objectsIn(container['environmentFiles']).entries()) {
    const value = textOf(file['value']);
    const arn = parseArn(value);
    const right = arn?.service === 's3' && /^[^/]+\/.+/.test(arn.resource);
    if (right && value.endsWith('.env')) continue;
    report(
      [...path, 'environmentFiles', at, 'value'],
      `the environment file ${quoted(value)} ${right ? 'does not end in .env' : 'is no ARN of an object in S3'}`,
      'Write it like arn:aws:s3:::BUCKET/path/app.env.',
    );
  }
}

function checkTimes(container: JsonObject, path: JsonPath, fargate: boolean, report: ReportProblem): void {
  const range = (holder: JsonObject, at: JsonPath, name: string, min: number, max: number): void => {
    const value = holder[name];
    if (typeof value === 'number' && (value < min || value > max)) {
      report(
        [...at, name],
        `${formatJsonPath([...at, name])} is ${value}`,
        `Write a number from ${min} to ${max}.`,
      );
    }
  };
  const health = container['healthCheck'];
  if (isJsonObject(health)) {
    const at = [...path, 'healthCheck'];
    range(health, at, 'interval', 5, 300);
    range(health, at, 'timeout', 2, 60);
    range(health, at, 'retries', 1, 10);
    range(health, at, 'startPeriod', 0, 300);
    const [first, ...words] = (health['command'] ?? []) as readonly Json[];
    if (first !== 'CMD' && first !== 'CMD-SHELL') {
      report(
        [...at, 'command'],
        first === undefined
          ? 'the health check’s command is empty'
          : `the health check’s command begins with ${JSON.stringify(first)}`,
        'Begin it with "CMD-SHELL" (one shell line) or "CMD" (program and arguments).',
      );
    } else if (textOf(words[0]).trim() === '') {
      report(
        [...at, 'command'],
        `the health check’s command has nothing behind ${JSON.stringify(first)}`,
        first === 'CMD' ? 'Add the program and its arguments.' : 'Add the shell line.',
      );
    }
  }
  for (const [index, limit] of objectsIn(container['ulimits']).entries()) {
    const { hardLimit: hard, softLimit: soft } = limit;
    // -1 is unlimited.
    if (typeof hard !== 'number' || typeof soft !== 'number' || hard < 0 || (soft >= 0 && soft <= hard))
      continue;
    report(
      [...path, 'ulimits', index, 'softLimit'],
      `softLimit ${soft} of ulimit ${textOf(limit['name'])} is above its hardLimit ${hard}`,
      'Write a softLimit of at most the hardLimit.',
    );
  }
  const linux = container['linuxParameters'];
  if (isJsonObject(linux)) range(linux, [...path, 'linuxParameters'], 'swappiness', 0, 100);
  const restart = container['restartPolicy'];
  if (isJsonObject(restart)) {
    range(restart, [...path, 'restartPolicy'], 'restartAttemptPeriod', 60, 1800);
    const codes = restart['ignoredExitCodes'];
    if (Array.isArray(codes) && codes.length > MOST_IGNORED_EXIT_CODES) {
      report(
        [...path, 'restartPolicy', 'ignoredExitCodes'],
        `restartPolicy ignores ${codes.length} exit codes, and ECS takes ${MOST_IGNORED_EXIT_CODES}`,
        'Name fewer.',
      );
    }
  }
  if (!fargate) return;
  range(container, path, 'startTimeout', 2, 120);
  range(container, path, 'stopTimeout', 0, 120);
}

/** CreateLogGroup's pattern for `logGroupName`. */
const GROUP = /^[\w./#-]{1,512}$/;

function checkLogging(container: JsonObject, path: JsonPath, fargate: boolean, report: ReportProblem): void {
  const logging = container['logConfiguration'];
  if (!isJsonObject(logging)) return;
  const at = [...path, 'logConfiguration'];
  const driver = textOf(logging['logDriver']);
  // A driver that is none of today's may be newer than this version.
  if (fargate && LOG_DRIVERS.includes(driver) && !['awslogs', 'splunk', 'awsfirelens'].includes(driver)) {
    report(
      [...at, 'logDriver'],
      `Fargate has no log driver ${driver}`,
      'Write awslogs, splunk or awsfirelens.',
    );
  }
  if (driver !== 'awslogs') return;
  const options = isJsonObject(logging['options']) ? logging['options'] : {};
  if (
    options['awslogs-datetime-format'] !== undefined &&
    options['awslogs-multiline-pattern'] !== undefined
  ) {
    report(
      [...at, 'options', 'awslogs-multiline-pattern'],
      `container ${textOf(container['name'])} has awslogs-datetime-format and awslogs-multiline-pattern`,
      'Keep one of them.',
    );
  }
  const group = textOf(options['awslogs-group']);
  if (group !== '' && !GROUP.test(group)) {
    const name = /^arn:[^:]*:logs:[^:]*:[^:]*:log-group:([^:]+)/.exec(group)?.[1];
    report(
      [...at, 'options', 'awslogs-group'],
      `awslogs-group ${quoted(group)} is no name of a log group`,
      name === undefined
        ? 'Use at most 512 letters, digits and the characters . - _ / #.'
        : `Write the name alone: ${name}.`,
    );
  }
  const mode = options['mode'];
  if (mode !== undefined && mode !== 'blocking' && mode !== 'non-blocking') {
    report(
      [...at, 'options', 'mode'],
      `mode of the log driver is ${quoted(textOf(mode))}`,
      'Write blocking or non-blocking.',
    );
  }
  const region = textOf(options['awslogs-region']);
  const wrong = region === '' ? undefined : regionProblem(region);
  if (wrong !== undefined)
    report(
      [...at, 'options', 'awslogs-region'],
      `awslogs-region ${wrong.what}`,
      `${wrong.guess}Write a region like us-east-1.`,
    );
  const wanted = ['awslogs-group', 'awslogs-region', ...(fargate ? ['awslogs-stream-prefix'] : [])];
  for (const name of wanted.filter((one) => textOf(options[one]) === '')) {
    report(
      [...at, 'options'],
      `container ${textOf(container['name'])}: the log driver awslogs has no ${name}`,
      `Add ${name} to logConfiguration.options, or give log-configuration-options.`,
    );
  }
}
