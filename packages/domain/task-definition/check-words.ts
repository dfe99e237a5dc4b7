import { quoted } from '../inputs/input.ts';
import { formatJsonPath, isJsonObject, type Json, type JsonObject, type JsonPath } from '../text/json.ts';
import { slipAmong } from '../text/slip.ts';
import type { ReportProblem } from './problem.ts';

interface Words {
  /** List indices are left out. */
  readonly path: string;
  readonly words: readonly string[];
  /** Words of other tools, by the one that AWS has for them. */
  readonly meant?: Readonly<Record<string, string>>;
}

const CONTAINER = 'containerDefinitions';
const EFS = 'volumes.efsVolumeConfiguration';

export const LOG_DRIVERS: readonly string[] = [
  'json-file',
  'syslog',
  'journald',
  'gelf',
  'fluentd',
  'awslogs',
  'splunk',
  'awsfirelens',
];

/** Docker's and the kernel's words for `runtimePlatform.cpuArchitecture`. */
export const ARCHITECTURES_ELSEWHERE = { amd64: 'X86_64', x64: 'X86_64', aarch64: 'ARM64' } as const;

/** `runtimePlatform.operatingSystemFamily` */
export const OPERATING_SYSTEMS = [
  'LINUX',
  'WINDOWS_SERVER_2004_CORE',
  'WINDOWS_SERVER_2016_FULL',
  'WINDOWS_SERVER_2019_CORE',
  'WINDOWS_SERVER_2019_FULL',
  'WINDOWS_SERVER_2022_CORE',
  'WINDOWS_SERVER_2022_FULL',
  'WINDOWS_SERVER_2025_CORE',
  'WINDOWS_SERVER_2025_FULL',
  'WINDOWS_SERVER_20H2_CORE',
] as const;

/** The enumerations of RegisterTaskDefinition's request, after the service's API model of August 2026. */
export const ENUMERATIONS: readonly Words[] = [
  { path: 'networkMode', words: ['bridge', 'host', 'awsvpc', 'none'] },
  { path: 'requiresCompatibilities', words: ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'] },
  { path: 'pidMode', words: ['host', 'task'] },
  { path: 'ipcMode', words: ['host', 'task', 'none'] },
  {
    path: 'runtimePlatform.cpuArchitecture',
    words: ['X86_64', 'ARM64'],
    meant: ARCHITECTURES_ELSEWHERE,
  },
  {
    path: 'runtimePlatform.operatingSystemFamily',
    words: OPERATING_SYSTEMS,
  },
  { path: 'placementConstraints.type', words: ['memberOf'] },
  { path: `${CONTAINER}.portMappings.protocol`, words: ['tcp', 'udp'] },
  { path: `${CONTAINER}.portMappings.appProtocol`, words: ['http', 'http2', 'grpc'] },
  { path: `${CONTAINER}.environmentFiles.type`, words: ['s3'] },
  { path: `${CONTAINER}.dependsOn.condition`, words: ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'] },
  { path: `${CONTAINER}.versionConsistency`, words: ['enabled', 'disabled'] },
  {
    path: `${CONTAINER}.ulimits.name`,
    words: [
      'core',
      'cpu',
      'data',
      'fsize',
      'locks',
      'memlock',
      'msgqueue',
      'nice',
      'nofile',
      'nproc',
      'rss',
      'rtprio',
      'rttime',
      'sigpending',
      'stack',
    ],
  },
  {
    path: `${CONTAINER}.resourceRequirements.type`,
    words: ['GPU', 'InferenceAccelerator', 'NeuronDevice'],
  },
  { path: `${CONTAINER}.linuxParameters.devices.permissions`, words: ['read', 'write', 'mknod'] },
  { path: `${CONTAINER}.logConfiguration.logDriver`, words: LOG_DRIVERS },
  { path: `${CONTAINER}.firelensConfiguration.type`, words: ['fluentd', 'fluentbit'] },
  { path: `${EFS}.transitEncryption`, words: ['ENABLED', 'DISABLED'] },
  { path: `${EFS}.authorizationConfig.iam`, words: ['ENABLED', 'DISABLED'] },
  { path: 'volumes.dockerVolumeConfiguration.scope', words: ['task', 'shared'] },
  { path: 'proxyConfiguration.type', words: ['APPMESH'] },
  {
    path: 'trustedExecutionConfiguration.isolationMode',
    words: ['SHARED', 'ISOLATED_SANDBOX', 'CONFIDENTIAL_SANDBOX'],
  },
];

const BY_PATH = new Map(ENUMERATIONS.map((one) => [one.path, one]));

/** Takes note of a word that no enumeration has. @param meant the word that a slip of the pen means */
type ReportWord = (path: JsonPath, message: string, words: readonly string[], meant?: string) => void;

/** Refuses words that are slips of the pen. AWS adds words to its enumerations, so that others are left to AWS. */
export function checkWords(definition: JsonObject, report: ReportProblem): void {
  visit(definition, [], '', (path, message, _, meant) => {
    if (meant !== undefined) report(path, message, `Did you mean ${meant}?`);
  });
}

/** Names the words that no enumeration has and that are no slips: they may be newer than this version. */
export function findNewWords(definition: JsonObject, report: ReportProblem): void {
  visit(definition, [], '', (path, message, words, meant) => {
    if (meant === undefined)
      report(
        path,
        `${message}; ECS decides about it`,
        `Write one of ${words.join(', ')}, unless AWS has added it.`,
      );
  });
}

function visit(value: Json, path: JsonPath, place: string, report: ReportWord): void {
  if (Array.isArray(value)) {
    for (const [index, one] of (value as readonly Json[]).entries())
      visit(one, [...path, index], place, report);
  } else if (isJsonObject(value)) {
    for (const [name, one] of Object.entries(value))
      visit(one, [...path, name], place === '' ? name : `${place}.${name}`, report);
  } else if (typeof value === 'string') {
    const known = BY_PATH.get(place);
    if (known === undefined || known.words.includes(value)) return;
    report(
      path,
      `${formatJsonPath(path)} is ${quoted(value)}, not one of ${known.words.join(', ')}`,
      known.words,
      slipAmong(value, known.words, known.meant),
    );
  }
}
