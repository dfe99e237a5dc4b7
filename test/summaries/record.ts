// Records the reports in reports/: every action against the simulator, ending well, failing, cancelled and as a dry run.
//   node_modules/.bin/node --conditions=@cutover/source --disable-warning=ExperimentalWarning test/summaries/record.ts [BEGINNING OF NAMES]
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@cutover/demo/free-port';
import { writeOciLayout } from '@cutover/local/layout/oci-layout';
import { startAction, type ActionResult } from '@cutover/runner/run-action';
import { startSimulator } from '@cutover/simulator/start';
import { repository } from '../bundles/action.ts';
import { sampleApp } from '../workflows/act.ts';

const REPORTS = join(repository, 'test/summaries/reports');
const SAMPLE = 'sample';
const QUICK = { 'poll-interval-seconds': '0.2' };
const SLOWLY = { 'codedeploy-deployment-config': 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes' };
/** Names of the reports to write, by their beginning; all of them without one. */
const ONLY = process.argv[2] ?? '';
const TITLE = 'Greet in the language of the request (#12)';

const folder = await mkdtemp(join(tmpdir(), 'cutover-summaries-'));
const simulator = await startSimulator({ timeScale: 60, tasks: 'process' });
const [port = 0, testPort = 0] = await freePorts(2);
let runs = 0;

/** Runs an action, cancelled at the first line that `until` matches, and keeps its report. */
async function record(
  name: string,
  action: string,
  inputs: Readonly<Record<string, string>>,
  { commit = '2', until }: { readonly commit?: string; readonly until?: RegExp } = {},
): Promise<ActionResult> {
  const sha = commit.repeat(40);
  let isTold = false;
  const running = await startAction(action, {
    repository,
    workspace: folder,
    inputs,
    fromSource: true,
    event: { head_commit: { id: sha, message: `${TITLE}\n\nbody` } },
    env: {
      AWS_ENDPOINT_URL: simulator.url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'simulator',
      AWS_SECRET_ACCESS_KEY: 'simulator',
      GITHUB_SHA: sha,
      GITHUB_RUN_ID: `${++runs}`,
    },
    onLine: (line) => {
      if (until?.test(line) !== true || isTold) return;
      isTold = true;
      running.process.kill('SIGINT');
    },
  });
  const result = await running.done;
  const report = await readFile(result.outputs['report'] ?? '', 'utf8');
  if (name.startsWith(ONLY)) await writeFile(join(REPORTS, `${name}.json`), cleaned(report));
  console.log(name, result.outputs['outcome'], result.errors[0]?.split('\n')[0] ?? '');
  await result.post();
  await result.dispose();
  return result;
}

/** Names of this machine become those of AWS and of GitHub's runner. */
function cleaned(report: string): string {
  const { host } = new URL(simulator.url);
  return report
    .replaceAll(folder, '/github/workspace')
    .replaceAll(/\/tmp\/cutover-simulator-[^/"]+\/tasks\/[0-9a-f]+\/app/g, '')
    .replaceAll(/\/tmp\/cutover-runner-[^/"]+/g, '/github/temp')
    .replaceAll(host, '123456789012.dkr.ecr.us-east-1.amazonaws.com')
    .replaceAll(`http://127.0.0.1:${port}`, 'http://shop.example.com')
    .replaceAll(`127.0.0.1:${testPort}`, 'shop.example.com:8080');
}

const files = (version: number): string => join(folder, `app-${version}`);
for (const version of [1, 2, 3]) {
  await mkdir(files(version));
  await sampleApp(files(version), version);
  await writeOciLayout(join(folder, `image-${version}`), {
    files: files(version),
    command: ['node', 'server.js'],
    port: 8080,
    labels: { version: `${version}` },
  });
  const definition = join(files(version), 'task-definition.json');
  const text = await readFile(definition, 'utf8');
  await writeFile(definition, text.replace('file:/data/app.db', `file:${join(folder, 'app.db')}`));
}
await cp(join(files(1), 'task-definition.json'), join(folder, 'broken.json'));
await writeFile(
  join(folder, 'broken.json'),
  '{\n  "family": "sample-app",\n  "cpu": "300",\n  "containerDefinitions": []\n}\n',
);

const stack = {
  name: SAMPLE,
  'parameter-overrides': [
    `ListenerPort=${port}`,
    `TestListenerPort=${testPort}`,
    'HealthCheckPath=/health',
    'HealthCheckIntervalSeconds=5',
    'HealthCheckTimeoutSeconds=2',
    'HealthyThreshold=2',
    'UnhealthyThreshold=2',
    'DeregistrationDelaySeconds=30',
    'BlueTerminationWaitMinutes=1',
  ].join('\n'),
  ...QUICK,
};
const pipeline = (version: number): Record<string, string> => ({
  stack: SAMPLE,
  tag: `v${version}`,
  'oci-layout': `image-${version}`,
  'task-definition': `app-${version}/task-definition.json`,
  'migration-command': 'node migrate.js',
  'allow-downgrade': 'true',
  ...QUICK,
});
const layout = { stack: SAMPLE, 'oci-layout': 'image-1', tag: 'extra' };
const service = { stack: SAMPLE, ...QUICK };

await mkdir(REPORTS, { recursive: true });
await record(
  'deploy-stack.cancelled',
  'deploy-stack',
  { ...stack, name: 'other' },
  { until: /CREATE_COMPLETE/ },
);
await record('deploy-stack.succeeded', 'deploy-stack', stack);
await record('deploy-stack.dry-run', 'deploy-stack', {
  ...stack,
  'parameter-overrides': 'LogRetentionDays=90',
  'dry-run': 'true',
});
await record('deploy-stack.failed', 'deploy-stack', { ...stack, 'parameter-overrides': 'TaskCpu=seven' });

await record('pipeline.first', 'pipeline', pipeline(1), { commit: '1' });
await record('pipeline.succeeded', 'pipeline', { ...pipeline(2), ...SLOWLY });
await record('pipeline.failed', 'pipeline', pipeline(3), { commit: '3' });
await record(
  'pipeline.dry-run',
  'pipeline',
  { ...pipeline(3), tag: 'v4', 'dry-run': 'true' },
  { commit: '3' },
);
await record(
  'pipeline.cancelled',
  'pipeline',
  { ...pipeline(1), tag: 'v5', ...SLOWLY },
  { commit: '4', until: /Traffic: \d/ },
);

await record('build-push-ecr.succeeded', 'build-push-ecr', layout);
await record('build-push-ecr.failed', 'build-push-ecr', { ...layout, tag: 'other', 'oci-layout': 'image-9' });
await record('build-push-ecr.dry-run', 'build-push-ecr', { ...layout, tag: 'other', 'dry-run': 'true' });
await record(
  'build-push-ecr.cancelled',
  'build-push-ecr',
  { ...layout, tag: 'other' },
  { until: /build-push-ecr/ },
);

await record('register-taskdef.succeeded', 'register-taskdef', {
  stack: SAMPLE,
  'environment-variables': 'GREETING=hello',
});
await record('register-taskdef.failed', 'register-taskdef', { 'task-definition': 'broken.json' });
await record('register-taskdef.dry-run', 'register-taskdef', {
  stack: SAMPLE,
  'environment-variables': 'GREETING=hi',
  'dry-run': 'true',
});
await record(
  'register-taskdef.cancelled',
  'register-taskdef',
  { stack: SAMPLE, 'environment-variables': 'GREETING=hi' },
  { until: /register-taskdef/ },
);

const task = { stack: SAMPLE, 'task-definition-arn': 'sample-app:1', ...QUICK };
await record('run-migration-task.succeeded', 'run-migration-task', { ...task, command: 'node migrate.js' });
await record('run-migration-task.failed', 'run-migration-task', { ...task, command: 'node nothere.js' });
await record('run-migration-task.dry-run', 'run-migration-task', {
  ...task,
  command: 'node migrate.js',
  'dry-run': 'true',
});
await record(
  'run-migration-task.cancelled',
  'run-migration-task',
  { ...task, command: 'node server.js' },
  { until: /app \| / },
);

const deployment = { ...service, 'allow-downgrade': 'true' };
await record('blue-green-codedeploy.dry-run', 'blue-green-codedeploy', {
  ...deployment,
  'task-definition-arn': 'sample-app:1',
  'dry-run': 'true',
});
await record(
  'blue-green-codedeploy.succeeded',
  'blue-green-codedeploy',
  { ...deployment, ...SLOWLY, 'task-definition-arn': 'sample-app:1' },
  { commit: '1' },
);
// Before a deployment fails: the last one's failure is a finding.
await record('diagnose.succeeded', 'diagnose', { stack: SAMPLE });
await record(
  'blue-green-codedeploy.failed',
  'blue-green-codedeploy',
  { ...deployment, 'task-definition-arn': 'sample-app:3' },
  { commit: '3' },
);
await record(
  'blue-green-codedeploy.cancelled',
  'blue-green-codedeploy',
  { ...deployment, ...SLOWLY, 'task-definition-arn': 'sample-app:2' },
  { until: /Traffic: 20/ },
);

await record('verify-target-health.succeeded', 'verify-target-health', service);
await record('verify-target-health.failed', 'verify-target-health', {
  ...service,
  'task-definition-arn': 'sample-app:2',
  'wait-for-minutes': '0.05',
});
await record(
  'verify-target-health.cancelled',
  'verify-target-health',
  { ...service, 'task-definition-arn': 'sample-app:2' },
  { until: /Not yet/ },
);

await record('preflight.succeeded', 'preflight', { stack: SAMPLE });
await record('preflight.failed', 'preflight', { stack: SAMPLE, 'task-definition-arn': 'sample-app:77' });
await record('preflight.cancelled', 'preflight', { stack: SAMPLE }, { until: /preflight/ });

await record('diagnose.cancelled', 'diagnose', { stack: SAMPLE }, { until: /diagnose/ });

await record('rollback.dry-run', 'rollback', { ...service, to: 'sample-app:2', 'dry-run': 'true' });
await record(
  'rollback.cancelled',
  'rollback',
  { ...service, ...SLOWLY, to: 'sample-app:2' },
  { until: /Traffic: 10/ },
);
await record('rollback.succeeded', 'rollback', { ...service, to: 'sample-app:2' });
await record('rollback.failed', 'rollback', { ...service, to: 'sample-app:99' });

// A worker beside the service, which ECS itself deploys.
const {
  clusterArns: [cluster = ''],
} = await simulator.sim.call<{ clusterArns: string[] }>('ecs', 'ListClusters', {});
const { serviceArns } = await simulator.sim.call<{ serviceArns: string[] }>('ecs', 'ListServices', {
  cluster,
});
const {
  services: [web],
} = await simulator.sim.call<{ services: { networkConfiguration: object }[] }>('ecs', 'DescribeServices', {
  cluster,
  services: serviceArns,
});
const { taskDefinition } = await simulator.sim.call<{
  taskDefinition: { containerDefinitions: object[] } & Record<string, unknown>;
}>('ecs', 'DescribeTaskDefinition', { taskDefinition: 'sample-app:1' });
for (const command of [['server.js'], ['server.js'], ['nothere.js']]) {
  const { cpu, executionRoleArn, memory, networkMode, requiresCompatibilities } = taskDefinition;
  await simulator.sim.call('ecs', 'RegisterTaskDefinition', {
    family: 'mailer',
    cpu,
    executionRoleArn,
    memory,
    networkMode,
    requiresCompatibilities,
    containerDefinitions: taskDefinition.containerDefinitions.map((one) => ({
      ...one,
      command: ['node', ...command],
      healthCheck: undefined,
    })),
  });
}
await simulator.sim.call('ecs', 'CreateService', {
  cluster,
  serviceName: 'mailer',
  taskDefinition: 'mailer:1',
  desiredCount: 2,
  launchType: 'FARGATE',
  networkConfiguration: web?.networkConfiguration,
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
});
await new Promise((resolve) => setTimeout(resolve, 5000));
const mailer = { cluster, service: 'mailer', 'allow-downgrade': 'true', ...QUICK };
await record('deploy-service.dry-run', 'deploy-service', {
  ...mailer,
  'task-definition-arn': 'mailer:2',
  'dry-run': 'true',
});
await record('deploy-service.failed', 'deploy-service', { ...mailer, 'task-definition-arn': 'mailer:3' });
await record('diagnose.failed', 'diagnose', { cluster, service: 'mailer' });
await record(
  'deploy-service.cancelled',
  'deploy-service',
  { ...mailer, 'task-definition-arn': 'mailer:2' },
  { until: /IN_PROGRESS/ },
);
await record('deploy-service.succeeded', 'deploy-service', { ...mailer, 'task-definition-arn': 'mailer:2' });

await simulator.close();
await rm(folder, { recursive: true, force: true });
process.exit();
