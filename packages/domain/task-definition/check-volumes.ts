import { quoted } from '../inputs/input.ts';
import { isJsonObject, textOf, type Json, type JsonObject, type JsonPath } from '../text/json.ts';
import type { ReportProblem } from './problem.ts';
import { objectsIn } from './containers.ts';

/** Kinds of volume. A volume is of one kind. */
const KINDS = [
  'host',
  'dockerVolumeConfiguration',
  'efsVolumeConfiguration',
  's3filesVolumeConfiguration',
  'fsxWindowsFileServerVolumeConfiguration',
] as const;

/** Names, kinds, and how EFS and S3 Files are mounted. */
export function checkVolumes(definition: JsonObject, complete: boolean, report: ReportProblem): void {
  const seen = new Set<string>();
  let atLaunch: string | undefined;
  for (const [index, volume] of objectsIn(definition['volumes']).entries()) {
    const path: JsonPath = ['volumes', index];
    const name = textOf(volume['name']);
    if (name === '')
      report(path, `volumes[${index}] has no name`, 'Add name; mountPoints name it as sourceVolume.');
    else if (seen.has(name)) {
      report([...path, 'name'], `two volumes are named ${name}`, 'Give every volume a name of its own.');
    }
    seen.add(name);
    const kinds = KINDS.filter((kind) => !isEmpty(volume[kind]));
    if (kinds.length > 1) {
      report([...path, kinds[1] ?? ''], `volume ${name} has ${kinds.join(' and ')}`, 'Keep one of them.');
    }
    if (volume['configuredAtLaunch'] === true) {
      if (kinds.length > 0) {
        report(
          [...path, 'configuredAtLaunch'],
          `volume ${name} is configured at launch and has ${kinds.join(' and ')}`,
          'Keep one of them.',
        );
      }
      if (atLaunch !== undefined) {
        report(
          [...path, 'configuredAtLaunch'],
          `the volumes ${atLaunch} and ${name} are both configured at launch, and ECS takes one`,
          'Keep configuredAtLaunch on one volume.',
        );
      }
      atLaunch = name;
    }
    checkEfs(definition, volume, [...path, 'efsVolumeConfiguration'], complete, report);
    checkS3Files(volume, [...path, 's3filesVolumeConfiguration'], report);
    checkDocker(volume, [...path, 'dockerVolumeConfiguration'], report);
  }
}

function checkEfs(
  definition: JsonObject,
  volume: JsonObject,
  path: JsonPath,
  complete: boolean,
  report: ReportProblem,
): void {
  const efs = volume['efsVolumeConfiguration'];
  if (!isJsonObject(efs)) return;
  const name = textOf(volume['name']);
  const authorization = isJsonObject(efs['authorizationConfig']) ? efs['authorizationConfig'] : {};
  const accessPoint = textOf(authorization['accessPointId']);
  const iam = authorization['iam'] === 'ENABLED';
  if (accessPoint !== '') checkRoot(efs, name, path, report);
  if ((accessPoint !== '' || iam) && efs['transitEncryption'] !== 'ENABLED') {
    report(
      efs['transitEncryption'] === undefined ? path : [...path, 'transitEncryption'],
      `volume ${name} uses ${accessPoint === '' ? 'IAM authorization' : 'an access point'} of EFS without transit encryption`,
      'Write transitEncryption: ENABLED.',
    );
  }
  if (iam && complete && definition['taskRoleArn'] === undefined) {
    report(
      [...path, 'authorizationConfig', 'iam'],
      `volume ${name} uses IAM authorization of EFS, and the task has no role`,
      'Add taskRoleArn, the input task-role-arn, or stack.',
    );
  }
  if (
    efs['transitEncryptionPort'] !== undefined &&
    efs['transitEncryption'] !== 'ENABLED' &&
    accessPoint === '' &&
    !iam
  ) {
    report(
      [...path, 'transitEncryptionPort'],
      `volume ${name} has transitEncryptionPort without transit encryption`,
      'Write transitEncryption: ENABLED, or remove transitEncryptionPort.',
    );
  }
  const port = efs['transitEncryptionPort'];
  if (typeof port === 'number' && (port < 0 || port > 65_535)) {
    report(
      [...path, 'transitEncryptionPort'],
      `transitEncryptionPort ${port} is no port`,
      'Write a number from 1 to 65535.',
    );
  }
  if (accessPoint !== '' && !/^fsap-[0-9a-f]{8,40}$/.test(accessPoint)) {
    report(
      [...path, 'authorizationConfig', 'accessPointId'],
      `${quoted(accessPoint)} is no id of an access point`,
      'Write it like fsap-0123456789abcdef0.',
    );
  }
  if (!/^fs-[0-9a-f]{8,40}$/.test(textOf(efs['fileSystemId']))) {
    report(
      [...path, 'fileSystemId'],
      `${JSON.stringify(efs['fileSystemId'] ?? null)} is no id of a file system`,
      'Write it like fs-0123456789abcdef0.',
    );
  }
}

function checkS3Files(volume: JsonObject, path: JsonPath, report: ReportProblem): void {
  const files = volume['s3filesVolumeConfiguration'];
  if (isJsonObject(files) && textOf(files['accessPointArn']) !== '')
    checkRoot(files, textOf(volume['name']), path, report);
}

/** With an access point, the root directory is the access point's. */
function checkRoot(configuration: JsonObject, name: string, path: JsonPath, report: ReportProblem): void {
  const root = configuration['rootDirectory'];
  if (root === undefined || root === '' || root === '/') return;
  report(
    [...path, 'rootDirectory'],
    `volume ${name} has an access point and rootDirectory ${JSON.stringify(root)}`,
    'Remove rootDirectory (or write /): the access point has a path of its own.',
  );
}

function checkDocker(volume: JsonObject, path: JsonPath, report: ReportProblem): void {
  const docker = volume['dockerVolumeConfiguration'];
  if (!isJsonObject(docker) || docker['autoprovision'] === undefined || docker['scope'] === 'shared') return;
  report(
    [...path, 'autoprovision'],
    `volume ${textOf(volume['name'])} has autoprovision, which only the scope shared knows`,
    'Write scope: shared, or remove autoprovision.',
  );
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || (isJsonObject(value) && Object.keys(value).length === 0);
}
