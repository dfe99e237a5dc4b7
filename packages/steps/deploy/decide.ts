import type { Deployment } from '@cutover/domain/deployment/deployment';
import { servingRevision, type ServiceState } from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { ConfigurationError } from '@cutover/domain/errors';
import type { Inputs } from '@cutover/domain/inputs/input';
import type { Outcome } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import { carryOut } from '../deployment/carry-out.ts';
import type { Engine } from '../deployment/engine.ts';
import { ENGINES, findEngine, requireService } from '../deployment/engine-for.ts';
import type { EngineKind } from '../deployment/engine-kind.ts';
import { describeService, environmentOf } from '../deployment/environment.ts';
import { Pursuit } from '../deployment/pursuit.ts';
import { takeAwayLeftovers } from '../leftovers/take-away.ts';
import type { ScalingHold } from '../scaling/hold.ts';
import { testAddress } from '../deployment/test-address.ts';
import type { World } from '../world.ts';
import { takeOver } from './adopt.ts';
import type { inputs } from './inputs.ts';
import { quiet, outcomeOf, type DeploymentOutputs } from './outputs.ts';
import { gateFor, type BlueGreenRequest } from './plan.ts';

type Given = Inputs<typeof inputs>;

/** A deployment that another step or person started, and what it is of. */
interface Subject {
  readonly deployment: Deployment;
  readonly engine: Engine;
  readonly environment: Environment;
  readonly service: ServiceState;
  /** ARN that it deploys; undefined when that can't be told. */
  readonly revision: string | undefined;
}

/** `mode: continue` and `mode: stop`: a later job, or a person who approves it, decides about a deployment that is there. */
export async function decide(
  given: Given,
  request: BlueGreenRequest,
  world: World,
  scaling: ScalingHold,
  engines: readonly EngineKind[] = ENGINES,
): Promise<Outcome<DeploymentOutputs>> {
  const { aws, clock } = world;
  const startedAt = clock.now();
  const environment = await environmentOf(aws, given);
  const service = await describeService(aws, environment);
  requireService(service, environment, engines);
  scaling.of(environment);
  const engine = await findEngine(world, environment, service, request.engine, engines);
  const deployment = await engine.subject(
    given['deployment-id'],
    given.mode === 'stop' ? 'stop' : 'continue',
  );
  if (deployment === undefined) return noneOfCommit(given, engine, service, startedAt, world);
  const revision = await engine.revisionOf(deployment, service);
  const subject: Subject = { deployment, engine, environment, service, revision };
  if (deployment.ended !== undefined) return tooLate(given, subject, startedAt, world);
  if (given['dry-run']) {
    return {
      kind: 'unchanged',
      what: `Dry run: deployment ${deployment.id} (${deployment.status}) of ${labelOf(revision)} would be ${given.mode === 'stop' ? 'stopped and rolled back' : 'continued'}.`,
      outputs: outputsOf(subject, startedAt, world),
    };
  }
  await takeAwayLeftovers(
    world,
    { environment, service, productionListener: engine.listeners.production },
    { onlyPage: given['suspend-auto-scaling'] },
  );
  return given.mode === 'stop'
    ? await stop(request, subject, startedAt, world)
    : await proceed(request, subject, startedAt, world, scaling);
}

/** This commit was never deployed: nothing can be stopped, and a release that was to be continued has not happened. */
function noneOfCommit(
  { mode }: Given,
  { label }: Engine,
  service: ServiceState,
  startedAt: number,
  { clock, run }: World,
): Outcome<DeploymentOutputs> {
  const outputs = { ...quiet(startedAt, clock.now()), 'task-definition-arn': servingRevision(service) };
  const serves = `${formatRevision(servingRevision(service))} serves.`;
  if (mode === 'stop') {
    return {
      kind: 'unchanged',
      what: `No deployment of ${label} is active, and none was made for this commit; there is nothing to stop. ${serves}`,
      outputs,
    };
  }
  return {
    kind: 'failed',
    what: `Nothing was released: ${label} has no deployment of commit ${run.commit.slice(0, 7) || '(unknown)'} to continue. ${serves}`,
    fix: 'Give deployment-id, the output of the step that made the deployment. If that step did not run or failed, deploy again.',
    findings: [],
    outputs,
  };
}

/** Whether production runs the tasks that the deployment made, or its revision in other tasks. */
function isServedBy(service: ServiceState, { deployment, engine, revision }: Subject): boolean {
  const now = engine.serving(service) ?? servingRevision(service);
  return engine.servingDeployment(service) === deployment.id || now === revision;
}

function labelOf(revision: string | undefined): string {
  return revision === undefined ? 'an unknown revision' : formatRevision(revision);
}

/** Lets the deployment shift its traffic, and follows it like one of our own. */
async function proceed(
  request: BlueGreenRequest,
  { deployment, engine, environment, service, revision }: Subject,
  startedAt: number,
  world: World,
  scaling: ScalingHold,
): Promise<Outcome<DeploymentOutputs>> {
  const { gate: asked } = request;
  if (revision === undefined) {
    throw new ConfigurationError({
      what: `Which revision deployment ${deployment.id} brings is not known: ${engine.words.revisionUnknown}.`,
      fix: engine.words.revisionUnknownRemedy,
    });
  }
  const asksTestListener = asked !== undefined && asked.kind !== 'health';
  const observed = await engine.observeUnderWay(deployment, service, { test: asksTestListener });
  const address =
    asked === undefined || asked.kind === 'health' || asked.url !== undefined
      ? undefined
      : await testAddress(world, environment, observed.test, asked.kind === 'http');
  const gate = gateFor(asked, engine, observed, address) ?? { kind: 'open' as const };
  if (gate.kind === 'http' && gate.url === '') {
    throw new ConfigurationError({
      what: `gate: http has no address to ask: ${engine.words.noGateAddress}, and gate-url was not given.`,
      fix: 'Set gate-url.',
    });
  }
  const { totalMs } = engine.budget(observed, {
    waitUntil: request.waitUntil,
    hooks: 0,
    minutes: request.waitForMinutes,
  });
  await scaling.suspend(totalMs);
  const order = takeOver(engine, deployment, request, observed, service, { revision, gate });
  const end = await carryOut(new Pursuit(world, engine, order, deployment.id, startedAt));
  return outcomeOf(order, end, engine);
}

