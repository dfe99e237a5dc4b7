import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ActionResult } from '@cutover/runner/run-action';
import type { Fault } from '@cutover/simulator/kernel/faults';
import { start } from '../bundles/action.ts';
import { Account, type AccountOptions } from './account.ts';
import { HURRIED } from './cell.ts';
import { isOutage } from './fault.ts';
import { migrations, MIGRATION } from './other-steps.ts';
import { HANG_MS, watch, whileMoving } from './process.ts';
import { deploying, POLL } from './scene.ts';
import type { CellResult, Operation, Stage } from './stage.ts';

/** Something in AWS that a step answers for until `post:` has undone it. */
interface Left {
  readonly what: string;
  /** The words by which `post:` says so. */
  readonly said: RegExp;
}

/** An action at the moment in which its `post:` takes over. */
interface Clearing {
  readonly name: string;
  readonly step: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly account?: AccountOptions;
  readonly prepare?: (account: Account) => Promise<void>;
  /** The action is killed once this is so; undefined: it ends well. */
  readonly killedAt?: (account: Account) => boolean | Promise<boolean>;
  /** Whether users may get the maintenance page meanwhile. */
  readonly page?: true;
  readonly left: (account: Account) => Promise<readonly Left[]>;
}

const shifts = async (account: Account): Promise<boolean> => (await account.greenWeight()) === 10;
const commandRuns =
  (family?: string) =>
  async (account: Account): Promise<boolean> =>
    (await migrations(account, family)).some(({ lastStatus }) => lastStatus === 'RUNNING');

async function goingDeployments(account: Account): Promise<readonly Left[]> {
  const stopped = new Set(
    account.calls
      .filter(({ operation, status }) => operation === 'StopDeployment' && status === 200)
      .map(({ input }) => (input as { deploymentId?: string }).deploymentId),
  );
  return (await account.deployments())
    .filter(({ creator, deploymentId, status = '' }) => {
      const over = ['Succeeded', 'Failed', 'Stopped'].includes(status);
      return creator === 'user' && !over && !stopped.has(deploymentId);
    })
    .map(({ deploymentId = '' }) => ({
      what: `deployment ${deploymentId}`,
      said: new RegExp(`${deploymentId}.*(could not be stopped|goes on)`),
    }));
}

async function suspension(account: Account): Promise<readonly Left[]> {
  return (await account.scales())
    ? []
    : [{ what: 'the suspension of scaling', said: /[Ss]caling.*suspended|suspended.*[Ss]caling/ }];
}

async function runningTasks(account: Account, family?: string): Promise<readonly Left[]> {
  return (await migrations(account, family))
    .filter(({ desiredStatus }) => desiredStatus === 'RUNNING')
    .map(({ taskArn = '' }) => ({
      what: 'the task',
      said: new RegExp(
        `${taskArn.split('/').at(-1) ?? ''}.*runs on|Whether a task .* still runs .* could not be found out`,
      ),
    }));
}

async function shownPages({ live }: Account): Promise<readonly Left[]> {
  const { Rules } = await live.call<{ Rules: Rule[] }>('elasticloadbalancing', 'DescribeRules', {
    ListenerArn: live.production,
  });
  return Rules.filter(({ Actions = [] }) => Actions[0]?.FixedResponseConfig?.StatusCode === '503').map(
    () => ({
      what: 'the maintenance page',
      said: /(Users of \S+|Users may) still see the maintenance page/,
    }),
  );
}

const MIGRATING = {
  step: MIGRATION.step,
  prepare: MIGRATION.prepare ?? (async () => undefined),
} as const;

/** Its stages migrate behind a page, which stays until its deployment is over. */
const PIPELINE = {
  step: 'pipeline',
  inputs: { ...POLL, image: 'test/shop', maintenance: 'true', preflight: 'off' },
  page: true,
} as const;

export const CLEARINGS: readonly Clearing[] = [
  {
    name: 'a deployment',
    step: deploying.step,
    inputs: deploying.inputs,
    // Its end is not reached while `post:` tries again.
    account: { canaryMinutes: 1440 },
    killedAt: shifts,
    left: async (account) => [...(await goingDeployments(account)), ...(await suspension(account))],
  },
  {
    name: 'deployments of two services',
    step: deploying.step,
    inputs: {
      cluster: 'shop',
      services: 'web\napi',
      'task-definition-arn': 'web:2',
      'poll-interval-seconds': '0.05',
    },
    account: { beside: 'api', canaryMinutes: 1440 },
    killedAt: shifts,
    left: goingDeployments,
  },
  {
    ...MIGRATING,
    name: 'a task and a page',
    inputs: { ...MIGRATION.inputs, command: '30000', maintenance: 'true' },
    killedAt: commandRuns(),
    page: true,
    left: async (account) => [...(await runningTasks(account)), ...(await shownPages(account))],
  },
  {
    ...MIGRATING,
    name: 'a page that was left for the deployment',
    inputs: { ...MIGRATION.inputs, command: '50', maintenance: 'true' },
    page: true,
    left: shownPages,
  },
  {
    ...PIPELINE,
    name: 'a task and a page of the pipeline',
    inputs: { ...PIPELINE.inputs, 'migration-command': '30000' },
    killedAt: commandRuns('web'),
    left: async (account) => [...(await runningTasks(account, 'web')), ...(await shownPages(account))],
  },
  {
    ...PIPELINE,
    name: 'a deployment and a page of the pipeline',
    inputs: { ...PIPELINE.inputs, 'migration-command': '50', 'suspend-auto-scaling': 'true' },
    account: { canaryMinutes: 1440 },
    killedAt: shifts,
    left: async (account) => [
      ...(await goingDeployments(account)),
      ...(await suspension(account)),
      ...(await shownPages(account)),
    ],
  },
];

