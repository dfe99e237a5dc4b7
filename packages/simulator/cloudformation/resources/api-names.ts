/** Names whose API spelling isn't the CloudFormation name with a small first letter. */
const SPELLINGS = new Map([
  ['EFSVolumeConfiguration', 'efsVolumeConfiguration'],
  ['ECSServices', 'ecsServices'],
  ['FSxWindowsFileServerVolumeConfiguration', 'fsxWindowsFileServerVolumeConfiguration'],
  ['FilesystemId', 'fileSystemId'],
  ['IAM', 'iam'],
  ['S3Location', 's3Location'],
]);

/** Members whose keys are data, not names. */
const DATA = new Set(['DockerLabels', 'DriverOpts', 'Labels', 'Options']);

/** A CloudFormation value (`ContainerDefinitions`) as the JSON APIs want it (`containerDefinitions`), at any depth. */
export function toApi(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toApi);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      SPELLINGS.get(key) ?? key.charAt(0).toLowerCase() + key.slice(1),
      DATA.has(key) ? member : toApi(member),
    ]),
  );
}

/** `[{ Key, Value }]` of a resource. */
export function tagsOf(value: unknown): { Key: string; Value: string }[] {
  return Array.isArray(value) ? (value as { Key: string; Value: string }[]) : [];
}

/** Tags to set and keys to remove between two lists of tags. */
export function tagChanges(
  next: unknown,
  previous: unknown,
): { set: { Key: string; Value: string }[]; removed: string[] } {
  const before = new Map(tagsOf(previous).map(({ Key, Value }) => [Key, Value]));
  const after = new Map(tagsOf(next).map(({ Key, Value }) => [Key, Value]));
  return {
    set: [...after]
      .filter(([key, value]) => before.get(key) !== value)
      .map(([Key, Value]) => ({ Key, Value })),
    removed: [...before.keys()].filter((key) => !after.has(key)),
  };
}
