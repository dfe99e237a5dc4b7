import type { Fault } from '@cutover/simulator/kernel/faults';
import type { ActionResult } from '@cutover/runner/run-action';
import { start } from '../bundles/action.ts';
import { Account, type Serving } from './account.ts';
import type { CellResult } from './cell.ts';
import { HANG_MS, watch, whileMoving } from './process.ts';

/** GitHub's runner sends SIGINT, then SIGTERM, and then it kills. */
const PATIENCE_MS = { SIGINT: 7500, SIGTERM: 2500 } as const;

export type Interruption = 'SIGINT' | 'SIGTERM' | 'SIGKILL';

/** A moment in the life of blue-green-codedeploy, known by what has happened. */
export interface Instant {
  readonly name: string;
  readonly fault?: Fault;
  /** Seen while AWS time stands still ('rest') or passes ('move'). */
  readonly when: 'rest' | 'move';
  readonly look: (account: Account) => boolean | Promise<boolean>;
  /** False: there is nothing yet that could be stopped. */
  readonly deployed: boolean;
}

const REVISION = 'web:2';
const OLD = 'web:1';
const INPUTS = {
  cluster: 'shop',
  service: 'web',
  'poll-interval-seconds': '0.05',
  'task-definition-arn': REVISION,
  'wait-until': 'completed',
  'suspend-auto-scaling': 'true',
};

const called = (operation: string) => (account: Account) =>
  account.calls.some((call) => call.operation === operation);
const event = (name: string, status: string) => async (account: Account) =>
  (await account.event(name)) === status;

/** From the start of the process to the moment before its end. */
export const INSTANTS: readonly Instant[] = [
  { name: 'the process starts', when: 'rest', look: () => true, deployed: false },
  {
    name: 'first call made',
    when: 'rest',
    look: ({ calls }) => calls.length > 0,
    deployed: false,
  },
  { name: 'deployment group read', when: 'rest', look: called('GetDeploymentGroup'), deployed: false },
  { name: 'revision read', when: 'rest', look: called('DescribeTaskDefinition'), deployed: false },
  { name: 'listener read', when: 'rest', look: called('DescribeListeners'), deployed: false },
  {
    name: 'creation under way',
    fault: { operation: 'CreateDeployment', latencyMs: 1000 },
    when: 'rest',
    look: ({ sim }) => sim.faults.list().every(({ left }) => left === 0),
    deployed: true,
  },
  {
    name: 'creation answered late',
    fault: { operation: 'CreateDeployment', reset: 'after' },
    when: 'rest',
    look: called('CreateDeployment'),
    deployed: true,
  },
  { name: 'deployment created', when: 'rest', look: called('CreateDeployment'), deployed: true },
  { name: 'deployment first looked at', when: 'rest', look: called('GetDeployment'), deployed: true },
  { name: 'Install begun', when: 'move', look: event('Install', 'InProgress'), deployed: true },
  {
    name: 'new tasks start',
    when: 'move',
    look: async ({ live }) => ((await live.service()).taskSets ?? []).length === 2,
    deployed: true,
  },
  {
    name: 'new tasks run',
    when: 'move',
    look: async ({ live }) => (await live.service()).runningCount === 2,
    deployed: true,
  },
  { name: 'Install over', when: 'move', look: event('Install', 'Succeeded'), deployed: true },
  {
    name: 'test traffic shifted',
    when: 'move',
    look: event('AllowTestTraffic', 'Succeeded'),
    deployed: true,
  },
  {
    name: 'before the shift',
    when: 'move',
    look: event('BeforeAllowTraffic', 'Succeeded'),
    deployed: true,
  },
  {
    name: '10 % shifted',
    when: 'move',
    look: async (account) => (await account.greenWeight()) === 10,
    deployed: true,
  },
  {
    name: '100 % shifted',
    when: 'move',
    look: async (account) => (await account.greenWeight()) === 100,
    deployed: true,
  },
  { name: 'AllowTraffic over', when: 'move', look: event('AllowTraffic', 'Succeeded'), deployed: true },
  {
    name: 'AfterAllowTraffic over',
    when: 'move',
    look: event('AfterAllowTraffic', 'Succeeded'),
    deployed: true,
  },
  {
    name: 'old tasks wait for their end',
    when: 'move',
    look: async ({ live }) =>
      (await live.deployments()).some(
        ({ instanceTerminationWaitTimeStarted }) => instanceTerminationWaitTimeStarted,
      ),
    deployed: true,
  },
];

