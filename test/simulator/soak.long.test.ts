import { Agent, get } from 'node:http';
import { StopDeploymentCommand } from '@aws-sdk/client-codedeploy';
import type { DescribeListenersOutput } from '@aws-sdk/client-elastic-load-balancing-v2';
import { ScriptImages } from '@cutover/simulator/ecs/test-account';
import { type RunningSimulator, startSimulator } from '@cutover/simulator/start';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BlueGreen, until } from './blue-green.ts';

const REQUESTS = 100_000;
const CLIENTS = 12;
const SHIFTS = 20;
const ROLLBACKS = 5;
/** AWS time runs so many times faster that a minute between two steps lasts half a second. */
const TIME_SCALE = 120;
const CONFIGS = ['all-at-once', 'canary', 'linear'];

const SERVER = `
  const server = require('node:http').createServer((request, response) => response.end(process.env.VERSION));
  server.listen(Number(process.env.PORT), '127.0.0.1');
  process.on('SIGTERM', () => server.close(() => process.exit(0)));`;

/** Which versions could be sent traffic, from the call that set it until the next such call had returned. */
interface Entitlement {
  readonly from: number;
  to: number;
  versions: readonly string[];
}

let simulator: RunningSimulator;
let world: BlueGreen;
const entitlements: Entitlement[] = [];
/** The version behind each target group: the last one that was deployed to it. */
const behind = new Map<string, string>();
let listenerArn: string;
let groups: readonly [string, string];
let url: string;

beforeAll(async () => {
  simulator = await startSimulator({ timeScale: TIME_SCALE });
  simulator.sim.images = new ScriptImages({ server: SERVER });
  world = new BlueGreen(simulator.url, {
    desiredCount: 2,
    healthCheckSeconds: 10,
    terminationMinutes: 1,
    deregistrationSeconds: 60,
    canaryMinutes: 2,
  });
  await world.prepare();
  const front = await world.service('web', await world.revision('web', 'test/server', 'v0'));
  ({ listenerArn, groups } = front);
  await until(
    async () => world.describe('web'),
    ({ taskSets }) => taskSets?.[0]?.stabilityStatus === 'STEADY_STATE',
  );
  const state = (await (await fetch(`${simulator.url}/_simulator/state`)).json()) as {
    elasticloadbalancing: { loadBalancers: { listeners: { address: string }[] }[] };
  };
  url = state.elasticloadbalancing.loadBalancers[0]?.listeners[0]?.address ?? '';
  behind.set(groups[0], 'v0');
  entitlements.push({ from: performance.now(), to: Infinity, versions: ['v0'] });
  watchWeights();
});

afterAll(async () => {
  world.close();
  await simulator.close();
});

/** Notes every change of the listener's weights: when the call came, when it had returned and what they then were. */
function watchWeights(): void {
  const { sim } = simulator;
  const service = sim.service('elasticloadbalancing');
  const modify = service.operations['ModifyListener'];
  if (modify === undefined) throw new Error('the simulator has no ModifyListener');
  sim.add({
    ...service,
    operations: {
      ...service.operations,
      ModifyListener: async (input, caller) => {
        const from = performance.now();
        const result = await modify(input, caller);
        const { Listeners } = await sim.call<DescribeListenersOutput>(
          'elasticloadbalancing',
          'DescribeListeners',
          { ListenerArns: [listenerArn] },
        );
        const last = entitlements.at(-1);
        if (last !== undefined) last.to = performance.now();
        const forward = Listeners?.[0]?.DefaultActions?.[0]?.ForwardConfig?.TargetGroups ?? [];
        const versions = forward
          .filter(({ Weight = 0 }) => Weight > 0)
          .map(({ TargetGroupArn = '' }) => behind.get(TargetGroupArn) ?? '');
        entitlements.push({ from, to: Infinity, versions });
        return result ?? {};
      },
    },
  });
}

interface Answer {
  readonly text: string;
  readonly sent: number;
  readonly received: number;
}

async function ask(agent: Agent): Promise<Answer> {
  const sent = performance.now();
  const text = await new Promise<string>((resolve) => {
    get(url, { agent }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve(response.statusCode === 200 ? body : `HTTP ${response.statusCode ?? 0} ${body}`);
      });
      response.on('error', (error) => {
        resolve(error.message);
      });
    }).on('error', (error) => {
      resolve(error.message);
    });
  });
  return { text, sent, received: performance.now() };
}

function entitled({ text, sent, received }: Answer): boolean {
  return entitlements.some(
    ({ from, to, versions }) => from <= received && to >= sent && versions.includes(text),
  );
}

/** Deploys a version to the group that stands by; gives back the id of the deployment. */
async function deploy(version: string, config: string): Promise<string> {
  const weights = await world.weights(listenerArn);
  const standby = groups.find((arn) => (weights.get(arn) ?? 0) === 0) ?? groups[1];
  const revision = await world.revision('web', 'test/server', version);
  behind.set(standby, version);
  return await world.deploy('web', revision, config);
}

async function ended(deploymentId: string, status: string): Promise<string | undefined> {
  const { rollbackInfo } = await until(
    async () => world.deployment(deploymentId),
    (info) => ['Succeeded', 'Failed', 'Stopped'].includes(info.status ?? ''),
  ).then((info) => {
    expect(info.status).toBe(status);
    return info;
  });
  return rollbackInfo?.rollbackDeploymentId;
}

test(`${REQUESTS} requests during ${SHIFTS} shifts and ${ROLLBACKS} rollbacks: none is lost, none is answered by a version without traffic`, async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const answers: Answer[] = [];
  const wrong: Answer[] = [];
  const load = { on: true };
  const clients = Array.from({ length: CLIENTS }, async () => {
    while (load.on) {
      const answer = await ask(agent);
      answers.push(answer);
      if (!/^v\d+$/.test(answer.text)) wrong.push(answer);
    }
  });
  const versions = ['v0'];
  try {
    for (let index = 1; index <= SHIFTS + ROLLBACKS; index += 1) {
      const version = `v${index}`;
      versions.push(version);
      const rollback = index % ((SHIFTS + ROLLBACKS) / ROLLBACKS) === 0;
      const id = await deploy(version, rollback ? 'linear' : (CONFIGS[index % CONFIGS.length] ?? ''));
      if (rollback) {
        await until(
          async () => entitlements.at(-1)?.versions.length ?? 0,
          (serving) => serving === 2,
        );
        // The share of a stopped version is proven by an answer of it.
        await until(
          async () => Promise.resolve(answers.some(({ text }) => text === version)),
          (served) => served,
        );
        await world.codedeploy.send(
          new StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: true }),
        );
        await ended((await ended(id, 'Stopped')) ?? '', 'Succeeded');
      } else {
        await ended(id, 'Succeeded');
      }
      // The requests spread over all deployments.
      await until(
        async () => Promise.resolve(answers.length),
        (count) => count >= (REQUESTS * index) / (SHIFTS + ROLLBACKS),
        120,
      );
    }
  } finally {
    load.on = false;
  }
  await Promise.all(clients);
  agent.destroy();

  const strangers = answers.filter((answer) => !wrong.includes(answer) && !entitled(answer));
  expect({ lost: wrong.slice(0, 10), strangers: strangers.slice(0, 10) }).toEqual({
    lost: [],
    strangers: [],
  });
  expect(answers.length).toBeGreaterThanOrEqual(REQUESTS);
  const served = new Set(answers.map(({ text }) => text));
  expect(versions.filter((version) => !served.has(version))).toEqual([]);
  expect(entitlements.length).toBeGreaterThan(SHIFTS + 2 * ROLLBACKS);
}, 900_000);
