import { lookOf } from '@cutover/domain/codedeploy/progress';
import type { CodeDeployLook } from '@cutover/domain/codedeploy/deployment-look';
import { CutoverError } from '@cutover/domain/errors';
import { parseShowLogs } from '@cutover/domain/inputs/show-logs';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { StoppedTask } from '@cutover/domain/task/failed-task';
import { buildAndPush } from '@cutover/steps/build-push-ecr/build';
import type { BuildRequest } from '@cutover/steps/build-push-ecr/build-request';
import { gatherEvidence } from '@cutover/steps/deployment/evidence';
import { testWorld } from '@cutover/steps/testing/world';
import type { Checked } from '@cutover/steps/verify-target-health/check';
import type { Questions } from '@cutover/steps/diagnose/questions';
import { diagnoseService } from '@cutover/steps/diagnose/service';
import { explain } from '@cutover/steps/verify-target-health/explain';
import type { VerifyPlan } from '@cutover/steps/verify-target-health/plan';
import type { World } from '@cutover/steps/world';
import { inOneLine } from './observe.ts';
import { hides, type Given, type InputProofs } from './proof.ts';

const REVISION = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:8';
const LINE = 'words of the program';

const failedTask: StoppedTask = {
  arn: 'arn:aws:ecs:us-east-1:123456789012:task/shop/0123',
  taskDefinition: REVISION,
  startedBy: 'ecs-svc/2',
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  stoppedAt: 5000,
  containers: [{ name: 'app', exitCode: 3 }],
};

/** An account in which the only task of web:8 failed, after a word in its log. */
function worldOf(given: Given): World {
  return testWorld({
    showLogs: parseShowLogs(given['show-logs']),
    aws: {
      serviceTasks: {
        stopped: async () => await Promise.resolve([failedTask]),
        running: async () => await Promise.resolve([]),
      },
      deployableRevisions: {
        describe: async () =>
          await Promise.resolve({
            arn: REVISION,
            status: 'ACTIVE',
            containers: [
              { name: 'app', essential: true, ports: [], log: { group: '/shop', streamPrefix: 'web' } },
            ],
          }),
      },
      logs: { tail: async () => await Promise.resolve([{ timestamp: 1, text: LINE }]) },
    },
    docker: {
      open: async () => {},
      login: async () => {},
      buildxVersion: async () => await Promise.resolve('v0.29.1'),
      run: async () => await Promise.resolve({ exitCode: 1, tail: [`ERROR: ${LINE}`] }),
      forget: async () => {},
    },
    files: {
      writeTemporary: async () => await Promise.resolve('/tmp/cutover-1/config.json'),
      resolve: (path: string) => path,
    },
    remember: () => undefined,
  });
}

/** Evidence about a deployment that failed. */
async function deploymentFailed(given: Given): Promise<unknown> {
  const look = {
    deployment: { id: 'd-OURS', status: 'Failed', description: '', createdAt: 0 },
    service: { name: 'web', taskSets: [], events: [] },
    failedTasks: [failedTask],
  } as unknown as CodeDeployLook;
  return await gatherEvidence(worldOf(given), lookOf(look));
}

/** Explanation of targets that did not prove healthy. */
async function proofFailed(given: Given): Promise<unknown> {
  return await explain(
    worldOf(given),
    { revision: REVISION, role: 'production' } as VerifyPlan,
    {
      service: { cluster: 'shop', name: 'web', taskDefinition: REVISION, taskSets: [], events: [] },
      verdict: { ok: false },
      superseded: false,
    } as unknown as Checked,
    [],
  );
}

/** Diagnosis of a service whose tasks end. */
async function serviceDiagnosed(given: Given): Promise<unknown> {
  const world = worldOf(given);
  const questions = { world, ask: async <T>(_: string, work: () => Promise<T>) => await work() };
  const service = {
    cluster: 'shop',
    name: 'web',
    controller: 'EXTERNAL',
    taskDefinition: REVISION,
    arn: '',
    desired: 1,
    running: 0,
    taskSets: [],
    loadBalancers: [],
    events: [],
  };
  return await diagnoseService(
    questions as unknown as Questions,
    { cluster: 'shop', service: 'web' },
    service as unknown as ServiceState,
  );
}

/** The error of a build that failed. */
async function buildFailed(given: Given): Promise<unknown> {
  const build: BuildRequest = {
    references: ['registry.example/team/app:v1'],
    context: '.',
    platforms: ['linux/amd64'],
    buildArgs: new Map(),
    secretArgs: [],
    buildContexts: new Map(),
    secrets: [],
    ssh: [],
    labels: new Map(),
    annotations: new Map(),
    fixedDate: false,
    cacheFrom: [],
    cacheTo: [],
    awsCredentials: false,
    noCache: false,
    pull: false,
    provenance: 'false',
    sbom: 'false',
    builder: 'big',
  };
  const login = { username: 'AWS', password: 'pass', host: 'registry.example' };
  return await buildAndPush(build, { values: {}, hidden: [] }, [login], worldOf(given)).catch(
    (error: unknown) => {
      if (!(error instanceof CutoverError)) throw error;
      const { findings, message } = error;
      return { findings, message };
    },
  );
}

const ENDS: readonly (readonly [actions: readonly string[], end: (given: Given) => Promise<unknown>])[] = [
  // The pipeline's stages are these steps.
  [['blue-green-codedeploy', 'deploy-service', 'rollback', 'pipeline'], deploymentFailed],
  [['verify-target-health'], proofFailed],
  [['diagnose'], serviceDiagnosed],
  [['build-push-ecr'], buildFailed],
];

/** With `show-logs: none` the outcome quotes no line; that the log shows none is the recorder's own test. */
export const logs: readonly InputProofs[] = ENDS.flatMap(([actions, end]) =>
  actions.map((action) => ({
    action,
    open: async () => await Promise.resolve({ observe: async (given: Given) => inOneLine(await end(given)) }),
    proofs: [hides('show-logs', 'none', {}, LINE)],
  })),
);
