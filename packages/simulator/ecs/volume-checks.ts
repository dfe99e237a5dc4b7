import type { ContainerDefinition, EFSVolumeConfiguration, Volume } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';

/** How a volume may be backed; a volume has one of them, or none for storage of the task's own. */
const KINDS = [
  'host',
  'dockerVolumeConfiguration',
  'efsVolumeConfiguration',
  'fsxWindowsFileServerVolumeConfiguration',
  's3filesVolumeConfiguration',
] as const;

/**
 * The rules of volumes, as the API reference describes them for Volume, EFSVolumeConfiguration and
 * EFSAuthorizationConfig. Wordings that no public report shows are assumptions.
 * @throws ApiError ClientException
 */
export function checkVolumes(
  volumes: readonly Volume[],
  containers: readonly ContainerDefinition[],
  fargate: boolean,
): void {
  const names = new Set<string>();
  for (const volume of volumes) {
    const { name = '' } = volume;
    if (names.has(name)) throw refuse(`Duplicate volume name '${name}'.`);
    names.add(name);
    // An empty host is a volume of the task's own, as ECS itself describes it.
    const kinds = KINDS.filter((kind) => Object.keys(volume[kind] ?? {}).length > 0);
    const atLaunch = volume.configuredAtLaunch === true;
    if (kinds.length + (atLaunch ? 1 : 0) > 1) {
      throw refuse(
        'When the volume parameter is specified, only one volume configuration type should be used.',
      );
    }
    if (atLaunch && volumes.some((other) => other !== volume && other.configuredAtLaunch === true))
      throw refuse('A task definition may only have one volume configured at launch.');
    const { s3filesVolumeConfiguration: files, dockerVolumeConfiguration: docker } = volume;
    if ((files?.accessPointArn ?? '') !== '' && !['', '/'].includes(files?.rootDirectory ?? ''))
      throw refuse('With an access point, the root directory must either be set to "/" or be omitted.');
    if (docker?.autoprovision !== undefined && docker.scope !== 'shared')
      throw refuse('autoprovision is only used if the scope is shared.');
    if (volume.efsVolumeConfiguration !== undefined) checkEfs(name, volume.efsVolumeConfiguration);
    if (!fargate) continue;
    if (volume.host?.sourcePath !== undefined)
      throw refuse('host.sourcePath should not be set for volumes in Fargate.');
    if (volume.dockerVolumeConfiguration !== undefined)
      throw refuse(`Fargate does not support Docker volumes, such as '${name}'.`);
  }
  for (const { name = '', mountPoints = [], volumesFrom = [] } of containers) {
    for (const { sourceVolume = '' } of mountPoints)
      if (sourceVolume !== '' && !names.has(sourceVolume)) throw refuse(`Unknown volume '${sourceVolume}'.`);
    for (const { sourceContainer = '' } of volumesFrom) {
      if (!containers.some((other) => other.name === sourceContainer && sourceContainer !== name))
        throw refuse(`Container '${name}' takes volumes from '${sourceContainer}', which does not exist.`);
    }
  }
}

function checkEfs(name: string, efs: EFSVolumeConfiguration): void {
  const { rootDirectory = '', transitEncryption, authorizationConfig: access = {} } = efs;
  if (name === '') throw refuse('An EFS volume needs a name.');
  if (!/^fs-[0-9a-f]{8,40}$/.test(efs.fileSystemId ?? ''))
    throw refuse(`Invalid EFS file system id '${efs.fileSystemId ?? ''}'.`);
  const point = (access.accessPointId ?? '') !== '';
  if (point && rootDirectory !== '' && rootDirectory !== '/') {
    throw refuse(
      'When using an EFS access point, the root directory must either be set to "/" or be omitted.',
    );
  }
  if (transitEncryption === 'ENABLED') return;
  if (access.iam === 'ENABLED')
    throw refuse('Transit encryption must be enabled when EFS IAM authorization is used.');
  if (point) throw refuse('Transit encryption must be enabled when an EFS access point is used.');
  if (efs.transitEncryptionPort !== undefined)
    throw refuse('transitEncryptionPort needs transit encryption to be enabled.');
}

function refuse(message: string): ApiError {
  return new ApiError('ClientException', message);
}
