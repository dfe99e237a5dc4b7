import { nearestName, quoted } from '../inputs.ts';
import { formatJsonPath, isJsonObject, type Json, type JsonObject, type JsonPath } from '../json.ts';
import type { Report } from './check-container.ts';

interface Words {
  /** List indices are left out. */
  readonly path: string;
  readonly words: readonly string[];
  /** AWS adds to these: only what looks like a slip is refused. */
  readonly open?: true;
}

const CONTAINER = 'containerDefinitions';
const EFS = 'volumes.efsVolumeConfiguration';

/** The enumerations of RegisterTaskDefinition's request, after the service's API model of August 2026. */
const ENUMERATIONS: readonly Words[] = [
  { path: 'networkMode', words: ['bridge', 'host', 'awsvpc', 'none'] },
  { path: 'requiresCompatibilities', words: ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'], open: true },
  { path: 'pidMode', words: ['host', 'task'] },
  { path: 'ipcMode', words: ['host', 'task', 'none'] },
  { path: 'runtimePlatform.cpuArchitecture', words: ['X86_64', 'ARM64'], open: true },
  {
    path: 'runtimePlatform.operatingSystemFamily',
    words: [
      'LINUX',
      'WINDOWS_SERVER_2019_CORE',
      'WINDOWS_SERVER_2019_FULL',
      'WINDOWS_SERVER_2022_CORE',
      'WINDOWS_SERVER_2022_FULL',
      'WINDOWS_SERVER_2025_CORE',
      'WINDOWS_SERVER_2025_FULL',
    ],
    open: true,
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
    open: true,
  },
  { path: `${CONTAINER}.firelensConfiguration.type`, words: ['fluentd', 'fluentbit'] },
  { path: `${EFS}.transitEncryption`, words: ['ENABLED', 'DISABLED'] },
  { path: `${EFS}.authorizationConfig.iam`, words: ['ENABLED', 'DISABLED'] },
  { path: 'volumes.dockerVolumeConfiguration.scope', words: ['task', 'shared'] },
];

const BY_PATH = new Map(ENUMERATIONS.map((one) => [one.path, one]));

/** Every value of an enumeration is one of its words. */
export function checkWords(definition: JsonObject, report: Report): void {
  visit(definition, [], '', report);
}

function visit(value: Json, path: JsonPath, place: string, report: Report): void {
  if (Array.isArray(value)) {
    for (const [index, one] of (value as readonly Json[]).entries())
      visit(one, [...path, index], place, report);
  } else if (isJsonObject(value)) {
    for (const [name, one] of Object.entries(value))
      visit(one, [...path, name], place === '' ? name : `${place}.${name}`, report);
  } else if (typeof value === 'string') {
    checkWord(value, path, BY_PATH.get(place), report);
  }
}

function checkWord(value: string, path: JsonPath, known: Words | undefined, report: Report): void {
  if (known === undefined || known.words.includes(value)) return;
  const { open, words } = known;
  const meant = words.find((one) => one.toLowerCase() === value.toLowerCase()) ?? nearestName(value, words);
  if (open === true && meant === undefined) return;
  report(
    path,
    `${formatJsonPath(path)} is ${quoted(value)}, not one of ${words.join(', ')}`,
    meant === undefined ? `Write one of ${words.join(', ')}.` : `Did you mean ${meant}?`,
  );
}
