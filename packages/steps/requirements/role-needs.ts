import type { Permission } from '@cutover/domain/identity/role';
import { parseImageReference } from '@cutover/domain/image/reference';
import { isJsonObject, textOf, type JsonObject, type JsonPath } from '@cutover/domain/text/json';
import { parseSecretReference } from '@cutover/domain/secret-reference';
import { containersOf, objectsIn } from '@cutover/domain/task-definition/containers';
import type { SecretLooks, SecretUse } from './secrets.ts';

/** Permission that an execution role needs, and the value of the definition that asks for it. */
export interface Need extends Permission {
  /** `pull the image of container app` */
  readonly purpose: string;
  readonly path: JsonPath;
  /** No policy of the resource itself can grant it. */
  readonly certain: boolean;
}

/** Where the tasks run. */
export interface CredentialHome {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** Everything that ECS does with the execution role before a container starts. */
export function executionNeeds(
  definition: JsonObject,
  uses: readonly SecretUse[],
  looks: SecretLooks,
  home: CredentialHome,
): readonly Need[] {
  return [
    ...containersOf(definition).flatMap((container, index) => {
      const path: JsonPath = ['containerDefinitions', index];
      return [
        ...imageNeeds(container, path, home),
        ...logNeeds(container, path, home),
        ...fileNeeds(container, path, home),
      ];
    }),
    ...uses.flatMap((use) => secretNeeds(use, looks, home)),
  ];
}

function imageNeeds(
  container: JsonObject,
  path: JsonPath,
  { account, partition, region }: CredentialHome,
): Need[] {
  const reference = parseImageReference(textOf(container['image']));
  if (reference?.account === undefined) return [];
  const owner = reference.account;
  const purpose = `pull the image of container ${textOf(container['name'])}`;
  return [
    {
      purpose,
      path: [...path, 'image'],
      actions: ['ecr:GetAuthorizationToken'],
      resources: ['*'],
      certain: true,
    },
    {
      purpose,
      path: [...path, 'image'],
      actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      resources: [`arn:${partition}:ecr:${reference.region ?? region}:${owner}:repository/${reference.name}`],
      certain: owner !== account,
    },
  ];
}

function logNeeds(
  container: JsonObject,
  path: JsonPath,
  { account, partition, region }: CredentialHome,
): Need[] {
  const logging = container['logConfiguration'];
  if (!isJsonObject(logging) || logging['logDriver'] !== 'awslogs') return [];
  const options = isJsonObject(logging['options']) ? logging['options'] : {};
  const name = textOf(container['name']);
  const group = `arn:${partition}:logs:${textOf(options['awslogs-region']) || region}:${account}:log-group:${textOf(options['awslogs-group'])}`;
  const need = (purpose: string, actions: readonly string[], resource: string): Need => ({
    purpose,
    path: [...path, 'logConfiguration'],
    actions,
    resources: [resource],
    certain: true,
  });
  return [
    need(
      `write the logs of container ${name}`,
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
      `${group}:log-stream:${textOf(options['awslogs-stream-prefix'])}/${name}/task`,
    ),
    ...(textOf(options['awslogs-create-group']) === 'true'
      ? [
          need(
            `make the log group of container ${name}, as awslogs-create-group says`,
            ['logs:CreateLogGroup'],
            `${group}:log-stream:`,
          ),
        ]
      : []),
  ];
}

/** Policies of buckets often grant what a role's own do not. */
function fileNeeds(container: JsonObject, path: JsonPath, { partition }: CredentialHome): Need[] {
  const name = textOf(container['name']);
  return objectsIn(container['environmentFiles']).flatMap((file, at) => {
    const arn = textOf(file['value']);
    const [, bucket] = /^arn:[^:]+:s3:::([^/]+)\//.exec(arn) ?? [];
    if (bucket === undefined) return [];
    const need = {
      purpose: `read the environment file ${arn} of container ${name}`,
      path: [...path, 'environmentFiles', at],
      certain: false,
    };
    return [
      { ...need, actions: ['s3:GetObject'], resources: [arn] },
      { ...need, actions: ['s3:GetBucketLocation'], resources: [`arn:${partition}:s3:::${bucket}`] },
    ];
  });
}

function secretNeeds({ item, path, valueFrom }: SecretUse, looks: SecretLooks, home: CredentialHome): Need[] {
  const { account, partition, region } = home;
  const look = looks.get(valueFrom);
  // Skip missing secrets, and never send IAM a text that may be the secret itself.
  if (look?.state === 'missing' || look?.state === 'deleted') return [];
  if (look?.state !== 'found' && !/^(arn:|\/)/.test(valueFrom)) return [];
  const reference = parseSecretReference(valueFrom);
  const { kind, names } = reference;
  const [first = ''] = names;
  const where = `${reference.region ?? region}:${reference.account ?? account}`;
  const resource =
    kind === 'secret'
      ? (look?.arn ?? first)
      : `arn:${partition}:ssm:${where}:parameter/${first.replace(/^\//, '')}`;
  const key = look?.kmsKey;
  const keyArn =
    key === undefined || key.startsWith('alias/')
      ? undefined
      : key.startsWith('arn:')
        ? key
        : `arn:${partition}:kms:${where}:key/${key}`;
  return [
    {
      purpose: `read the ${item}`,
      path,
      actions: [kind === 'secret' ? 'secretsmanager:GetSecretValue' : 'ssm:GetParameters'],
      resources: [resource],
      certain: true,
    },
    // A key's own policy may grant it.
    ...(keyArn?.includes(':key/') === true
      ? [
          {
            purpose: `decrypt the ${item}`,
            path,
            actions: ['kms:Decrypt'],
            resources: [keyArn],
            certain: false,
          },
        ]
      : []),
  ];
}
