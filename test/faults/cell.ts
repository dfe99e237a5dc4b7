import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from '@cutover/simulator/kernel/faults';
import type { ActionResult } from '@cutover/runner/run-action';
import { start } from '../bundles/action.ts';
import { Account, wholly, type Serving } from './account.ts';
import { isOutage, lasts } from './fault.ts';
import type { CellResult, Operation, Stage, Verdict } from './stage.ts';
import { HANG_MS, watch, whileMoving } from './process.ts';
import type { Moment, Scene } from './scene.ts';

/** A scene as a column of the matrix. */
export function stageOf(scene: Scene): Stage {
  return {
    name: scene.name,
    operations: async () => callsOf(scene),
    play: async (operation, fault) => playCell(isOutage(fault) ? patient(scene) : scene, operation, fault),
  };
}

/** How many times faster than its own a step lives that waits for the end of an outage. */
const HURRY = 20;

/** Variables of a process that lives faster. */
export const HURRIED = {
  NODE_OPTIONS: `--import=${new URL('hurry.mjs', import.meta.url).href}`,
  HURRY: String(HURRY),
} as const;

/** The step polls as seldom as a real one: its time passes faster. */
function patient(scene: Scene): Scene {
  if (scene.inputs['poll-interval-seconds'] === undefined) return scene;
  return { ...scene, inputs: { ...scene.inputs, 'poll-interval-seconds': '1' } };
}

/** Calls that a step makes in a moment before AWS time moves on, whether the fault has struck or not. */
const CALLS = 6;
/** Calls after a refusal by which a step shows that it goes on without what it was refused. */
const CALLS_AFTER_REFUSAL = 8;

/** What a run without faults calls between the scene's two moments. */
async function callsOf(scene: Scene): Promise<readonly Operation[]> {
  const account = await Account.open(scene.account);
  try {
    const played = await play(account, scene, undefined);
    const violations = judge(account, scene, undefined, played);
    if (violations.length > 0) {
      throw new Error(
        `${scene.step}, ${scene.name}, without a fault: ${violations.join('; ')}\n${played.result.stdout}`,
      );
    }
    const made = account.calls.slice(played.from, played.to);
    const seen = new Map(
      made.map(({ service, operation }) => [`${service}:${operation}`, { service, operation }]),
    );
    return [...seen.values()];
  } finally {
    await account.close();
  }
}

/** Plays the scene with one fault in it and judges what came of it. */
async function playCell(scene: Scene, target: Operation, fault: Fault): Promise<CellResult> {
  const account = await Account.open(scene.account);
  try {
    const armed = { ...target, ...fault };
    const played = await play(account, scene, armed);
    const violations = judge(account, scene, armed, played);
    return { verdict: verdictOf(scene, armed, played), violations, requests: account.requests };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { verdict: undefined, violations: [said], requests: account.requests };
  } finally {
    await account.close();
  }
}

interface Played {
  readonly result: ActionResult;
  readonly post: ActionResult | undefined;
  /** When the process ended. */
  readonly atEnd: readonly Serving[];
  /** When AWS had come to rest. */
  readonly atRest: readonly Serving[];
  /** Deployments that users, not CodeDeploy, made since the step began. */
  readonly created: number;
  /** Whether the scaler is as it was, at the latest after `post:`. */
  readonly scales: boolean;
  /** What of the scene's own check does not hold. */
  readonly broken: readonly string[];
  /** Indexes into the recorded calls. */
  readonly from: number;
  readonly to: number;
}

async function play(account: Account, scene: Scene, fault: Fault | undefined): Promise<Played> {
  const { live, sim } = account;
  await scene.prepare?.(account);
  const before = byUsers(await account.deployments());
  sim.calls.length = 0;
  const inclusive = scene.from.kind === 'called' && scene.from.operation === fault?.operation;
  if (fault !== undefined && scene.from.kind !== 'reached') {
    live.fault(
      scene.from.kind === 'called' && !inclusive
        ? { ...fault, after: { operation: scene.from.operation } }
        : fault,
    );
  }
  const workspace = await workspaceOf(scene);
  const running = await start(scene.step, {
    inputs: scene.inputs,
    env: {
      ...account.live.env,
      ...(isOutage(fault) ? HURRIED : {}),
    },
    workspace,
  });
  const step = watch(running);
  let from = 0;
  let to: number | undefined;
  const reach = async ({ reach: go }: Extract<Moment, { kind: 'reached' }>): Promise<void> => {
    const going = go(account);
    // A step that ends too soon leaves it waiting until the account is closed.
    going.catch(() => undefined);
    await Promise.race([going, step.done]);
  };
  try {
    if (scene.from.kind === 'reached') {
      await reach(scene.from);
      from = account.calls.length;
      if (fault !== undefined) live.fault(fault);
      if (scene.meanwhile === undefined) {
        await account.rest(() => {
          const since = account.calls.slice(from);
          const struck = fault !== undefined && since.some(({ operation }) => operation === fault.operation);
          return struck || since.length >= CALLS || step.over ? true : undefined;
        });
      } else {
        await scene.meanwhile(account, running.process, () => step.over);
      }
      if (lasts(fault)) {
        // What a refusal or an outage leads to is decided before AWS goes on.
        const refused = account.calls.length;
        await account.rest(() => {
          const since = account.calls
            .slice(refused)
            .filter(({ operation }) => !isOutage(fault) || operation !== fault?.operation);
          const stopped = since.some(({ operation }) => operation === 'StopDeployment');
          return stopped || since.length >= CALLS_AFTER_REFUSAL || step.over ? true : undefined;
        });
      }
    }
    if (fault === undefined && scene.to?.kind === 'reached') {
      await reach(scene.to);
      to = account.calls.length;
    }
    if (scene.rests === true) await account.rest(() => (step.over || account.stops ? true : undefined));
    const result = await account.pace(() => step.result);
    if (step.hung)
      throw new Error(`hangs: still running after ${HANG_MS / 1000} s\n${result.stdout.slice(-3000)}`);
    const atEnd = await account.serving();
    const scalesAtEnd = await account.scales();
    to ??= account.calls.length;
    if (fault === undefined) {
      const called = (operation: string): number =>
        account.calls.findIndex((call) => call.operation === operation);
      if (scene.from.kind === 'called')
        from = called(scene.from.operation) + (scene.cause === undefined ? 1 : 0);
      if (scene.to?.kind === 'called') to = called(scene.to.operation) + 1;
    }
    const post = result.exitCode === 0 ? undefined : await whileMoving(account, result.post());
    sim.faults.clear();
    if (scene.old !== undefined && isStopRefused(fault)) await account.stop();
    const deployments = await account.calm();
    const atRest = await account.serving();
    const broken = (await scene.check?.(account, result)) ?? [];
    await result.dispose();
    return {
      broken,
      result,
      post,
      atEnd,
      atRest,
      scales: scalesAtEnd || (post !== undefined && (await account.scales())),
      created: byUsers(deployments) - before,
      from,
      to,
    };
  } finally {
    running.process.kill('SIGKILL');
    await rm(workspace, { recursive: true, force: true });
  }
}

