import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { ActionResult } from '@cutover/runner/run-action';
import { startSimulator, type RunningSimulator } from '@cutover/simulator/start';
import { awsEnv, run } from './action.ts';
import { putImage } from './ecr-image.ts';
import { createRole } from './execution-role.ts';
import { LiveService } from './live-service.ts';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const DIGEST = `sha256:${'cd'.repeat(32)}`;
const ROLE = 'arn:aws:iam::123456789012:role/execution';

const TASK = {
  family: 'shop',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  executionRoleArn: ROLE,
  containerDefinitions: [
    {
      name: 'app',
      image: 'example/shop:1',
      portMappings: [{ containerPort: 8080 }],
      environment: [
        { name: 'EMPTY', value: '' },
        { name: 'GREETING', value: 'a=b "c"' },
      ],
    },
    { name: 'proxy', image: 'example/proxy:1', essential: false },
  ],
};

jest.setTimeout(400_000);

let simulator: RunningSimulator;
let workspace: string;
let live: LiveService | undefined;

beforeEach(async () => {
  simulator = await startSimulator({ timeScale: 100 });
  await createRole(simulator, 'execution');
  workspace = await mkdtemp(join(tmpdir(), 'cutover-register-'));
});

afterEach(async () => {
  await simulator.close();
  await live?.close();
  live = undefined;
  await rm(workspace, { recursive: true, force: true });
});

async function register(
  file: object | string | undefined,
  inputs: Record<string, string> = {},
  name = 'task.json',
): Promise<ActionResult> {
  if (file !== undefined) {
    await writeFile(
      join(workspace, name),
      typeof file === 'string' ? file : JSON.stringify(file, undefined, 2),
    );
  }
  return await run('register-taskdef', {
    workspace,
    inputs: { ...(file === undefined ? {} : { 'task-definition': name }), ...inputs },
    env: awsEnv(simulator.url),
  });
}

function calls(operation: string): readonly Record<string, unknown>[] {
  return simulator.sim.calls
    .filter((call) => call.operation === operation)
    .map(({ input }) => input as Record<string, unknown>);
}

/** The ARN of a new secret. */
async function secret(Name: string): Promise<string> {
  const { ARN } = await simulator.sim.call<{ ARN: string }>('secretsmanager', 'CreateSecret', {
    Name,
    SecretString: '{"key":"x"}',
  });
  return ARN;
}

const READS_ALL = {
  Effect: 'Allow',
  Action: ['secretsmanager:GetSecretValue', 'ssm:GetParameters', 's3:GetObject', 's3:GetBucketLocation'],
  Resource: '*',
};

const { tags: _, ...NO_TAGS } = { ...TASK, tags: undefined };

