import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePorts } from '@cutover/demo/free-port';
import { startSimulatorProcess } from '@cutover/demo/simulator-process';
import { repository } from '../bundles/action.ts';
import { LiveService } from '../bundles/live-service.ts';
import { clientEnv } from '../other-worlds/program.ts';
import { findTool } from '../tools.ts';
import { blocksOf, DOCUMENTS, read } from './documents.ts';

/** Commands of the documents, each once. A line that ends with \ goes on in the next one. */
const COMMANDS = [
  ...new Set(
    DOCUMENTS.flatMap((path) => blocksOf(read(path)))
      .filter(({ language }) => language === 'sh')
      .flatMap(({ text }) => text.replaceAll('\\\n', ' ').split('\n'))
      .map((line) => line.trim().replaceAll(/\s+/g, ' '))
      .filter((line) => line !== ''),
  ),
];

/** Commands that another part of the gate runs, and those that only GitHub can answer. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^git clone \S+\/cutover && cd cutover$/, 'npm start on a clone: .ci/run'],
  [/^npm start$/, 'npm start on a clone: .ci/run'],
  [/^npm test$/, '.ci/run'],
  [/^npm run simulator -- --port 4566 --with sample-service$/, 'the simulator of this test, on a free port'],
  [/^npm run simulator -- --port 4566 --time-scale 20$/, 'the second simulator of this test, on a free port'],
  [/^export AWS_/, 'the environment of every command here'],
  [/^gh api repos\/OWNER\/my-app --jq \.owner\.id,\.id$/, 'the API of GitHub'],
];

/** Commands that need what no simulated account has: the AWS CLI checks their arguments against the API's model and sends nothing. */
const CHECKED_ONLY = /^aws (rds \S+-db-cluster-parameter-group|ecs execute-command) /;

/** What a command prints, by a part of it. */
const PRINTED: readonly (readonly [string, string])[] = [
  ['describe-services', '"CODE_DEPLOY"'],
  ['describe-stacks', 'arn:aws:iam::123456789012:role/'],
  ['workflows-examples/sample-app', 'sample-image'],
  ['layout -- ../my-app', 'command  node server.js'],
  ['template=cdk.out', 'Stack shop is CREATE_COMPLETE'],
  ['cluster=shop --with service=web --with repository', 'web:2 by deployment'],
  ['cluster=sample --with service=sample --with repository', 'sample:2 by deployment'],
  ['action -- deploy-stack', 'Application <http://127.0.0.1:'],
  ['action -- pipeline', 'my-app-app:1 by deployment'],
  ['npm run diagnose', 'is healthy'],
];

/** The variables by which the documents point a program at the simulator. */
const EXPORTED = Object.fromEntries(
  COMMANDS.filter((command) => command.startsWith('export '))
    .flatMap((command) => command.split(' ').slice(1))
    .map((pair) => pair.split(/=(.*)/s).slice(0, 2)),
) as Readonly<Record<string, string>>;
const SIMULATOR = EXPORTED['AWS_ENDPOINT_URL'] ?? 'no address is exported';

// CUTOVER_SOURCE=1 runs the sources, so that a change can be tried before it is bundled.
const CUTOVER_SOURCE = process.env['CUTOVER_SOURCE'];
const LOCAL =
  CUTOVER_SOURCE === '1'
    ? 'node --conditions=@cutover/source --disable-warning=ExperimentalWarning packages/local/main.ts $1'
    : 'npm run --silent $1 --';

const RUN = COMMANDS.filter((command) => !ELSEWHERE.some(([pattern]) => pattern.test(command)));
const aws = findTool('aws');

test('the documents hold commands, and every one is told apart', () => {
  expect(RUN.length).toBeGreaterThanOrEqual(8);
  expect(
    RUN.filter(
      (command) => !/^(aws|curl|npm run (--silent )?(action|diagnose|explain|layout) --) /.test(command),
    ),
  ).toEqual([]);
});

test('commands that are only checked are still in a document', () => {
  expect(RUN.filter((command) => CHECKED_ONLY.test(command)).length).toBeGreaterThanOrEqual(3);
});

test('what runs elsewhere is still in a document', () => {
  const unused = ELSEWHERE.filter(([pattern]) => !COMMANDS.some((command) => pattern.test(command)));
  expect(unused.map(([, where]) => where).filter((where) => where !== '.ci/run')).toEqual([]);
  expect(read('.ci/run')).toContain('npm start --');
});

