import { registerTaskdef as step } from '@cutover/steps/register-taskdef/step';
import { inAccount, STACK } from './account.ts';
import { hides, shows, type Given, type InputProof, type InputProofs } from './proof.ts';

const FILE = { 'task-definition': 'task.json' };
const DIGEST = `sha256:${'ab'.repeat(32)}`;
/** The revision that serves, with more of everything. */
const SERVING = { cluster: 'shop', service: 'web', cpu: '512', memory: '1024' };
const EC2 = { 'task-definition': 'ec2.json' };
const files = {
  'task.json': JSON.stringify({
    family: 'api',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
    containerDefinitions: [{ name: 'app', image: 'test/web' }],
  }),
  'ec2.json': JSON.stringify({
    family: 'api',
    containerDefinitions: [
      { name: 'app', image: 'test/web', memory: 128, environment: [{ name: 'B', value: '2' }] },
    ],
  }),
  'variable.json': JSON.stringify({
    family: 'api',
    containerDefinitions: [{ name: 'app', image: 'test/${TAG}', memory: 128 }],
  }),
  'nobody.json': JSON.stringify({
    family: 'api',
    taskRoleArn: 'arn:aws:iam::123456789012:role/nobody',
    containerDefinitions: [{ name: 'app', image: 'test/web', memory: 128 }],
  }),
};

/** RegisterTaskDefinition is asked for this. */
const registers = (input: string, value: string, pattern: RegExp, beside: Given = FILE): InputProof =>
  shows(input, value, beside, new RegExp(`calls RegisterTaskDefinition .*${pattern.source}`));

export const register: InputProofs = {
  action: 'register-taskdef',
  open: inAccount(step, { files }),
  proofs: [
    shows(
      'task-definition-arn',
      'web:1',
      { 'environment-variables': 'A=1' },
      /calls RegisterTaskDefinition .*"web"/,
    ),
    registers('task-definition', 'task.json', /"family":"api"/, {}),
    registers('task-definition-family', 'web', /"family":"web"/, { 'environment-variables': 'A=2' }),
    shows('task-definition-revision', '2', { 'task-definition-family': 'web', cpu: '512' }, 'web:2'),
    shows('stack', STACK, { cpu: '512', memory: '2048' }, 'web:2'),
    shows('service', 'web', { cluster: 'shop', cpu: '512', memory: '1024' }, 'web:2'),
    shows('cluster', 'shop', { service: 'web', cpu: '512', memory: '1024' }, 'web:2'),
    shows('base', 'family', FILE, 'Input base is family'),
    shows('container-name', 'nobody', { ...FILE, image: 'test/ill' }, 'nobody'),
    registers('image', 'test/ill', /"image":"test\/ill"/),
    registers('images', 'app=test/ill', /"image":"test\/ill"/),
    shows('digest', DIGEST, { ...FILE, repository: 'team/app' }, DIGEST),
    shows('repository', 'team/nowhere', { ...FILE, digest: DIGEST }, 'team/nowhere'),
    registers(
      'env-files',
      's3://bucket/app.env',
      /"environmentFiles":\[{"value":"arn:aws:s3:::bucket\/app.env"/,
    ),
    registers('environment-mode', 'replace', /"environment":\[{"name":"A","value":"1"}\]/, {
      'task-definition': 'ec2.json',
      'environment-variables': 'A=1',
    }),
    registers('secrets', 'TOKEN=arn:aws:ssm:us-east-1:123456789012:parameter/token', /"name":"TOKEN"/, {
      ...FILE,
      requirements: 'warn',
    }),
    registers('command', 'serve --fast', /"command":\["serve","--fast"\]/),
    registers('task-role-arn', 'task', /"taskRoleArn":"[^"]*task"/),
    registers('cpu', '512', /"cpu":"512"/, { ...FILE, memory: '1024' }),
    registers('cpu-architecture', 'ARM64', /"cpuArchitecture":"ARM64"/),
    registers('tags', 'team=shop', /"key":"team","value":"shop"/),
    shows('keep-revisions', '9', { ...SERVING, 'dry-run': 'true' }, 'calls ListTaskDefinitions'),
    registers('environment-variables', 'A=1', /"environment":\[{"name":"A","value":"1"}\]/),
    registers('docker-labels', 'team=shop', /"dockerLabels":{"team":"shop"}/),
    registers('log-configuration-log-driver', 'json-file', /"logDriver":"json-file"/, EC2),
    registers('log-configuration-options', 'max-size=10m', /"options":{"max-size":"10m"}/, {
      ...EC2,
      'log-configuration-log-driver': 'json-file',
    }),
    registers('execution-role-arn', 'task', /"executionRoleArn":"[^"]*task"/),
    registers('memory', '1024', /"memory":"1024"/),
    registers(
      'operating-system-family',
      'WINDOWS_SERVER_2022_CORE',
      /"operatingSystemFamily":"WINDOWS_SERVER_2022_CORE"/,
      {
        ...FILE,
        cpu: '1024',
        memory: '2048',
      },
    ),
    registers('variables', 'TAG=web', /"image":"test\/web"/, { 'task-definition': 'variable.json' }),
    registers('requirements', 'warn', /nobody/, { 'task-definition': 'nobody.json' }),
    hides('dry-run', 'true', FILE, 'calls RegisterTaskDefinition'),
    shows('region', 'eu-west-1', FILE, 'region "eu-west-1"'),
  ],
};
