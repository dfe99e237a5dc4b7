import * as fc from 'fast-check';
import { isJsonObject, type Json, type JsonObject } from '@cutover/domain/text/json';
import { containersOf, objectsIn } from '@cutover/domain/task-definition/containers';
import { placeholderIn } from '@cutover/domain/task-definition/placeholder';
import { TASK_DEFINITION_SHAPE, type Shape } from '@cutover/domain/task-definition/shape';

/** Text with a placeholder such as `$A` is refused before ECS sees it. */
function isFilledIn(text: string): boolean {
  return placeholderIn(text) === undefined;
}

/** Any value of a shape of the API model: members that may be absent are absent half of the time. */
function arbitrary(shape: Shape): fc.Arbitrary<Json> {
  if (shape === 'string') return fc.string({ unit: 'grapheme', maxLength: 12 }).filter(isFilledIn);
  if (shape === 'integer') return fc.integer({ min: -1, max: 70_000 });
  if (shape === 'boolean') return fc.boolean();
  if (shape.kind === 'list') return fc.array(arbitrary(shape.of), { maxLength: 2 });
  if (shape.kind === 'map')
    return fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), arbitrary(shape.of), { maxKeys: 2 });
  const members = Object.entries(shape.members);
  return fc.record(Object.fromEntries(members.map(([name, one]) => [name, arbitrary(one.shape)])), {
    requiredKeys: members.filter(([, one]) => one.required).map(([name]) => name),
  });
}

/** Words that the model allows where it has an enumeration, by the member's name. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  appProtocol: ['http', 'http2', 'grpc'],
  protocol: ['tcp', 'udp'],
  condition: ['START'],
  versionConsistency: ['enabled', 'disabled'],
  scope: ['task', 'shared'],
  transitEncryption: ['ENABLED', 'DISABLED'],
  iam: ['ENABLED', 'DISABLED'],
  pidMode: ['task', 'host'],
  ipcMode: ['task', 'none'],
  cpuArchitecture: ['X86_64', 'ARM64'],
  operatingSystemFamily: ['LINUX'],
};

const CAPABILITIES = ['SYS_PTRACE', 'NET_ADMIN', 'ALL'];
const LIMITS = ['core', 'cpu', 'nofile'];

/** A definition that ECS takes: any value of the model, with what ECS holds against each other put right. */
export const validDefinitions: fc.Arbitrary<JsonObject> = fc
  .tuple(arbitrary(TASK_DEFINITION_SHAPE), fc.nat(), fc.boolean())
  .map(([value, seed, fargate]) => {
    const any = without(worded(value, seed) as JsonObject, ['tags', 'inferenceAccelerators']);
    const volumes = objectsIn(any['volumes']).map((volume, index) => ({
      ...validVolume(volume, fargate),
      name: `v${index}`,
    }));
    const given = containersOf(any);
    const { ephemeralStorage, proxyConfiguration } = any;
    const mode = fargate
      ? 'awsvpc'
      : any['networkMode'] === undefined
        ? undefined
        : (['bridge', 'host', 'none'][seed % 3] ?? '');
    const containers = routed(
      (given.length === 0 ? [{}] : given).map((container, index) =>
        validContainer(container, index, fargate, volumes.length, seed, mode ?? 'bridge'),
      ),
    );
    const needsRole = fargate || containers.some(readsWithExecutionRole);
    return {
      ...without(any, [
        'cpu',
        'memory',
        'networkMode',
        ...(fargate ? ['ipcMode', 'placementConstraints'] : []),
      ]),
      ...(fargate && any['pidMode'] !== undefined ? { pidMode: 'task' } : {}),
      family: `family-${seed}`,
      containerDefinitions: containers,
      requiresCompatibilities: fargate ? ['FARGATE'] : ['EC2'],
      ...(fargate ? { networkMode: 'awsvpc', cpu: '.5 vCPU', memory: '2 GB' } : { memory: '512' }),
      ...(any['volumes'] === undefined ? {} : { volumes }),
      ...(any['executionRoleArn'] === undefined && !needsRole
        ? {}
        : { executionRoleArn: 'arn:aws:iam::123456789012:role/execution' }),
      ...(any['taskRoleArn'] === undefined && !JSON.stringify(volumes).includes('"iam":"ENABLED"')
        ? {}
        : { taskRoleArn: 'arn:aws:iam::123456789012:role/path/task' }),
      ...(ephemeralStorage === undefined ? {} : { ephemeralStorage: { sizeInGiB: 21 + (seed % 180) } }),
      ...(mode === undefined || fargate ? {} : { networkMode: mode }),
      ...(isJsonObject(proxyConfiguration)
        ? { proxyConfiguration: { ...proxyConfiguration, containerName: 'c0', type: 'APPMESH' } }
        : {}),
      ...(any['placementConstraints'] === undefined || fargate
        ? {}
        : {
            placementConstraints: objectsIn(any['placementConstraints']).map((one) => ({
              ...one,
              type: 'memberOf',
            })),
          }),
    };
  });