(aws === undefined ? describe.skip : describe)('the commands, against a simulated account', () => {
  let folder: string;
  let sample: { readonly url: string; stop(): Promise<void> };
  /** The account of those who deploy an application of their own, which begins empty. */
  let own: { readonly url: string; stop(): Promise<void> };
  let live: LiveService;
  let ports: readonly number[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cutover-commands-'));
    sample = await startSimulatorProcess(repository, 200, ['--with', 'sample-service']);
    own = await startSimulatorProcess(repository, 200);
    live = await LiveService.open();
    ports = await freePorts(6);
    await writeApplication(join(folder, 'my-app'));
    await writeCdkTemplate(join(folder, 'my-app'), ports.slice(4));
  }, 400_000);
  afterAll(async () => {
    await sample.stop();
    await own.stop();
    await live.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** As a person runs it in a clone, but for the account's address, free ports, and where files are written. */
  async function execute(command: string): Promise<{ readonly code: number | null; readonly text: string }> {
    const shop = /--(cluster shop|task-definition web)\b/.test(command);
    const empty = /action -- (deploy-stack|pipeline) |^curl |(cluster|repository)-name demo\b/.test(command);
    const url = empty && !command.includes('cluster=sample') ? own.url : shop ? live.running.url : sample.url;
    const line = command
      .replace(/^npm run (?:--silent )?(\w+) --/, LOCAL)
      .replace(' --simulator', ` --endpoint ${url}`)
      .replaceAll('../my-app', join(folder, 'my-app'))
      .replace(
        'ListenerPort=8000 TestListenerPort=8001',
        `ListenerPort=${ports[2]} TestListenerPort=${ports[3]}`,
      )
      .replace(`${SIMULATOR}/`, `${url}/`)
      .replace(/^curl /, 'curl --fail --silent --show-error ')
      .replace('--to sample-image', `--to ${join(folder, 'sample-image')}`)
      .replace('> task-definition.json', `> ${join(folder, 'task-definition.json')}`)
      .replace(/$/, CHECKED_ONLY.test(command) ? ' --generate-cli-skeleton output' : '')
      .replace('GitHubOrg=OWNER', `GitHubOrg=octo ListenerPort=${ports[0]} TestListenerPort=${ports[1]}`);
    const child = spawn('bash', ['-c', line], {
      cwd: repository,
      env: {
        ...clientEnv(url, folder),
        ...EXPORTED,
        AWS_ENDPOINT_URL: url,
        CUTOVER_SOURCE,
        PATH: [dirname(aws ?? ''), dirname(process.execPath), process.env['PATH']].join(delimiter),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
    const code = await new Promise<number | null>((resolve) => {
      child.on('close', resolve);
    });
    return { code, text };
  }

  test.each(RUN)(
    '%s',
    async (command) => {
      const { code, text } = await execute(command);
      expect(`${code}: ${code === 0 ? '' : text}`).toBe('0: ');
      // What the page says that it prints.
      expect(text).toContain(PRINTED.find(([part]) => command.includes(part))?.[1] ?? '');
    },
    240_000,
  );

  test('the application of the page on local trying serves at the ports that the page gave', async () => {
    for (const port of [ports[2], ports[4]]) {
      const response = await fetch(`http://127.0.0.1:${port}/health`);
      expect(await response.text()).toBe('my-app');
    }
  });
});

/** An application as the page on local trying describes it, with the task definition of the first page. */
async function writeApplication(folder: string): Promise<void> {
  await mkdir(folder);
  const file = join(repository, 'workflows-examples/config/task-definition.json');
  await writeFile(join(folder, 'task-definition.json'), await readFile(file));
  await writeFile(
    join(folder, 'Dockerfile'),
    'FROM node:24\nCOPY . .\nEXPOSE 8080\nCMD ["node", "server.js"]\n',
  );
  await writeFile(
    join(folder, 'server.js'),
    "require('node:http').createServer((_, response) => response.end('my-app')).listen(process.env.PORT ?? 8080);\n",
  );
}

/** What CDK 2 wrote for a Fargate service with an EcsDeploymentGroup, on two ports of this machine. */
async function writeCdkTemplate(
  folder: string,
  [production = 0, testing = 0]: readonly number[],
): Promise<void> {
  const text = await readFile(join(repository, 'test/docs/cdk-service.template.json'), 'utf8');
  await mkdir(join(folder, 'cdk.out'));
  await writeFile(
    join(folder, 'cdk.out', 'Shop.template.json'),
    text.replaceAll('8890', `${production}`).replaceAll('8891', `${testing}`),
  );
}