/** A folder with the scene's files. */
async function workspaceOf({ files = {} }: Pick<Scene, 'files'>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cutover-scene-'));
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  return folder;
}

function byUsers(deployments: readonly { readonly creator?: string | undefined }[]): number {
  return deployments.filter(({ creator }) => creator === 'user').length;
}

function verdictOf(scene: Scene, fault: Fault, played: Played): Verdict {
  if (played.result.exitCode === 0) return 'done';
  if (scene.old === undefined) return 'as without the step';
  if (isStopRefused(fault) || isScalingHeld(fault, played)) return 'by hand';
  return wentOn(scene, fault, played) ? 'out of sight' : 'old version serves';
}

/** Whether AWS finished, in an outage, what the step could not see, and the step fails and says that much. */
function wentOn({ wanted }: Scene, fault: Fault | undefined, { atRest, result }: Played): boolean {
  const said = result.errors.join('\n');
  return (
    isOutage(fault) &&
    wholly(atRest, wanted) &&
    /had already ended: Succeeded|was over when it was to be stopped/.test(said) &&
    /[Rr]un verify-target-health/.test(said)
  );
}

/** Nobody can stop a deployment who is refused the stop: somebody with the right has to do what the step says. */
function isStopRefused(fault: Fault | undefined): boolean {
  return lasts(fault) && fault?.operation === 'StopDeployment';
}

/** Nor can anybody restore scaling who is refused that once it is suspended. */
function isScalingHeld(fault: Fault | undefined, { scales }: Played): boolean {
  return lasts(fault) && fault?.service === 'application-autoscaling' && !scales;
}

/** What must not be, in sentences. */
function judge(account: Account, scene: Scene, fault: Fault | undefined, played: Played): string[] {
  const { result, post, atEnd, atRest, created } = played;
  const violations: string[] = [];
  const check = (holds: boolean, message: string): void => {
    if (!holds) violations.push(message);
  };
  const said = result.errors.join('\n');
  if (result.exitCode === 0) {
    check(scene.cause === undefined, `a success that can't be one: ${result.stdout}`);
    check(wholly(atEnd, scene.wanted), `success, but ${JSON.stringify(atEnd)} at the end of the step`);
    if (scene.old !== undefined)
      check(wholly(atRest, scene.wanted), `success, but ${JSON.stringify(atRest)} serves in the end`);
  } else {
    const held = isScalingHeld(fault, played);
    const isAny = scene.old === undefined || held || wentOn(scene, fault, played);
    const serves = isAny ? (atRest[0]?.primary ?? '') : scene.old;
    check([scene.old ?? serves, scene.wanted].includes(serves), `${serves} serves`);
    check(!held || said.includes('register-scalable-target'), `how to restore scaling is not said: ${said}`);
    check(wholly(atRest, serves), `failed, and ${JSON.stringify(atRest)} serves in the end: ${said}`);
    check(result.errors.length > 0, 'failed without an error');
    const named = fault === undefined ? false : said.includes(`:${fault.operation ?? ''}`);
    if (scene.old !== undefined && isStopRefused(fault))
      check(said.includes('stop-deployment'), `how to stop it is not said: ${said}`);
    check(named || scene.cause?.test(said) === true, `the cause is not named: ${said || result.stdout}`);
    if (fault === undefined) check(scene.cause !== undefined, `failed: ${said}`);
  }
  violations.push(...played.broken);
  check(created <= (scene.deployments ?? 1), `${created} deployments were made`);
  check(
    played.scales || (result.exitCode !== 0 && isScalingHeld(fault, played)),
    'the scaler is still suspended',
  );
  check(result.exitCode !== null, `ended by ${result.stderr}`);
  if (fault === undefined)
    check(post === undefined || post.errors.length === 0, `post: ${post?.errors.join() ?? ''}`);
  const { dropped, requests } = account;
  check(dropped.length === 0, `${dropped.length} of ${requests} requests were dropped: ${dropped[0] ?? ''}`);
  return violations;
}
