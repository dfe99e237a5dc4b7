import { revisionOfAppSpec } from '@cutover/domain/appspec';
import { consoleLink } from '@cutover/domain/console';
import { isTerminal, type DeploymentGroup, type DeploymentState } from '@cutover/domain/deployment';
import { isOfCommit } from '@cutover/domain/deployment-description';
import { servingRevision, type ServiceState } from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import { AwsCallError, ConfigurationError } from '@cutover/domain/errors';
import type { Inputs } from '@cutover/domain/inputs';
import type { Outcome } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/revision';
import { carryOut } from '../deployment/carry-out.ts';
import { requireService } from '../deployment/check.ts';
import { describeService, environmentOf } from '../deployment/environment.ts';
import { findGroup, isOf } from '../deployment/find-group.ts';
import { followRollback } from '../deployment/stop.ts';
import type { ScalingHold } from '../deployment/suspended-scaling.ts';
import { testAddress } from '../deployment/test-address.ts';
import type { World } from '../world.ts';
import { takeOver } from './adopt.ts';
import type { inputs } from './inputs.ts';
import { quiet, outcomeOf, type Outputs } from './outputs.ts';
import { gateFor, type Request } from './plan.ts';

/** What CodeDeploy says of an id that it never gave. */
const UNKNOWN = /^(DeploymentDoesNotExist|InvalidDeploymentId)Exception$/;

type Given = Inputs<typeof inputs>;

/** A deployment that somebody else started, and what it is of. */
interface Subject {
  readonly deployment: DeploymentState;
  readonly environment: Environment;
  readonly group: DeploymentGroup;
  readonly service: ServiceState;
  /** ARN that it deploys; what serves when its AppSpec is gone. */
  readonly revision: string;
}

/** `mode: continue` and `mode: stop`: a later job, or a person who approves it, decides about a deployment that is there. */
export async function decide(
  given: Given,
  request: Request,
  world: World,
  scaling: ScalingHold,
): Promise<Outcome<Outputs>> {
  const { aws, clock } = world;
  const startedAt = clock.now();
  const environment = await environmentOf(aws, given);
  const service = await describeService(aws, environment);
  requireService(service, environment);
  scaling.of(environment);
  const group = await findGroup(aws, environment, {
    application: given['codedeploy-application'],
    group: given['codedeploy-deployment-group'],
  });
  if (!isOf(group, environment.cluster, environment.service)) {
    throw new ConfigurationError({
      message: `Deployment group ${group.application}/${group.name} is not for service ${environment.service} in cluster ${environment.cluster}.`,
      remedy: 'Correct codedeploy-deployment-group, or leave it out to have it found.',
    });
  }
  const deployment = await subjectOf(given, group, world);
  if (deployment === undefined) {
    return {
      kind: 'unchanged',
      headline: `No deployment of group ${group.application}/${group.name} is active; there is nothing to ${given.mode}. ${formatRevision(servingRevision(service))} serves.`,
      outputs: { ...quiet(startedAt, clock.now()), 'task-definition-arn': servingRevision(service) },
    };
  }
  const appSpec = await aws.deployments.appSpec(deployment);
  const revision =
    (appSpec === undefined ? undefined : revisionOfAppSpec(appSpec)) ?? servingRevision(service);
  const subject: Subject = { deployment, environment, group, service, revision };
  if (isTerminal(deployment.status)) return tooLate(given, subject, startedAt, world);
  if (given['dry-run']) {
    return {
      kind: 'unchanged',
      headline: `Dry run: deployment ${deployment.id} (${deployment.status}) of ${formatRevision(revision)} would be ${given.mode === 'stop' ? 'stopped and rolled back' : 'continued'}.`,
      outputs: outputsOf(subject, startedAt, world),
    };
  }
  if (given.mode === 'continue') await scaling.suspend();
  return given.mode === 'stop'
    ? await stop(request, subject, startedAt, world)
    : await proceed(request, subject, startedAt, world);
}