/** Interrupts a deployment at that instant, runs `post:` as the runner does, and deploys once more. */
export async function interrupt(instant: Instant, how: Interruption): Promise<CellResult> {
  const account = await Account.open({ terminationMinutes: 5 });
  const violations: string[] = [];
  const check = (holds: boolean, message: string): void => {
    if (!holds) violations.push(message);
  };
  try {
    if (instant.fault !== undefined) account.live.fault(instant.fault);
    const first = await deploy(account, '1', async (running) => {
      await account[instant.when](async () =>
        (await instant.look(account)) || running.over ? true : undefined,
      );
      await end(account, running, how);
    });
    check(first.exitCode !== 0, `success: ${first.stdout}`);
    const scaledAtEnd = await account.scales();
    const post = await whileMoving(account, first.post());
    check(post === undefined || post.errors.length === 0, `post: ${post?.errors.join() ?? ''}`);
    check(scaledAtEnd || (await account.scales()), 'the scaler is still suspended');
    check(account.stops === instant.deployed, `StopDeployment was ${account.stops ? '' : 'not '}called`);
    const killed = first.exitCode === null;
    if (!killed) {
      const said = first.errors.join('\n');
      check(/cancelled/i.test(said), `the cause is not named: ${said}`);
      const after = await rest(account);
      check(wholly(after, OLD), `${JSON.stringify(after)} serves after the interruption`);
    }
    check(byUsers(await account.live.deployments()) === Number(instant.deployed), 'not one deployment');
    const again = await deploy(account, '2', async () => undefined);
    check(again.exitCode === 0, `the second run failed: ${again.errors.join('\n')}`);
    const serving = await rest(account);
    check(wholly(serving, REVISION), `${JSON.stringify(serving)} serves after the second run`);
    check(byUsers(await account.live.deployments()) <= 2, 'the second run made more than one deployment');
    check(await account.scales(), 'the scaler is still suspended after the second run');
    const { dropped } = account.visitor;
    check(dropped.length === 0, `${dropped.length} requests were dropped: ${dropped[0] ?? ''}`);
    await Promise.all([first.dispose(), again.dispose()]);
    return { verdict: 'old version serves', violations, requests: account.visitor.requests };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { verdict: undefined, violations: [...violations, said], requests: account.visitor.requests };
  } finally {
    await account.close();
  }
}

interface Running {
  readonly over: boolean;
  kill(signal: NodeJS.Signals): void;
}

async function deploy(
  account: Account,
  attempt: string,
  meanwhile: (running: Running) => Promise<void>,
): Promise<ActionResult> {
  const env = { ...account.live.env, GITHUB_RUN_ATTEMPT: attempt };
  const running = await start('blue-green-codedeploy', { inputs: INPUTS, env });
  const step = watch(running);
  try {
    await meanwhile({
      get over() {
        return step.over;
      },
      kill: (signal) => {
        running.process.kill(signal);
      },
    });
    const result = await account.pace(() => step.result);
    if (step.hung) throw new Error(`hangs: still running after ${HANG_MS / 1000} s`);
    return result;
  } finally {
    running.process.kill('SIGKILL');
  }
}

/** Sends the signal and, as the runner does, what follows when the process doesn't end. */
async function end(account: Account, running: Running, how: Interruption): Promise<void> {
  running.kill(how);
  // A shift of minutes is not over within the seconds in which a cancelled step tries again.
  let since = Date.now();
  let sent = how;
  await account.rest(() => {
    if (running.over || account.stops) return true;
    if (sent !== 'SIGKILL' && Date.now() - since > PATIENCE_MS[sent]) {
      sent = sent === 'SIGINT' ? 'SIGTERM' : 'SIGKILL';
      since = Date.now();
      running.kill(sent);
    }
    return undefined;
  });
}

async function rest(account: Account): Promise<Serving> {
  await account.calm();
  return await account.serving();
}

function wholly(seen: Serving, revision: string): boolean {
  return seen.primary === revision && seen.weights[revision] === 100 && seen.answers === revision;
}

function byUsers(deployments: readonly { readonly creator?: string | undefined }[]): number {
  return deployments.filter(({ creator }) => creator === 'user').length;
}