function without(value: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

const VOLUME_KINDS = [
  'host',
  'dockerVolumeConfiguration',
  'efsVolumeConfiguration',
  'fsxWindowsFileServerVolumeConfiguration',
  's3filesVolumeConfiguration',
];

/** A volume has one kind; an EFS access point enforces its own root, and it and IAM need encryption. */
function validVolume(volume: JsonObject, fargate: boolean): JsonObject {
  const given = VOLUME_KINDS.filter((kind) => volume[kind] !== undefined);
  const refused = fargate
    ? ['host', 'dockerVolumeConfiguration', 'fsxWindowsFileServerVolumeConfiguration']
    : [];
  const kept = given.find((kind) => !refused.includes(kind));
  const one: JsonObject = {
    ...without(volume, [...given.filter((kind) => kind !== kept), 'configuredAtLaunch']),
    ...(isJsonObject(volume['s3filesVolumeConfiguration']) && kept === 's3filesVolumeConfiguration'
      ? { [kept]: without(volume[kept] as JsonObject, ['rootDirectory']) }
      : {}),
    ...(isJsonObject(volume['dockerVolumeConfiguration']) && kept === 'dockerVolumeConfiguration'
      ? { [kept]: { ...(volume[kept] as JsonObject), scope: 'shared' } }
      : {}),
  };
  const efs = one['efsVolumeConfiguration'];
  if (!isJsonObject(efs)) return one;
  const { authorizationConfig, rootDirectory, transitEncryption, transitEncryptionPort } = efs;
  const encrypted = authorizationConfig !== undefined || transitEncryptionPort !== undefined;
  return {
    ...one,
    efsVolumeConfiguration: {
      ...efs,
      fileSystemId: 'fs-0123456789abcdef0',
      ...(encrypted || transitEncryption !== undefined ? { transitEncryption: 'ENABLED' } : {}),
      ...(rootDirectory === undefined ? {} : { rootDirectory: '/' }),
      ...(transitEncryptionPort === undefined ? {} : { transitEncryptionPort: 2049 }),
      ...(isJsonObject(authorizationConfig) && authorizationConfig['accessPointId'] !== undefined
        ? { authorizationConfig: { ...authorizationConfig, accessPointId: 'fsap-0123456789abcdef0' } }
        : {}),
    },
  };
}

/** Secrets, files and logins are read with the execution role. */
function readsWithExecutionRole(container: JsonObject): boolean {
  const { environmentFiles, logConfiguration, repositoryCredentials, secrets } = container;
  const logSecrets = isJsonObject(logConfiguration) ? logConfiguration['secretOptions'] : undefined;
  return (
    repositoryCredentials !== undefined ||
    [environmentFiles, secrets, logSecrets].some((list) => objectsIn(list).length > 0)
  );
}

/** A hard limit of -1 is none; below it, a soft limit is from 0 to the hard one. */
function limited(one: JsonObject, seed: number): JsonObject {
  const { hardLimit } = one;
  if (typeof hardLimit !== 'number' || hardLimit < 0) return one;
  return { ...one, softLimit: seed % (hardLimit + 1) };
}

/** FireLens has a router and a container that sends to it, or neither. */
function routed(containers: readonly JsonObject[]): JsonObject[] {
  const [first = {}, ...others] = containers.map((one, index) =>
    index === 0 ? one : without(one, ['firelensConfiguration']),
  );
  const last = others.at(-1);
  if (first['firelensConfiguration'] === undefined) return [first, ...others];
  if (last === undefined) return [without(first, ['firelensConfiguration'])];
  return [first, ...others.slice(0, -1), { ...last, logConfiguration: { logDriver: 'awsfirelens' } }];
}

/** With the model's words in place of any text. */
function worded(value: Json, seed: number, name = ''): Json {
  const words = WORDS[name];
  if (words !== undefined && typeof value === 'string') return words[seed % words.length] ?? value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => worded(one, seed));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, worded(one, seed, key)]));
}