/** A clearing as a column of the matrix. */
export function stageOf(clearing: Clearing): Stage {
  let known: Promise<readonly Operation[]> | undefined;
  return {
    name: clearing.name,
    operations: async () => await (known ??= callsOf(clearing)),
    play: async (operation, fault) => {
      try {
        const { clear, requests, violations } = await play(clearing, { ...operation, ...fault });
        return { verdict: clear ? 'done' : 'by hand', violations, requests };
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        return { verdict: undefined, violations: [said], requests: 0 };
      }
    },
  };
}

/** The calls of its `post:` without a fault. */
async function callsOf(clearing: Clearing): Promise<readonly Operation[]> {
  const { calls, violations } = await play(clearing, undefined);
  if (violations.length > 0) throw new Error(`${clearing.name}, without a fault: ${violations.join('; ')}`);
  return [...new Map(calls.map((call) => [`${call.service}:${call.operation}`, call])).values()];
}

interface Played extends Pick<CellResult, 'violations' | 'requests'> {
  readonly calls: readonly Operation[];
  /** Whether nothing stays behind. */
  readonly clear: boolean;
}

/** Runs the action to the moment, sets the fault, and lets `post:` clear up. */
async function play(clearing: Clearing, fault: Fault | undefined): Promise<Played> {
  const account = await Account.open(clearing.account);
  const workspace = await mkdtemp(join(tmpdir(), 'cutover-post-'));
  try {
    await clearing.prepare?.(account);
    const first = await toMoment(account, clearing, workspace);
    if (clearing.killedAt === undefined && first.exitCode !== 0)
      throw new Error(`the action failed before post: ${first.errors.join('\n')}`);
    account.sim.calls.length = 0;
    if (fault !== undefined) account.live.fault(fault);
    const running = await first.startPost(isOutage(fault) ? HURRIED : {});
    if (running === undefined) throw new Error('there was no post:');
    const step = watch(running);
    const post = await whileMoving(account, running.done);
    const calls = account.calls.map(({ operation, service }) => ({ operation, service }));
    account.sim.faults.clear();
    const left = await clearing.left(account);
    const violations = step.hung
      ? [`post: hangs: still running after ${HANG_MS / 1000} s`]
      : judge(post, left);
    const { dropped } = account;
    if (clearing.page === undefined && dropped.length > 0)
      violations.push(`${dropped.length} requests were dropped: ${dropped[0] ?? ''}`);
    if (fault === undefined && left.length > 0) violations.push(`${left[0]?.what ?? ''} stays behind`);
    await Promise.all([first.dispose(), post.dispose()]);
    return { calls, clear: left.length === 0, violations, requests: account.requests };
  } finally {
    await account.close();
    await rm(workspace, { recursive: true, force: true });
  }
}

async function toMoment(
  account: Account,
  { inputs, killedAt, step: name }: Clearing,
  workspace: string,
): Promise<ActionResult> {
  const running = await start(name, { inputs, env: account.live.env, workspace });
  const step = watch(running);
  try {
    if (killedAt !== undefined) {
      await account.move(async () => ((await killedAt(account)) || step.over ? true : undefined));
      running.process.kill('SIGKILL');
    }
    return await whileMoving(account, running.done);
  } finally {
    running.process.kill('SIGKILL');
  }
}

/** `post:` is red for what stays behind, for nothing else, and says what that is. */
function judge(post: ActionResult, left: readonly Left[]): string[] {
  const said = `${post.stdout}\n${post.errors.join('\n')}`;
  const silent = left
    .filter((one) => !one.said.test(said))
    .map(({ what }) => `${what} stays behind, and post: does not say so: ${said.slice(-1500)}`);
  if (left.length > 0 && post.exitCode === 0)
    silent.push(`${left[0]?.what ?? ''} stays behind, and post: is green: ${said.slice(-1500)}`);
  if (left.length === 0 && post.exitCode !== 0)
    silent.push(`nothing stays behind, and post: fails: ${post.errors.join('\n')}`);
  return silent;
}