describe('registering', () => {
  test('sends the file as it is, tagged with where it comes from, and writes the rendered file', async () => {
    const result = await register(TASK);
    expect(result.errors).toEqual([]);
    expect(result.exitCode).toBe(0);
    const [{ tags, ...sent } = {}] = calls('RegisterTaskDefinition');
    expect(sent).toEqual(NO_TAGS);
    expect(tags).toEqual([
      { key: 'cutover:commit', value: COMMIT },
      { key: 'cutover:run', value: expect.stringContaining('/octo/shop/actions/runs/1') },
    ]);
    expect(result.outputs).toMatchObject({
      'task-definition-arn': 'arn:aws:ecs:us-east-1:123456789012:task-definition/shop:1',
      family: 'shop',
      revision: '1',
      changed: 'true',
    });
    expect(result.outputs).not.toHaveProperty('previous-task-definition-arn');
  });

  test('registers nothing when the newest revision has the same content', async () => {
    await register(TASK);
    const again = await register(TASK, { tags: 'team=web' });
    expect(again.exitCode).toBe(0);
    expect(again.outputs).toMatchObject({
      'task-definition-arn': 'arn:aws:ecs:us-east-1:123456789012:task-definition/shop:1',
      changed: 'false',
      outcome: 'unchanged',
    });
    expect(calls('RegisterTaskDefinition')).toHaveLength(1);
  });

  test('takes the output of DescribeTaskDefinition back without a change', async () => {
    await register(TASK);
    const described = await simulator.sim.call<object>('ecs', 'DescribeTaskDefinition', {
      taskDefinition: 'shop',
      include: ['TAGS'],
    });
    const again = await register(described);
    expect(again.errors).toEqual([]);
    expect(again.outputs['changed']).toBe('false');
  });

  test('applies every input, keeps what no input names, and hides secrets in the diff', async () => {
    await simulator.sim.call('logs', 'CreateLogGroup', { logGroupName: '/shop' });
    await simulator.sim.call('ssm', 'PutParameter', {
      Name: '/shop/token',
      Value: 'x',
      Type: 'SecureString',
    });
    await createRole(simulator, 'task');
    await createRole(simulator, 'reader', { statements: [READS_ALL] });
    const api = await secret('team/api');
    await register(TASK);
    const result = await register(TASK, {
      'container-name': 'app',
      image: `example/shop@${DIGEST}`,
      images: 'proxy=example/proxy:2',
      'environment-variables': 'GREETING=x=y z\nDB_PASSWORD=correct-horse',
      secrets: `API=${api}\nKEY=team/api:key::\nTOKEN=/shop/token`,
      'execution-role-arn': 'arn:aws:iam::123456789012:role/reader',
      command: 'npm run "serve all"',
      'docker-labels': 'a=b=c',
      'env-files': 's3://config/shop/app.env\narn:aws:s3:::config/secret.env',
      'cpu-architecture': 'X86_64',
      'operating-system-family': 'LINUX',
      'log-configuration-log-driver': 'awslogs',
      'log-configuration-options': 'awslogs-group=/shop\nawslogs-region=us-east-1\nawslogs-stream-prefix=app',
      'task-role-arn': 'arn:aws:iam::123456789012:role/task',
      cpu: '512',
      memory: '1024',
    });
    expect(result.errors).toEqual([]);
    const { tags, ...sent } = calls('RegisterTaskDefinition')[1] ?? {};
    expect(sent).toEqual({
      ...NO_TAGS,
      cpu: '512',
      memory: '1024',
      executionRoleArn: 'arn:aws:iam::123456789012:role/reader',
      runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
      taskRoleArn: 'arn:aws:iam::123456789012:role/task',
      containerDefinitions: [
        {
          name: 'app',
          image: `example/shop@${DIGEST}`,
          portMappings: [{ containerPort: 8080 }],
          environment: [
            { name: 'EMPTY', value: '' },
            { name: 'GREETING', value: 'x=y z' },
            { name: 'DB_PASSWORD', value: 'correct-horse' },
          ],
          secrets: [
            { name: 'API', valueFrom: api },
            { name: 'KEY', valueFrom: `${api}:key::` },
            { name: 'TOKEN', valueFrom: '/shop/token' },
          ],
          command: ['npm', 'run', 'serve all'],
          environmentFiles: [
            { value: 'arn:aws:s3:::config/shop/app.env', type: 's3' },
            { value: 'arn:aws:s3:::config/secret.env', type: 's3' },
          ],
          dockerLabels: { a: 'b=c' },
          logConfiguration: {
            logDriver: 'awslogs',
            options: {
              'awslogs-group': '/shop',
              'awslogs-region': 'us-east-1',
              'awslogs-stream-prefix': 'app',
            },
          },
        },
        { name: 'proxy', image: 'example/proxy:2', essential: false },
      ],
    });
    expect(tags).toContainEqual({ key: 'cutover:digest', value: DIGEST });
    expect(result.outputs['previous-task-definition-arn']).toMatch(/shop:1$/);
    const { diff = '' } = result.outputs;
    expect(diff).toContain('- containerDefinitions.app.image: "example/shop:1"');
    expect(diff).toContain('+ containerDefinitions.app.environment.GREETING: (new value, not shown)');
    expect(diff).toContain('+ containerDefinitions.app.environment.DB_PASSWORD: (not shown)');
    expect(diff).toContain(`+ containerDefinitions.app.secrets.KEY: "${api}:key::"`);
    // The runner hides it in what later steps print, too.
    expect(result.stdout).toContain('::add-mask::correct-horse');
    const shown = result.stdout.replaceAll(/^::add-mask::.*$/gm, '');
    expect(shown + result.summary + diff).not.toContain('correct-horse');
  });

  test('replaces the environment when told to, and substitutes the variables that are listed', async () => {
    await register(
      {
        ...TASK,
        containerDefinitions: [
          {
            ...TASK.containerDefinitions[0],
            image: 'example/${NAME}:${VERSION}',
            command: ['echo', '$${HOME}'],
          },
        ],
      },
      {
        variables: 'NAME=shop\nVERSION=7',
        'environment-mode': 'replace',
        'environment-variables': 'ONLY=this',
      },
    );
    const [sent] = calls('RegisterTaskDefinition');
    expect(sent?.['containerDefinitions']).toEqual([
      {
        name: 'app',
        image: 'example/shop:7',
        command: ['echo', '${HOME}'],
        portMappings: [{ containerPort: 8080 }],
        environment: [{ name: 'ONLY', value: 'this' }],
      },
    ]);
  });

  test('reads YAML, and names an image by digest in the repository’s own spelling', async () => {
    const digest = await putImage(simulator, 'shop');
    const result = await register(
      [
        'family: shop # a comment',
        'networkMode: awsvpc',
        'requiresCompatibilities: [FARGATE]',
        'cpu: 256',
        'memory: 512',
        `executionRoleArn: ${ROLE}`,
        'containerDefinitions:',
        '  - name: app',
        '    environment:',
        '      - { name: VERSION, value: 1.0 }',
      ].join('\n'),
      { repository: 'shop', digest },
      'task.yml',
    );
    expect(result.errors).toEqual([]);
    const [sent] = calls('RegisterTaskDefinition');
    expect(sent).toMatchObject({ cpu: '256', memory: '512' });
    expect(sent?.['containerDefinitions']).toEqual([
      {
        name: 'app',
        environment: [{ name: 'VERSION', value: '1.0' }],
        image: expect.stringMatching(new RegExp(`/shop@${digest}$`)),
      },
    ]);
  });

  test('shows the diff and registers nothing in a dry run', async () => {
    await register(TASK);
    const result = await register({ ...TASK, memory: '1024' }, { 'dry-run': 'true' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs['diff']).toBe('- memory: "512"\n+ memory: "1024"');
    expect(result.outputs).not.toHaveProperty('task-definition-arn');
    expect(calls('RegisterTaskDefinition')).toHaveLength(1);
    expect(JSON.parse(await readFile(result.outputs['task-definition'] ?? '', 'utf8'))).toMatchObject({
      memory: '1024',
    });
  });

  test('asks again while others register into the same family', async () => {
    simulator.sim.faults.add({
      operation: 'RegisterTaskDefinition',
      times: 2,
      error: {
        code: 'ClientException',
        message: 'Too many concurrent attempts to create a new revision of the specified family.',
      },
    });
    simulator.sim.faults.add({ operation: 'RegisterTaskDefinition', throttle: true });
    const result = await register(TASK);
    expect(result.exitCode).toBe(0);
    expect(calls('RegisterTaskDefinition')).toHaveLength(4);
    expect(result.stdout).toContain('Too many concurrent attempts');
    expect(result.stdout).toContain('Rate exceeded');
    expect(result.outputs).toMatchObject({ revision: '1', changed: 'true' });
  });

  test('never registers twice when the answer is lost', async () => {
    simulator.sim.faults.add({ operation: 'RegisterTaskDefinition', reset: 'after' });
    const result = await register(TASK);
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({ revision: '1', changed: 'true' });
    expect(calls('RegisterTaskDefinition')).toHaveLength(1);
    expect(result.stdout).toContain('The answer of ECS was lost, and shop:1 is what it had registered.');
  });

  test('says which variables the file never asks for', async () => {
    const result = await register(TASK, { variables: 'VERSION=1' });
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('Input variables: task.json asks for no ${VERSION}.');
  });

  test('says which properties ECS did not keep or does not know', async () => {
    const result = await register({ ...TASK, quantumFlux: true });
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('task.json:');
    expect(result.stdout).toContain('quantumFlux');
  });
});

describe('no value that it was given is shown anywhere', () => {
  /** Any text of one line, between two marks that stand nowhere else. */
  const values = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter((text) => !/[\p{Cc}\u2028\u2029]/u.test(text))
    .map((text) => `µ${text}="'${text}µ`);

  let files = 0;

  async function shown(file: object, inputs: Record<string, string>): Promise<string> {
    const name = `task-${files++}.json`;
    await writeFile(join(workspace, name), JSON.stringify(file));
    const result = await run('register-taskdef', {
      workspace,
      inputs: { 'task-definition': name, 'container-name': 'app', ...inputs },
      env: { ...awsEnv(simulator.url), RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' },
    });
    const report = await readFile(result.outputs['report'] ?? '', 'utf8');
    return [
      result.stdout.replaceAll(/^::add-mask::.*$/gm, ''),
      result.stderr,
      result.summary,
      JSON.stringify(result.outputs),
      report,
    ].join('\n');
  }

  test('in the log at any level, in the summary, in outputs or in the report', async () => {
    const [app] = TASK.containerDefinitions;
    const sample = fc.sample(values, 120);
    const given = (from: number, prefix: string): { name: string; value: string }[] =>
      sample.slice(from, from + 40).map((value, n) => ({ name: `${prefix}${n}`, value }));
    const lines = (entries: readonly { name: string; value: string }[]): string =>
      entries.map(({ name, value }) => `${name}=${value}`).join('\n');
    const definition = (environment: readonly unknown[], more: object = {}): object => ({
      ...TASK,
      containerDefinitions: [{ ...app, environment, ...more }],
    });
    const first = await shown(definition(given(0, 'A_')), {
      'environment-variables': lines(given(40, 'B_')),
    });
    expect(first).toContain('Registered shop:1');
    // The same names have other values, and a variable the name of a secret.
    const second = await shown(definition(given(80, 'A_')), {
      'environment-variables': `${lines(given(0, 'B_'))}\nDB_PASSWORD=µ-correct-horse`,
    });
    expect(second).toContain('+ containerDefinitions.app.environment.DB_PASSWORD: (not shown)');
    expect(simulator.sim.calls.some(({ input }) => JSON.stringify(input).includes('µ-correct-horse'))).toBe(
      true,
    );
    // A secret where its name belongs, and values where none can be.
    const wrong = await Promise.all([
      shown(TASK, { secrets: lines(given(0, 'S_')) }),
      shown(definition([], { secrets: [{ name: 'S', valueFrom: 'µ-correct-horse' }] }), {}),
      shown(definition(['A=µ-correct-horse']), {}),
      shown(definition([{ name: 'A=µ-correct-horse', value: 'x' }]), {}),
      shown(TASK, { 'environment-variables': 'µ correct horse without a name' }),
    ]);
    for (const text of [first, second, ...wrong]) expect(text).not.toContain('µ');
    for (const text of wrong) expect(text).toContain('::error');
  });
});

describe('before it registers', () => {
  const uri = async (name: string): Promise<string> => {
    const { repositories } = await simulator.sim.call<{ repositories: { repositoryUri: string }[] }>(
      'ecr',
      'DescribeRepositories',
      { repositoryNames: [name] },
    );
    return repositories[0]?.repositoryUri ?? '';
  };

  test('it completes repository:tag and repository@digest with the registry of the credentials', async () => {
    const digest = await putImage(simulator, 'shop', { platforms: ['linux/amd64', 'linux/arm64'] });
    await putImage(simulator, 'team/proxy', { tag: 'v7' });
    const result = await register(TASK, {
      images: `app=shop@${digest}\nproxy=team/proxy:v7`,
      'cpu-architecture': 'X86_64',
    });
    expect(result.errors).toEqual([]);
    const [sent] = calls('RegisterTaskDefinition');
    expect(sent?.['containerDefinitions']).toMatchObject([
      { image: expect.stringMatching(new RegExp(`^[^/]+/shop@${digest}$`)) },
      { image: expect.stringMatching(/^[^/]+\/team\/proxy:v7$/) },
    ]);
    expect(sent?.['tags']).toContainEqual({ key: 'cutover:digest', value: digest });
  });

  test('it finds an image that is not there, or not for the platform of the tasks', async () => {
    await putImage(simulator, 'shop', { tag: 'arm', platforms: ['linux/arm64'] });
    const shop = await uri('shop');
    const missing = await register(TASK, {
      images: `app=shop:v2\nproxy=${shop.replace('shop', 'nowhere')}:1`,
    });
    expect(missing.exitCode).toBe(1);
    expect(missing.errors.join()).toContain('Input images: repository shop has no image v2.');
    expect(missing.errors.join()).toContain('ECR has no repository nowhere');
    const other = await register({
      ...TASK,
      containerDefinitions: [{ ...TASK.containerDefinitions[0], image: `${shop}:arm` }],
    });
    expect(other.exitCode).toBe(1);
    expect(other.errors.join()).toMatch(/is built for linux\/arm64, and the task runs on linux\/amd64/);
    expect(other.stdout).toMatch(/::error .*file=task.json,line=13,col=16/);
    expect(calls('RegisterTaskDefinition')).toEqual([]);
    const warned = await register(TASK, { images: 'app=shop:v2', requirements: 'warn' });
    expect(warned.errors).toEqual([]);
    expect(warned.stdout).toMatch(/::warning.*repository shop has no image v2/);
    expect(calls('RegisterTaskDefinition')).toHaveLength(1);
  });

  test('it does not miss an image that a pull-through cache brings', async () => {
    const image = `${new URL(simulator.url).host}/docker-hub/library/nginx:1`;
    const missing = await register(TASK, { images: `proxy=${image}` });
    expect(missing.errors.join()).toContain('ECR has no repository docker-hub/library/nginx');
    await simulator.sim.call('ecr', 'CreatePullThroughCacheRule', {
      ecrRepositoryPrefix: 'docker-hub',
      upstreamRegistryUrl: 'registry-1.docker.io',
    });
    const result = await register(TASK, { images: `proxy=${image}` });
    expect(result.errors).toEqual([]);
    expect(calls('RegisterTaskDefinition')).toHaveLength(1);
  });

  test('it finds secrets, log groups and roles that are not there or may not be used', async () => {
    const api = await secret('api');
    const options = { 'awslogs-group': '/none', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'a' };
    const result = await register(
      {
        ...TASK,
        taskRoleArn: await createRole(simulator, 'stranger', { service: 'ec2.amazonaws.com' }),
        containerDefinitions: [
          {
            ...TASK.containerDefinitions[0],
            logConfiguration: { logDriver: 'awslogs', options },
            secrets: [
              { name: 'A', valueFrom: api },
              { name: 'B', valueFrom: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:gone-AbCdEf' },
              { name: 'C', valueFrom: 'correct-horse' },
            ],
          },
        ],
      },
      { secrets: 'D=/none/such' },
    );
    expect(result.exitCode).toBe(1);
    const said = result.errors.join('\n');
    expect(said).toMatch(/task.json:\d+:\d+: there is no log group \/none in us-east-1/);
    expect(said).toMatch(/task.json:\d+:\d+: role stranger does not trust ecs-tasks.amazonaws.com/);
    expect(said).toMatch(/task.json:\d+:\d+: execution role execution is not allowed to read the secret A/);
    expect(said).toContain(
      `{"Effect":"Allow","Action":["secretsmanager:GetSecretValue"],"Resource":["${api}"]`,
    );
    expect(said).toMatch(/task.json:\d+:\d+: the secret B of container app: Secrets Manager has no arn:/);
    expect(said).toContain('the secret C of container app: Systems Manager has no parameter of the name');
    expect(said).toContain(
      'Input secrets: the secret D of container app: Systems Manager has no parameter /none/such',
    );
    expect(said + result.stdout + result.summary).not.toContain('correct-horse');
    const byName = await register(TASK, { 'container-name': 'app', secrets: 'E=nobody:key::' });
    expect(byName.errors.join()).toContain(
      'Secrets Manager has no secret nobody in us-east-1, which E is to come from.',
    );
    expect(calls('RegisterTaskDefinition')).toEqual([]);
  });

  test('it goes on without what it may not look at, with the statement to add', async () => {
    await simulator.sim.call('logs', 'CreateLogGroup', { logGroupName: '/shop' });
    await putImage(simulator, 'shop');
    const shop = await uri('shop');
    simulator.sim.faults.add({ operation: 'BatchGetImage', deny: true });
    const result = await register(TASK, { 'container-name': 'app', image: `${shop}:v1` });
    expect(result.errors).toEqual([]);
    expect(result.stdout).toMatch(/::warning::Not checked: image of container app: .*"ecr:BatchGetImage"/);
    expect(calls('RegisterTaskDefinition')).toHaveLength(1);
  });
});

describe('old revisions', () => {
  test('are deregistered but for those that something may need', async () => {
    live = await LiveService.open({ container: { environment: [{ name: 'N', value: '1' }] } });
    const revisions = [];
    for (let n = 2; n <= 8; n++)
      revisions.push(await live.register('web', { environment: [{ name: 'N', value: String(n) }] }));
    // web:3 serves after a deployment from web:1, and a task runs web:4.
    const deploy = async (revision: string): Promise<void> => {
      const result = await run('blue-green-codedeploy', {
        inputs: {
          cluster: 'shop',
          service: 'web',
          'task-definition-arn': revision,
          'poll-interval-seconds': '0.2',
        },
        env: live?.env ?? {},
      });
      expect(result.errors).toEqual([]);
    };
    await deploy('web:3');
    await live.call('ecs', 'RunTask', {
      cluster: 'shop',
      taskDefinition: 'web:4',
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
    });
    await deploy('web:7');
    const prune = async (more: Record<string, string>): Promise<ActionResult> =>
      await run('register-taskdef', {
        inputs: { cluster: 'shop', service: 'web', 'keep-revisions': '2', ...more },
        env: live?.env ?? {},
      });
    const dry = await prune({ 'dry-run': 'true' });
    expect(dry.stdout).toContain('Would be deregistered: web:1, web:2, web:5, web:6');
    expect(live.calls('DeregisterTaskDefinition')).toEqual([]);

    const result = await prune({});
    expect(result.errors).toEqual([]);
    expect(live.calls('DeregisterTaskDefinition')).toEqual(
      [1, 2, 5, 6].map((n) => ({ taskDefinition: expect.stringMatching(new RegExp(`/web:${n}$`)) })),
    );
    expect(result.stdout).toMatch(/web:3 is old and stays: deployment d-\w+ can be gone back to/);
    expect(result.stdout).toContain('web:4 is old and stays: a task runs it');
    expect(result.summary).toContain('Old revisions');
    await prune({});
    expect(live.calls('DeregisterTaskDefinition')).toHaveLength(4);
  });

  test('stay as they are without the permission to see what uses them', async () => {
    live = await LiveService.open();
    for (const N of ['2', '3', '4']) await live.register('web', { environment: [{ name: 'N', value: N }] });
    live.fault({ operation: 'ListTasks', deny: true });
    const result = await run('register-taskdef', {
      inputs: { cluster: 'shop', service: 'web', 'keep-revisions': '1' },
      env: live.env,
    });
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toMatch(
      /::warning::Input keep-revisions: old revisions of web were left as they are/,
    );
    expect(live.calls('DeregisterTaskDefinition')).toEqual([]);
  });
});

describe('the base', () => {
  test('of a service is what PRIMARY runs, not the newest of the family', async () => {
    live = await LiveService.open();
    await live.register('crash');
    const result = await run('register-taskdef', {
      inputs: { cluster: 'shop', service: 'web', 'environment-variables': 'REVISION=2' },
      env: live.env,
    });
    expect(result.errors).toEqual([]);
    const [sent] = live.calls('RegisterTaskDefinition');
    expect(sent).toMatchObject({
      family: 'web',
      containerDefinitions: [{ image: 'test/web', environment: [{ name: 'REVISION', value: '2' }] }],
    });
    expect(result.outputs).toMatchObject({ revision: '3' });
    expect(result.outputs['previous-task-definition-arn']).toMatch(/web:1$/);
  });

  test('of a family is its newest revision; the input gives a file its family', async () => {
    const { family: _, executionRoleArn: __, ...nameless } = TASK;
    await register(nameless, { 'task-definition-family': 'shop', 'execution-role-arn': ROLE });
    const result = await register(undefined, {
      base: 'family',
      'task-definition-family': 'shop',
      'container-name': 'app',
      command: '["serve"]',
    });
    expect(result.errors).toEqual([]);
    expect(result.outputs).toMatchObject({
      revision: '2',
      diff: '+ containerDefinitions.app.command: ["serve"]',
    });
    const older = await register(undefined, {
      'task-definition-family': 'shop',
      'task-definition-revision': '1',
      'container-name': 'app',
      cpu: '512',
      memory: '1024',
    });
    expect(older.errors).toEqual([]);
    const third = calls('RegisterTaskDefinition')[2];
    expect(third).toMatchObject({ family: 'shop', cpu: '512' });
    expect(JSON.stringify(third)).not.toContain('serve');
    const [first, second] = calls('RegisterTaskDefinition');
    expect(first).toMatchObject({ family: 'shop', executionRoleArn: ROLE });
    expect(second).toMatchObject({ family: 'shop', executionRoleArn: ROLE });
  });

  test('may lack neither the container nor the port that the load balancer sends traffic to', async () => {
    live = await LiveService.open();
    await writeFile(
      join(workspace, 'task.json'),
      JSON.stringify({ ...TASK, containerDefinitions: [{ name: 'app', image: 'x' }] }),
    );
    const result = await run('register-taskdef', {
      workspace,
      inputs: { cluster: 'shop', service: 'web', 'task-definition': 'task.json' },
      env: live.env,
    });
    expect(result.exitCode).toBe(1);
    expect(result.errors.join()).toContain('port 8080 of container app');
    expect(live.calls('RegisterTaskDefinition')).toEqual([]);
  });
});

test('a stack fills in what the file leaves out, and its service runs the placeholder no longer', async () => {
  const env = awsEnv(simulator.url);
  const stack = await run('deploy-stack', {
    workspace,
    inputs: { name: 'shop', 'poll-interval-seconds': '0.1' },
    env,
  });
  expect(stack.errors).toEqual([]);
  const digest = await putImage(simulator, stack.outputs['EcrRepositoryName'] ?? '');
  const result = await register(
    { containerDefinitions: [{ name: 'app', portMappings: [{ containerPort: 8080 }] }] },
    { stack: 'shop', digest },
  );
  expect(result.errors).toEqual([]);
  const sent = calls('RegisterTaskDefinition').at(-1);
  expect(sent).toMatchObject({
    family: stack.outputs['AppTaskFamily'],
    executionRoleArn: stack.outputs['ExecutionRoleArn'],
    taskRoleArn: stack.outputs['TaskRoleArn'],
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: stack.outputs['TaskCpu'],
    memory: stack.outputs['TaskMemory'],
    runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
    containerDefinitions: [
      {
        name: 'app',
        image: `${stack.outputs['EcrRepositoryUri']}@${digest}`,
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': stack.outputs['LogGroupName'], 'awslogs-region': 'us-east-1' },
        },
      },
    ],
  });
  expect(result.outputs['previous-task-definition-arn']).toContain('-bootstrap:1');

  const migration = await run('run-migration-task', {
    workspace,
    inputs: {
      stack: 'shop',
      // Without the account's id, which GitHub keeps out of the outputs of jobs.
      'task-definition-arn': `${result.outputs['family']}:${result.outputs['revision']}`,
      'dry-run': 'true',
    },
    env,
  });
  expect(migration.errors).toEqual([]);
  expect(migration.summary).toContain(stack.outputs['SecurityGroupId'] ?? 'a security group');
});

test('a broken file is refused before the first call, with the place', async () => {
  const result = await register('{\n  "family": "shop"\n  "cpu": "256"\n}', { contaner: 'app' });
  expect(result.exitCode).toBe(1);
  expect(result.errors.join()).toContain('Unknown input contaner');
  const broken = await register('{\n  "family": "shop"\n  "cpu": "256"\n}');
  expect(broken.exitCode).toBe(1);
  expect(broken.errors.join()).toContain('task.json:3:3: a comma is missing before this');
  const missing = await register(undefined, { 'task-definition': 'nowhere.json' });
  expect(missing.errors.join()).toContain('nowhere.json');
  expect(simulator.sim.calls).toEqual([]);
});
