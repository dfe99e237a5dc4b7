import { parseArn } from '../identity/arn.ts';
import { quoted } from '../inputs/input.ts';
import { isJsonObject, textOf, type JsonObject, type JsonPath } from '../text/json.ts';
import type { ReportProblem } from './problem.ts';
import { containersOf } from './containers.ts';

/** The log driver awsfirelens and the container that routes its logs need one another. */
export function checkFirelens(definition: JsonObject, fargate: boolean, report: ReportProblem): void {
  const containers = containersOf(definition).map((container, index) => ({
    name: textOf(container['name']),
    path: ['containerDefinitions', index] as JsonPath,
    driver: isJsonObject(container['logConfiguration'])
      ? container['logConfiguration']['logDriver']
      : undefined,
    router: container['firelensConfiguration'],
  }));
  const users = containers.filter(({ driver }) => driver === 'awsfirelens');
  const routers = containers.filter(({ router }) => isJsonObject(router));
  if (routers.length === 0) {
    for (const { name, path } of users) {
      report(
        [...path, 'logConfiguration', 'logDriver'],
        `container ${name} logs through awsfirelens, and no container has firelensConfiguration`,
        'Add a log router: a container of the image public.ecr.aws/aws-observability/aws-for-fluent-bit:stable with firelensConfiguration {"type": "fluentbit"}. Or use the log driver awslogs.',
      );
    }
  }
  for (const [index, { name, path, router }] of routers.entries()) {
    const at = [...path, 'firelensConfiguration'];
    if (users.length === 0) {
      report(
        at,
        `container ${name} has firelensConfiguration, and no container uses the log driver awsfirelens`,
        'Set logDriver: awsfirelens on the containers whose logs it routes, or remove firelensConfiguration.',
      );
    }
    if (index > 0)
      report(at, `container ${name} is a second log router`, 'Keep firelensConfiguration on one container.');
    if (isJsonObject(router)) checkOptions(router, at, fargate, report);
  }
}

function checkOptions(router: JsonObject, at: JsonPath, fargate: boolean, report: ReportProblem): void {
  const options = isJsonObject(router['options']) ? router['options'] : {};
  const type = options['config-file-type'];
  const value = options['config-file-value'];
  if (type === undefined && value === undefined) return;
  const typeAt = [...at, 'options', 'config-file-type'];
  const valueAt = [...at, 'options', 'config-file-value'];
  if (type === undefined) {
    report(
      [...at, 'options'],
      'config-file-value has no config-file-type',
      'Add config-file-type: file or s3.',
    );
  } else if (type !== 's3' && type !== 'file') {
    report(typeAt, `config-file-type is ${quoted(textOf(type))}`, 'Write file or s3.');
  } else if (value === undefined) {
    report([...at, 'options'], `config-file-type ${type} has no config-file-value`, 'Add config-file-value.');
  } else if (type === 's3' && fargate) {
    report(
      typeAt,
      'config-file-type is s3, and Fargate reads the file type only',
      'Put the file into the image of the log router and write config-file-type: file with its path, or use an aws-for-fluent-bit image of the tag init-latest, which reads S3 itself.',
    );
  }
  const arn = parseArn(textOf(value));
  if (type === 's3' && value !== undefined && !(arn?.service === 's3' && arn.resource.includes('/'))) {
    report(
      valueAt,
      `config-file-value ${quoted(textOf(value))} is no ARN of an object in S3`,
      'Write it like arn:aws:s3:::BUCKET/path/extra.conf.',
    );
  }
}
