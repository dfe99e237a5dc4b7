import { isJsonObject, textOf, type Json, type JsonObject, type JsonPath } from '../text/json.ts';
import type { ReportProblem } from './problem.ts';
import { containersOf, objectsIn } from './containers.ts';
import { cpuUnits, fargateSizeProblem } from './fargate-sizes.ts';

/** Fargate's rules for a whole task. @param complete false while a stack may still fill in what is absent */
export function checkFargate(definition: JsonObject, complete: boolean, report: ReportProblem): void {
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
    if (why !== undefined) reportNoRole(`Fargate needs ${why}`, report);
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
  const unfitMembers: readonly (readonly [string, boolean, string])[] = [
    ['pidMode', definition['pidMode'] === 'host', 'Write task, or remove it.'],
    ['ipcMode', definition['ipcMode'] !== undefined, 'Remove it.'],
    ['placementConstraints', objectsIn(definition['placementConstraints']).length > 0, 'Remove it.'],
  ];
  for (const [member, unfit, fix] of unfitMembers) {
    if (unfit)
      report(
        [member],
        `${member} is ${member === 'placementConstraints' ? 'given' : textOf(definition[member])}, which Fargate does not allow`,
        fix,
      );
  }
  checkPlatform(definition, report);
  for (const [index, volume] of objectsIn(definition['volumes']).entries()) {
    if (isJsonObject(volume['fsxWindowsFileServerVolumeConfiguration'])) {
      report(
        ['volumes', index, 'fsxWindowsFileServerVolumeConfiguration'],
        `volume ${textOf(volume['name'])} is a file system of FSx for Windows, which Fargate does not mount`,
        'Use efsVolumeConfiguration, or run the task on EC2.',
      );
    }
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

/** Releases of Windows Server that run on EC2 only. */
const WINDOWS_ON_EC2 = /^WINDOWS_SERVER_(2004|2016|20H2)_/;

function checkPlatform(definition: JsonObject, report: ReportProblem): void {
  const platform = definition['runtimePlatform'];
  const os = isJsonObject(platform) ? textOf(platform['operatingSystemFamily']) : '';
  if (!WINDOWS_ON_EC2.test(os)) return;
  report(
    ['runtimePlatform', 'operatingSystemFamily'],
    `Fargate does not run ${os}`,
    'Write WINDOWS_SERVER_2019_CORE, WINDOWS_SERVER_2022_CORE or their _FULL variants.',
  );
}

function checkSize(definition: JsonObject, complete: boolean, report: ReportProblem): void {
  const { cpu, memory } = definition;
  if (typeof cpu === 'string' && typeof memory === 'string') {
    const problem = fargateSizeProblem(cpu, memory);
    if (problem !== undefined) report([problem.member], problem.what, problem.fix);
    const platform = definition['runtimePlatform'];
    const os = isJsonObject(platform) ? textOf(platform['operatingSystemFamily']) : '';
    const units = cpuUnits(cpu) ?? 1024;
    if (os.startsWith('WINDOWS') && (units < 1024 || units > 4096)) {
      report(
        ['cpu'],
        `cpu is ${JSON.stringify(cpu)}, and Windows on Fargate has 1024 to 4096`,
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

function checkContainer(container: JsonObject, path: JsonPath, report: ReportProblem): void {
  const name = textOf(container['name']);
  if (container['privileged'] === true) {
    report(
      [...path, 'privileged'],
      `container ${name} is privileged, which Fargate does not allow`,
      'Remove privileged.',
    );
  }
  for (const [at, { type }] of objectsIn(container['resourceRequirements']).entries()) {
    if (type !== 'GPU') continue;
    report(
      [...path, 'resourceRequirements', at],
      `container ${name} wants a GPU, which Fargate does not have`,
      'Run it on EC2 or Managed Instances, or remove it.',
    );
  }
  const options = container['dockerSecurityOptions'];
  if (Array.isArray(options) && options.length > 0) {
    report(
      [...path, 'dockerSecurityOptions'],
      `container ${name} has dockerSecurityOptions, which Fargate does not allow`,
      'Remove dockerSecurityOptions.',
    );
  }
  const linux = container['linuxParameters'];
  for (const member of ['devices', 'sharedMemorySize', 'maxSwap', 'swappiness']) {
    const value = isJsonObject(linux) ? linux[member] : undefined;
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    report(
      [...path, 'linuxParameters', member],
      `container ${name} has ${member}, which Fargate does not allow`,
      `Remove ${member}.`,
    );
  }
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

/** Secrets and files are read with the execution role on every kind of capacity. An instance's own role serves for ECR and awslogs. */
export function checkExecutionRole(definition: JsonObject, report: ReportProblem): void {
  if (definition['executionRoleArn'] !== undefined) return;
  const why = whyOfAnyTask(definition);
  if (why !== undefined) reportNoRole(`ECS needs ${why}`, report);
}

function reportNoRole(why: string, report: ReportProblem): void {
  report(
    [],
    `the task definition has no executionRoleArn, which ${why}`,
    'Add executionRoleArn, the input execution-role-arn, or stack.',
  );
}

function whyExecutionRole(definition: JsonObject): string | undefined {
  for (const container of containersOf(definition)) {
    const name = textOf(container['name']);
    if (/^\d{12}\.dkr[.-]ecr\./.test(textOf(container['image'])))
      return `to pull the image of ${name} from ECR`;
    const logging = container['logConfiguration'];
    if (isJsonObject(logging) && logging['logDriver'] === 'awslogs') return `to write the logs of ${name}`;
  }
  return whyOfAnyTask(definition);
}

function whyOfAnyTask(definition: JsonObject): string | undefined {
  for (const container of containersOf(definition)) {
    const name = textOf(container['name']);
    const logging = container['logConfiguration'];
    if (objectsIn(container['secrets']).length > 0) return `to read the secrets of ${name}`;
    if (isJsonObject(logging) && objectsIn(logging['secretOptions']).length > 0)
      return `to read the secrets of the log driver of ${name}`;
    if (isJsonObject(container['repositoryCredentials'])) return `to log in to the registry of ${name}`;
    if (objectsIn(container['environmentFiles']).length > 0)
      return `to read the environment files of ${name}`;
  }
  return undefined;
}
