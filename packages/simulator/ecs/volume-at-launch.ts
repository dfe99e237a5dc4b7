import type { TaskDefinition, TaskVolumeConfiguration } from '@aws-sdk/client-ecs';
import { invalid } from './launch-checks.ts';

/**
 * RunTask configures each volume that the task definition leaves to the launch, and no other one. A new volume takes its
 * size from the request or from a snapshot. The rules are those of TaskVolumeConfiguration and
 * TaskManagedEBSVolumeConfiguration in the API reference; the wordings are assumptions.
 * @throws ApiError InvalidParameterException
 */
export function checkVolumesAtLaunch(
  definition: TaskDefinition,
  configurations: readonly TaskVolumeConfiguration[] | undefined = [],
): void {
  const wanted = (definition.volumes ?? [])
    .filter(({ configuredAtLaunch }) => configuredAtLaunch === true)
    .map(({ name = '' }) => name);
  for (const name of wanted) {
    if (!configurations.some((one) => one.name === name))
      throw invalid(`volumeConfigurations must configure volume '${name}', which is configured at launch.`);
  }
  for (const { name = '', managedEBSVolume: volume } of configurations) {
    if (!wanted.includes(name))
      throw invalid(`Volume '${name}' is not configured at launch in the task definition.`);
    if (volume === undefined) throw invalid(`managedEBSVolume must be specified for volume '${name}'.`);
    if (volume.sizeInGiB === undefined && volume.snapshotId === undefined)
      throw invalid(`Volume '${name}' needs a sizeInGiB or a snapshotId.`);
    if (!/^arn:aws[\w-]*:iam::\d{12}:role\/\S+$/.test(volume.roleArn ?? ''))
      throw invalid(`roleArn of volume '${name}' is not the ARN of a role.`);
  }
}
