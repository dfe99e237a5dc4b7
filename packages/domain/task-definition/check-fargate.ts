import { isJsonObject, textOf, type Json, type JsonObject, type JsonPath } from '../json.ts';
import type { Report } from './check-container.ts';
import { containersOf, objectsIn } from './containers.ts';
import { cpuUnits, fargateSizeProblem } from './fargate-sizes.ts';

/** What Fargate wants of a whole task. @param complete false while a stack may still fill in what is absent */
export function checkFargate(definition: JsonObject, complete: boolean, report: Report): void {
  const mode = definition['networkMode'];
  if (mode === undefined ? complete : mode !== 'awsvpc') {
    report(
      ['networkMode'],
      `Fargate needs networkMode awsvpc, not ${JSON.stringify(mode ?? 'bridge')}`,
      'Set networkMode to awsvpc.',
    );
  }
  checkSize(definition, complete, report);
  if (complete && definition['executionRoleArn'] === undefined) {
    const why = whyExecutionRole(definition);
    if (why !== undefined) {
      report(
        [],
        `the task definition has no executionRoleArn, which Fargate needs ${why}`,
        'Add executionRoleArn, the input execution-role-arn, or stack.',
      );
    }
  }
  const storage = definition['ephemeralStorage'];
  const size = isJsonObject(storage) ? storage['sizeInGiB'] : undefined;
  if (typeof size === 'number' && (size < 21 || size > 200)) {
    report(
      ['ephemeralStorage', 'sizeInGiB'],
      `ephemeralStorage.sizeInGiB is ${size}`,
      'Write a number from 21 to 200.',
    );
  }
  for (const [index, volume] of objectsIn(definition['volumes']).entries()) {
    const host = volume['host'];
    const unfit =
      isJsonObject(host) && host['sourcePath'] !== undefined
        ? ['host', 'sourcePath']
        : volume['dockerVolumeConfiguration'] === undefined
          ? undefined
          : ['dockerVolumeConfiguration'];
    if (unfit !== undefined) {
      report(
        ['volumes', index, ...unfit],
        `volume ${textOf(volume['name'])} has ${unfit.join('.')}, and tasks on Fargate have no host`,
        'Use a volume of the task (name alone) or efsVolumeConfiguration.',
      );
    }
  }
  for (const [index, container] of containersOf(definition).entries())
    checkContainer(container, ['containerDefinitions', index], report);
}

function checkSize(definition: JsonObject, complete: boolean, report: Report): void {
  const { cpu, memory } = definition;
  if (typeof cpu === 'string' && typeof memory === 'string') {
    const problem = fargateSizeProblem(cpu, memory);
    if (problem !== undefined) report([problem.member], problem.message, problem.remedy);
    const platform = definition['runtimePlatform'];
    const os = isJsonObject(platform) ? textOf(platform['operatingSystemFamily']) : '';
    if (os.startsWith('WINDOWS') && (cpuUnits(cpu) ?? 1024) < 1024) {
      report(
        ['cpu'],
        `cpu is ${JSON.stringify(cpu)}, and Windows on Fargate needs 1024 or more`,
        'Write 1024, 2048 or 4096.',
      );
    }
  } else if (complete) {
    const absent = [
      cpu === undefined ? 'cpu' : undefined,
      memory === undefined ? 'memory' : undefined,
    ].filter(Boolean);
    report(
      [],
      `Fargate needs ${absent.join(' and ')} of the whole task`,
      'Add cpu: "256" and memory: "512", or a larger pair.',
    );
  }
}

function checkContainer(container: JsonObject, path: JsonPath, report: Report): void {
  const name = textOf(container['name']);
  if (container['privileged'] === true) {
    report(
      [...path, 'privileged'],
      `container ${name} is privileged, which Fargate does not allow`,
      'Remove privileged.',
    );
  }
  const linux = container['linuxParameters'];
  const capabilities = isJsonObject(linux) ? linux['capabilities'] : undefined;
  const added = isJsonObject(capabilities) ? capabilities['add'] : undefined;
  for (const [at, one] of (Array.isArray(added) ? (added as readonly Json[]) : []).entries()) {
    if (one === 'SYS_PTRACE') continue;
    report(
      [...path, 'linuxParameters', 'capabilities', 'add', at],
      `container ${name} wants the capability ${textOf(one)}, and Fargate adds SYS_PTRACE only`,
      'Remove it.',
    );
  }
}

function whyExecutionRole(definition: JsonObject): string | undefined {
  for (const container of containersOf(definition)) {
    const name = textOf(container['name']);
    if (/^\d{12}\.dkr[.-]ecr\./.test(textOf(container['image'])))
      return `to pull the image of ${name} from ECR`;
    if (objectsIn(container['secrets']).length > 0) return `to read the secrets of ${name}`;
    const logging = container['logConfiguration'];
    if (isJsonObject(logging) && logging['logDriver'] === 'awslogs') return `to write the logs of ${name}`;
  }
  return undefined;
}