/** Stops the deployment and follows the way back to its end. */
async function stop(
  request: BlueGreenRequest,
  subject: Subject,
  startedAt: number,
  world: World,
): Promise<Outcome<DeploymentOutputs>> {
  const { aws, progress, signal } = world;
  const {
    deployment: { id },
    engine,
    environment,
  } = subject;
  const link = engine.link(id);
  progress.report({ type: 'note', text: `Deployment ${id} is stopped and rolled back.` });
  await engine.stop(id, { rollback: true });
  try {
    const { deployment, back } = await engine.followBack(id, {
      intervalMs: request.intervalMs,
      ...(request.waitForMinutes === undefined ? {} : { limitMs: request.waitForMinutes * 60_000 }),
    });
    const now = await aws.services.describe(environment.cluster, environment.service);
    const serving = now === undefined ? undefined : servingRevision(now);
    const left = now !== undefined && !isServedBy(now, subject);
    const outputs: DeploymentOutputs = {
      ...outputsOf({ ...subject, deployment }, startedAt, world),
      'rolled-back': back.kind === 'rolledBack',
      'rollback-deployment-id': back.kind === 'none' ? undefined : engine.named(back.id),
    };
    const label = serving === undefined ? 'no revision' : formatRevision(serving);
    // An engine may take the deployment back under its own id: that is its end.
    const isOver = deployment.ended === 'stopped' || (back.kind === 'rolledBack' && back.id === id);
    if (isOver && left && back.kind !== 'rollbackUnfinished') {
      if (back.kind === 'rolledBack' || back.kind === 'none') {
        return {
          kind: 'succeeded',
          what: `Deployment ${id} was stopped${back.kind === 'rolledBack' ? ` and rolled back${back.id === id ? '' : ` by ${back.id}`}` : ' before there was anything to take back'}: ${label} serves.`,
          outputs,
        };
      }
    }
    const unfinished = back.kind === 'rollbackUnfinished' || deployment.ended === undefined;
    return {
      kind: unfinished ? 'timedOut' : 'failed',
      what: `Deployment ${id} was told to stop and is ${deployment.status}; ${
        back.kind === 'none'
          ? `${engine.name} made no rollback deployment`
          : `its rollback ${back.id} is ${back.kind === 'rolledBack' ? 'Succeeded' : back.kind === 'rollbackFailed' ? back.deployment.status : back.status}`
      }; ${label} is PRIMARY.`,
      fix: `Look at the deployment in the console; if the wrong version serves, ${engine.words.goBack()}.`,
      findings: [],
      outputs,
      link,
    };
  } catch (error) {
    if (!signal.aborted) throw error;
    return {
      kind: 'cancelled',
      what: `Cancelled; deployment ${id} was told to stop and roll back, which ${engine.name} does by itself.`,
      fix: 'Look at the deployment in the console.',
      findings: [],
      outputs: outputsOf(subject, startedAt, world),
      link,
    };
  }
}

/** The deployment has ended already. What was wanted holds, or it can't be had any more. */
function tooLate(
  { mode }: Given,
  subject: Subject,
  startedAt: number,
  world: World,
): Outcome<DeploymentOutputs> {
  const { deployment, engine, service, revision } = subject;
  const { ended, id, rollbackId, status } = deployment;
  const serves = isServedBy(service, subject);
  const label = formatRevision(servingRevision(service));
  const outputs: DeploymentOutputs = {
    ...outputsOf(subject, startedAt, world),
    'rollback-deployment-id': rollbackId === undefined ? undefined : engine.named(rollbackId),
    'rolled-back': rollbackId !== undefined && !serves,
    superseded: ended === 'succeeded' && !serves,
  };
  const wanted = mode === 'continue' ? ended === 'succeeded' && serves : ended !== 'succeeded' && !serves;
  if (wanted) {
    return {
      kind: 'unchanged',
      what: `Deployment ${id} had already ended ${status}; ${label} serves.`,
      outputs,
    };
  }
  return {
    kind: 'failed',
    what: `Deployment ${id} of ${labelOf(revision)} had already ended ${status} and can’t be ${mode === 'continue' ? 'continued' : 'stopped'} any more; ${label} serves.`,
    fix:
      mode === 'continue'
        ? 'Deploy again if this version is the one that should serve.'
        : `To go back to the version before, ${engine.words.goBack()}.`,
    findings: [],
    outputs,
    link: engine.link(id),
  };
}

function outputsOf(
  { deployment, engine, revision, service }: Subject,
  startedAt: number,
  { clock }: World,
): DeploymentOutputs {
  return {
    ...quiet(startedAt, clock.now()),
    'deployment-id': engine.named(deployment.id),
    'codedeploy-deployment-id': engine.named(deployment.id),
    'deployment-status': deployment.status,
    'task-definition-arn': revision,
    'previous-task-definition-arn': engine.replacedBy(deployment.id, service),
  };
}