function validContainer(
  container: JsonObject,
  index: number,
  fargate: boolean,
  volumes: number,
  seed: number,
  mode: string,
): JsonObject {
  const named = (list: Json | undefined, prefix: string): readonly JsonObject[] =>
    objectsIn(list).map((one, at) => ({ ...one, name: `${prefix}_${at}` }));
  const present = (member: string, value: (given: Json) => Json): JsonObject =>
    container[member] === undefined ? {} : { [member]: value(container[member]) };
  const secret = (one: JsonObject, at: number): JsonObject => ({ ...one, valueFrom: `/a/${seed}/${at}` });
  const within = (from: number, to: number): number => from + (seed % (to - from + 1));
  const part = (given: Json, values: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries({ ...(given as JsonObject), ...values }).filter(
        ([key]) => (given as JsonObject)[key] !== undefined,
      ),
    );
  return {
    ...without(container, [
      ...(mode === 'bridge' ? [] : ['links']),
      ...(mode === 'none' ? ['portMappings'] : []),
      ...(fargate
        ? ['hostname', 'dnsServers', 'dnsSearchDomains', 'extraHosts', 'dockerSecurityOptions']
        : []),
      ...(fargate ? ['resourceRequirements'] : []),
      ...(index === 0 ? ['volumesFrom'] : []),
    ]),
    ...present('cpu', () => seed % 100),
    ...present('memory', () => 32 + (seed % 64)),
    ...present('memoryReservation', () => 6 + (seed % 16)),
    name: `c${index}`,
    image: `example/app:${seed % 1000}`,
    ...(index === 0 ? present('essential', () => true) : {}),
    ...(mode === 'none'
      ? {}
      : present('portMappings', (list) =>
          objectsIn(list).map((mapping, at) => ({
            ...without(mapping, ['containerPortRange', 'hostPort']),
            ...(mapping['name'] === undefined ? {} : { name: `p${index}-${at}` }),
            containerPort: 1000 + index * 100 + at,
            ...(seed % 2 === 0 ? { hostPort: 1000 + index * 100 + at } : {}),
          })),
        )),
    ...(index === 0
      ? {}
      : present('volumesFrom', (list) => objectsIn(list).map((one) => ({ ...one, sourceContainer: 'c0' })))),
    ...present('environment', (list) => named(list, 'V')),
    ...present('secrets', (list) => named(list, 'S').map(secret)),
    ...present('environmentFiles', (list) =>
      objectsIn(list).map((_, at) => ({ value: `arn:aws:s3:::bucket/${at}.env`, type: 's3' })),
    ),
    ...present('mountPoints', (list) =>
      objectsIn(list).map((mount, at) => ({
        ...without(mount, ['sourceVolume']),
        containerPath: `/mnt/${at}`,
        ...(volumes === 0 ? {} : { sourceVolume: `v${seed % volumes}` }),
      })),
    ),
    ...(mode === 'bridge' ? present('links', () => (index === 0 ? [] : ['c0', 'c0:first'])) : {}),
    ...present('dependsOn', () => (index === 0 ? [] : [{ containerName: 'c0', condition: 'START' }])),
    ...present('logConfiguration', (given) => ({
      ...(given as JsonObject),
      logDriver: fargate ? 'splunk' : (['json-file', 'syslog', 'splunk'][seed % 3] ?? ''),
      ...((given as JsonObject)['secretOptions'] === undefined
        ? {}
        : { secretOptions: objectsIn((given as JsonObject)['secretOptions']).map(secret) }),
    })),
    ...present('healthCheck', (given) =>
      part(given, {
        command: ['CMD-SHELL', 'curl -f "http://localhost/" || exit 1'],
        interval: within(5, 300),
        timeout: within(2, 60),
        retries: within(1, 10),
        startPeriod: within(0, 300),
      }),
    ),
    ...present('startTimeout', () => within(2, 120)),
    ...present('stopTimeout', () => within(2, 120)),
    ...present('restartPolicy', (given) => part(given, { restartAttemptPeriod: within(60, 1800) })),
    ...present('ulimits', (list) =>
      objectsIn(list).map((one, at) => ({ ...limited(one, seed), name: LIMITS[at] ?? 'core' })),
    ),
    ...present('linuxParameters', (given) =>
      part(
        without(given as JsonObject, fargate ? ['devices', 'sharedMemorySize', 'maxSwap', 'swappiness'] : []),
        {
          swappiness: within(0, 100),
          capabilities: part((given as JsonObject)['capabilities'] ?? {}, {
            add: fargate ? ['SYS_PTRACE'] : [CAPABILITIES[seed % 3] ?? ''],
            drop: ['ALL'],
          }),
          devices: objectsIn((given as JsonObject)['devices']).map((one) =>
            part(one, { permissions: ['read', 'mknod'] }),
          ),
        },
      ),
    ),
    ...(fargate
      ? {}
      : present('resourceRequirements', (list) =>
          objectsIn(list).map((one) => ({
            ...one,
            type: 'GPU',
            value: '1',
            ...(one['sharingStrategy'] === undefined
              ? {}
              : {
                  sharingStrategy: {
                    nvidiaMps: { memory: 1 + (seed % 9), maxComputePercent: 1 + (seed % 100) },
                  },
                }),
          })),
        )),
    ...present('firelensConfiguration', (given) => ({ ...(given as JsonObject), type: 'fluentbit' })),
    ...present('privileged', () => (fargate ? false : seed % 2 === 0)),
    ...present('repositoryCredentials', () => ({ credentialsParameter: '/a/login' })),
  };
}