/**
 * The deployment that is meant: the one named, else the active one of this commit.
 * @throws ConfigurationError when it is not of this group, or nobody can tell which is meant
 */
async function subjectOf(
  given: Given,
  group: DeploymentGroup,
  { aws, run }: World,
): Promise<DeploymentState | undefined> {
  const named = given['deployment-id'];
  const label = `${group.application}/${group.name}`;
  if (named === undefined) {
    const [id] = await aws.deployments.active(group.application, group.name);
    if (id === undefined) return undefined;
    const active = await aws.deployments.get(id);
    if (isOfCommit(active.description, run.commit)) return active;
    throw new ConfigurationError({
      message: `deployment-id was not given, and the active deployment ${id} of ${label} is not of commit ${run.commit.slice(0, 7)}.`,
      remedy: `Give deployment-id, the output of the step that made the deployment; deployment-id: ${id} if that one is meant.`,
    });
  }
  const found = await aws.deployments.get(named).catch((error: unknown) => {
    if (error instanceof AwsCallError && UNKNOWN.test(error.code)) return undefined;
    throw error;
  });
  if (found === undefined) {
    throw new ConfigurationError({
      message: `CodeDeploy has no deployment ${named} in ${aws.region}.`,
      remedy: 'Correct deployment-id or aws-region; the output deployment-id of the deploying step fits.',
    });
  }
  if (found.application !== group.application || found.group !== group.name) {
    throw new ConfigurationError({
      message: `Deployment ${named} is of group ${found.application}/${found.group}, not of ${label}.`,
      remedy: 'Correct deployment-id, or stack, cluster and service.',
    });
  }
  if (found.creator === 'codeDeployRollback') {
    throw new ConfigurationError({
      message: `Deployment ${named} is itself a rollback, which CodeDeploy made; it is not to be ${given.mode === 'stop' ? 'stopped' : 'continued'}.`,
      remedy: 'Wait for its end.',
    });
  }
  return found;
}

/** Lets the deployment shift its traffic, and follows it like one of our own. */
async function proceed(
  request: Request,
  { deployment, environment, group, service, revision }: Subject,
  startedAt: number,
  world: World,
): Promise<Outcome<Outputs>> {
  const { aws } = world;
  const { gate: asked } = request;
  const [config, targetGroups, test] = await Promise.all([
    aws.deploymentGroups.config(deployment.config),
    asked?.kind === 'health' ? aws.loadBalancing.targetGroupsNamed(group.targetGroups) : [],
    asked === undefined || asked.kind === 'health' || group.testListener === undefined
      ? undefined
      : aws.loadBalancing.listener(group.testListener),
  ]);
  const address =
    asked === undefined || asked.kind === 'health' || asked.url !== undefined
      ? undefined
      : await testAddress(world, environment, test, asked.kind === 'http');
  const gate = gateFor(asked, { group, targetGroups }, address) ?? { kind: 'open' as const };
  if (gate.kind === 'http' && gate.url === '') {
    throw new ConfigurationError({
      message: `gate: http has no address to ask: ${group.name} has no test listener, and gate-url was not given.`,
      remedy: 'Set gate-url.',
    });
  }
  const order = takeOver(world, deployment, request, { environment, group, config }, service, {
    revision,
    gate,
  });
  return outcomeOf(order, await carryOut(world, order, deployment.id, startedAt), world);
}

