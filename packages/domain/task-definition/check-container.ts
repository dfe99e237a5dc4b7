import { parseArn } from '../arn.ts';
import { formatJsonPath, isJsonObject, textOf, type Json, type JsonObject, type JsonPath } from '../json.ts';
import { quoted } from '../inputs.ts';
import { objectsIn } from './containers.ts';

/** Takes note of a problem of the value at a path. */
export type Report = (path: JsonPath, message: string, remedy: string) => void;

/** One container's variables, ports, times and logging. */
export function checkContainer(
  definition: JsonObject,
  container: JsonObject,
  path: JsonPath,
  fargate: boolean,
  report: Report,
): void {
  checkVariables(container, path, report);
  checkEnvironmentFiles(container, path, report);
  checkPorts(definition, container, path, report);
  checkTimes(container, path, fargate, report);
  checkLogging(container, path, fargate, report);
}

function checkVariables(container: JsonObject, path: JsonPath, report: Report): void {
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

function checkSecret(entry: JsonObject, path: JsonPath, report: Report): void {
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
      : // What is no ARN may be the secret itself.
        `secret ${name}: ${from.startsWith('arn:') ? quoted(from) : 'the value (not shown)'} is neither the ARN of a secret nor of a parameter`,
    'Write arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-abcdef (with :json-key:: for one key), an SSM parameter’s ARN or its name; input secrets takes NAME:json-key:: too.',
  );
}

function checkEnvironmentFiles(container: JsonObject, path: JsonPath, report: Report): void {
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

function checkPorts(definition: JsonObject, container: JsonObject, path: JsonPath, report: Report): void {
  const name = textOf(container['name']);
  const awsvpc = definition['networkMode'] === 'awsvpc';
  const seen = new Set<string>();
  for (const [at, mapping] of objectsIn(container['portMappings']).entries()) {
    const port = mapping['containerPort'];
    const host = mapping['hostPort'];
    const range = mapping['containerPortRange'];
    const here = [...path, 'portMappings', at];
    if (port === undefined && range === undefined)
      report(here, `a port mapping of container ${name} has no containerPort`, 'Add containerPort.');
    if (typeof port === 'number' && (port < 1 || port > 65_535)) {
      report(here, `containerPort ${port} is no port`, 'Write a number from 1 to 65535.');
    }
    if (awsvpc && host !== undefined && host !== port) {
      report(
        here,
        `hostPort ${JSON.stringify(host)} differs from containerPort ${JSON.stringify(port ?? null)}, which awsvpc does not allow`,
        'Remove hostPort.',
      );
    }
    const key = `${textOf(port ?? range)}/${textOf(mapping['protocol'] ?? 'tcp')}`;
    if (seen.has(key)) report(here, `container ${name} has the port ${key} twice`, 'Remove one of the two.');
    seen.add(key);
  }
  if (!awsvpc) return;
  // The task has one network interface of its own, which its containers share.
  for (const member of ['links', 'hostname', 'dnsServers', 'dnsSearchDomains', 'extraHosts']) {
    const value = container[member];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    report(
      [...path, member],
      `container ${name} has ${member}, which networkMode awsvpc does not allow`,
      member === 'links' ? 'Remove it: containers of a task reach one another on localhost.' : 'Remove it.',
    );
  }
}

function checkTimes(container: JsonObject, path: JsonPath, fargate: boolean, report: Report): void {
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
    const first = ((health['command'] ?? []) as readonly Json[])[0];
    if (first !== 'CMD' && first !== 'CMD-SHELL') {
      report(
        [...at, 'command'],
        first === undefined
          ? 'the health check’s command is empty'
          : `the health check’s command begins with ${JSON.stringify(first)}`,
        'Begin it with "CMD-SHELL" (one shell line) or "CMD" (program and arguments).',
      );
    }
  }
  const restart = container['restartPolicy'];
  if (isJsonObject(restart)) range(restart, [...path, 'restartPolicy'], 'restartAttemptPeriod', 60, 1800);
  if (!fargate) return;
  range(container, path, 'startTimeout', 2, 120);
  range(container, path, 'stopTimeout', 0, 120);
}

function checkLogging(container: JsonObject, path: JsonPath, fargate: boolean, report: Report): void {
  const logging = container['logConfiguration'];
  if (!isJsonObject(logging)) return;
  const at = [...path, 'logConfiguration'];
  const driver = textOf(logging['logDriver']);
  if (fargate && !['awslogs', 'splunk', 'awsfirelens'].includes(driver)) {
    report(
      [...at, 'logDriver'],
      `Fargate has no log driver ${driver}`,
      'Write awslogs, splunk or awsfirelens.',
    );
  }
  if (driver !== 'awslogs') return;
  const options = isJsonObject(logging['options']) ? logging['options'] : {};
  const wanted = ['awslogs-group', 'awslogs-region', ...(fargate ? ['awslogs-stream-prefix'] : [])];
  for (const name of wanted.filter((one) => options[one] === undefined)) {
    report(
      [...at, 'options'],
      `container ${textOf(container['name'])}: the log driver awslogs has no ${name}`,
      `Add ${name} to logConfiguration.options, or give log-configuration-options.`,
    );
  }
}
