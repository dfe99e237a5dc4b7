import { ConfigurationError } from '@cutover/domain/errors';
import { InvalidInput } from '@cutover/domain/inputs/input';
import { textOf, type JsonObject } from '@cutover/domain/text/json';
import { objectsIn } from '@cutover/domain/task-definition/containers';
import { jsonObject, requireMembers } from './json-input.ts';

const EXPECTED = 'a JSON object with the settings of an EBS volume';
const REMEDY =
  'Write it like {"roleArn": "arn:aws:iam::123456789012:role/ecsInfrastructureRole", "sizeInGiB": 30}.';

/** The members of ECS's TaskManagedEBSVolumeConfiguration. */
const MEMBERS = {
  encrypted: 'boolean',
  filesystemType: 'string',
  iops: 'whole number',
  kmsKeyId: 'string',
  roleArn: 'string',
  sizeInGiB: 'whole number',
  snapshotId: 'string',
  tagSpecifications: 'list',
  terminationPolicy: 'object',
  throughput: 'whole number',
  volumeInitializationRate: 'whole number',
  volumeType: 'string',
} as const;

/** The volume that ECS makes for a task. */
export interface EbsVolume {
  readonly name: string;
  readonly settings: JsonObject;
}

/** ECS's JSON: `{"roleArn": "…", "sizeInGiB": 30, "volumeType": "gp3"}`. @throws InvalidInput */
export function parseEbsVolume(text: string): JsonObject {
  const settings = jsonObject(text, EXPECTED, REMEDY);
  requireMembers(EXPECTED, settings, MEMBERS);
  if (!/^arn:aws[\w-]*:iam::\d{12}:role\/\S+$/.test(textOf(settings['roleArn'])))
    throw new InvalidInput(`${EXPECTED}: roleArn is not the ARN of a role`, REMEDY, 'the text');
  if (settings['sizeInGiB'] === undefined && settings['snapshotId'] === undefined)
    throw new InvalidInput(`${EXPECTED}: it has neither sizeInGiB nor snapshotId`, REMEDY, 'the text');
  return settings;
}

/**
 * The volume for the task, as two inputs and the revision say.
 * @throws ConfigurationError where they don't fit
 */
export function chosenVolume(
  name: string | undefined,
  settings: JsonObject | undefined,
  definition: JsonObject,
): EbsVolume | undefined {
  const refuse = (what: string, fix: string): never => {
    throw new ConfigurationError({ what, fix });
  };
  const atLaunch = objectsIn(definition['volumes'])
    .filter((volume) => volume['configuredAtLaunch'] === true)
    .map((volume) => textOf(volume['name']));
  if (name === undefined && settings === undefined) {
    return atLaunch.length === 0
      ? undefined
      : refuse(
          `Input managed-ebs-volume was not given, and volume ${atLaunch.join(', ')} of the task definition is configured at launch.`,
          `Add managed-ebs-volume-name: ${atLaunch[0]} and managed-ebs-volume.`,
        );
  }
  if (name === undefined || settings === undefined) {
    const missing = name === undefined ? 'managed-ebs-volume-name' : 'managed-ebs-volume';
    return refuse(
      `Input ${missing} was not given; a volume takes its name and its settings.`,
      `Add ${missing}.`,
    );
  }
  if (!atLaunch.includes(name)) {
    return refuse(
      `Input managed-ebs-volume-name: no volume ${JSON.stringify(name)} of the task definition is configured at launch.`,
      atLaunch.length === 0
        ? 'Give the volume of the task definition configuredAtLaunch: true, and nothing beside its name.'
        : `Write managed-ebs-volume-name: ${atLaunch[0]}.`,
    );
  }
  return { name, settings };
}