/** Stops the deployment and follows the way back to its end. */
async function stop(
  request: Request,
  subject: Subject,
  startedAt: number,
  world: World,
): Promise<Outcome<Outputs>> {
  const { aws, progress, signal } = world;
  const {
    deployment: { id },
    environment,
  } = subject;
  const link = consoleLink(aws.region, { kind: 'deployment', id });
  progress.report({ type: 'note', text: `Deployment ${id} is stopped and rolled back.` });
  await aws.deployments.stop(id, { rollback: true });
  try {
    const { deployment, back } = await followRollback(world, id, {
      intervalMs: request.intervalMs,
      ...(request.waitForMinutes === undefined ? {} : { limitMs: request.waitForMinutes * 60_000 }),
    });
    const now = await aws.services.describe(environment.cluster, environment.service);
    const serving = now === undefined ? undefined : servingRevision(now);
    const outputs: Outputs = {
      ...outputsOf({ ...subject, deployment }, startedAt, world),
      'rolled-back': back.kind === 'rolledBack',
      'rollback-deployment-id': back.kind === 'none' ? undefined : back.id,
    };
    const label = serving === undefined ? 'no revision' : formatRevision(serving);
    if (
      deployment.status === 'Stopped' &&
      serving !== subject.revision &&
      back.kind !== 'rollbackUnfinished'
    ) {
      if (back.kind === 'rolledBack' || back.kind === 'none') {
        return {
          kind: 'succeeded',
          headline: `Deployment ${id} was stopped${back.kind === 'rolledBack' ? ` and rolled back by ${back.id}` : ' before there was anything to take back'}: ${label} serves.`,
          outputs,
        };
      }
    }
    const unfinished = back.kind === 'rollbackUnfinished' || !isTerminal(deployment.status);
    return {
      kind: unfinished ? 'timedOut' : 'failed',
      headline: `Deployment ${id} was told to stop and is ${deployment.status}; ${
        back.kind === 'none'
          ? 'CodeDeploy made no rollback deployment'
          : `its rollback ${back.id} is ${back.kind === 'rolledBack' ? 'Succeeded' : back.kind === 'rollbackFailed' ? back.deployment.status : back.status}`
      }; ${label} is PRIMARY.`,
      remedy:
        'Look at the deployment in the console, and use the rollback action if the wrong version serves.',
      findings: [],
      outputs,
      link,
    };
  } catch (error) {
    if (!signal.aborted) throw error;
    return {
      kind: 'cancelled',
      headline: `Cancelled; deployment ${id} was told to stop and roll back, which CodeDeploy does by itself.`,
      remedy: 'Look at the deployment in the console.',
      findings: [],
      outputs: outputsOf(subject, startedAt, world),
      link,
    };
  }
}

/** The deployment has ended already. What was wanted holds, or it can't be had any more. */
function tooLate({ mode }: Given, subject: Subject, startedAt: number, world: World): Outcome<Outputs> {
  const { deployment, service, revision } = subject;
  const { id, status, rollbackDeploymentId } = deployment;
  const serves = servingRevision(service) === revision;
  const label = formatRevision(servingRevision(service));
  const outputs: Outputs = {
    ...outputsOf(subject, startedAt, world),
    'rollback-deployment-id': rollbackDeploymentId,
    'rolled-back': rollbackDeploymentId !== undefined && !serves,
    superseded: status === 'Succeeded' && !serves,
  };
  const wanted = mode === 'continue' ? status === 'Succeeded' && serves : status !== 'Succeeded' && !serves;
  if (wanted) {
    return {
      kind: 'unchanged',
      headline: `Deployment ${id} had already ended ${status}; ${label} serves.`,
      outputs,
    };
  }
  return {
    kind: 'failed',
    headline: `Deployment ${id} of ${formatRevision(revision)} had already ended ${status} and can’t be ${mode === 'continue' ? 'continued' : 'stopped'} any more; ${label} serves.`,
    remedy:
      mode === 'continue'
        ? 'Deploy again if this version is the one that should serve.'
        : 'Use the rollback action to go back to the version before.',
    findings: [],
    outputs,
    link: consoleLink(world.aws.region, { kind: 'deployment', id }),
  };
}

function outputsOf({ deployment, revision, service }: Subject, startedAt: number, { clock }: World): Outputs {
  const before = service.taskSets.find(({ externalId }) => externalId !== deployment.id);
  return {
    ...quiet(startedAt, clock.now()),
    'deployment-id': deployment.id,
    'codedeploy-deployment-id': deployment.id,
    'deployment-status': deployment.status,
    'task-definition-arn': revision,
    'previous-task-definition-arn': before?.taskDefinition,
  };
}
