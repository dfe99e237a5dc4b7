import { appSpecFor, formatAppSpec, type AppSpecFile } from '@cutover/domain/appspec';
import type { AlarmOverride, DeploymentGroup } from '@cutover/domain/deployment';
import { deploymentBudget, type WaitUntil } from '@cutover/domain/deployment-budget';
import { describeDeployment } from '@cutover/domain/deployment-description';
import type { Statuses } from '@cutover/domain/http-status';
import type { RunContext } from '@cutover/domain/run-context';
import { checkDeployable } from '../deployment/check.ts';
import type { Gate } from '../deployment/gate.ts';
import type { Observed } from '../deployment/observe.ts';
import type { DeploymentOrder, OnCancel } from '../deployment/order.ts';

/** What the user asks for, typed and with files read. */
export interface Request {
  /** ARN or `family:revision`; empty when a deployment that exists is decided about. */
  readonly revision: string;
  readonly appSpec: AppSpecFile | undefined;
  readonly config: string | undefined;
  readonly containerName: string | undefined;
  readonly containerPort: number | undefined;
  readonly description: string | undefined;
  /** None given: the group's, and those without which a failed deployment would stay half shifted. */
  readonly autoRollbackEvents: readonly string[];
  readonly alarms: readonly string[];
  readonly ignoreAlarms: boolean;
  readonly ignorePollAlarmFailure: boolean;
  readonly gate: RequestedGate | undefined;
  readonly waitUntil: WaitUntil;
  readonly waitForMinutes: number | undefined;
  readonly intervalMs: number;
  readonly maxFailedTasks: number;
  readonly onCancel: OnCancel;
  readonly allowZeroTasks: boolean;
}

/** A gate as the inputs tell it. */
export type RequestedGate = { readonly minutes: number | undefined } & (
  | { readonly kind: 'health' }
  | ({ readonly kind: 'http'; readonly statuses: Statuses } & Address)
  | ({ readonly kind: 'command'; readonly command: readonly string[] } & Address)
);

interface Address {
  readonly url: string | undefined;
  readonly path: string | undefined;
}

export type Plan =
  | { readonly kind: 'deploy'; readonly order: DeploymentOrder }
  /** PRIMARY already runs the revision. */
  | { readonly kind: 'unchanged'; readonly revision: string };

/**
 * What is to be done, given what is there and no active deployment.
 * @param testAddress of the test listener, if it is known
 * @throws ConfigurationError naming everything that stands in the way
 */
export function plan(
  request: Request,
  observed: Observed,
  run: RunContext,
  testAddress: string | undefined,
): Plan {
  const { appSpec: file, config, waitUntil } = request;
  const { environment, group } = observed;
  const gate = gateFor(request.gate, observed, testAddress);
  const balancer = file?.properties['LoadBalancerInfo'] as
    | { readonly ContainerName?: string; readonly ContainerPort?: number | string }
    | undefined;
  const port = balancer?.ContainerPort === undefined ? undefined : Number(balancer.ContainerPort);
  const deployable = checkDeployable(observed, {
    revision: request.revision,
    config,
    container: {
      name: request.containerName ?? balancer?.ContainerName,
      port: request.containerPort ?? port,
    },
    waitUntil,
    allowZeroTasks: request.allowZeroTasks,
    gate:
      gate === undefined
        ? undefined
        : {
            kind: gate.kind,
            minutes: gate.limitMs / 60_000,
            url: gate.kind === 'health' || gate.url === '' ? undefined : gate.url,
          },
  });
  const { primary, revision, containerName, containerPort, config: found } = deployable;
  if (primary.taskDefinition === revision.arn) return { kind: 'unchanged', revision: revision.arn };
  const appSpec = appSpecFor(primary, { revision: revision.arn, containerName, containerPort }, file);
  return {
    kind: 'deploy',
    order: {
      application: group.application,
      group: group.name,
      cluster: environment.cluster,
      service: environment.service,
      revision: revision.arn,
      previous: primary.taskDefinition,
      appSpec: formatAppSpec(appSpec),
      config,
      autoRollbackEvents: rollbackEvents(request, group),
      ignoreAlarms: request.ignoreAlarms,
      alarms: alarmsFor(request, group),
      description: describeDeployment(run, revision.arn, request.description),
      waitUntil,
      budget: deploymentBudget({
        group,
        routing: found.routing,
        waitUntil,
        hooks: appSpec.hooks.length,
        minutes: request.waitForMinutes,
        gateMinutes: gate === undefined ? undefined : gate.limitMs / 60_000,
      }),
      maxFailedTasks: request.maxFailedTasks,
      onCancel: request.onCancel,
      intervalMs: request.intervalMs,
      gate,
    },
  };
}

function rollbackEvents(request: Request, group: DeploymentGroup): readonly string[] {
  const { autoRollbackEvents: asked } = request;
  if (asked.length > 0) return [...new Set(asked)].filter((one) => one !== 'none');
  // Without the first two a failed deployment would stay half shifted.
  return [...new Set(['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', ...group.autoRollbackEvents])];
}

/** What is given for a deployment replaces the group's alarms as a whole, so those are kept where only the rest changes. */
function alarmsFor(
  { alarms, ignorePollAlarmFailure }: Request,
  group: DeploymentGroup,
): AlarmOverride | undefined {
  if (alarms.length > 0) {
    return { enabled: true, names: [...new Set(alarms)], ignorePollFailure: ignorePollAlarmFailure };
  }
  return ignorePollAlarmFailure && group.alarms !== undefined
    ? { ...group.alarms, ignorePollFailure: true }
    : undefined;
}

/** Minutes that a gate may take unless it is said. */
const GATE_MINUTES = 5;
/** Of the group's wait, so much is left to continue the deployment in. */
const GATE_SHARE = 0.9;

/** The gate with everything that it needs to know. An http gate without an address has the empty one. */
export function gateFor(
  asked: RequestedGate | undefined,
  { group, targetGroups }: Pick<Observed, 'group' | 'targetGroups'>,
  testAddress: string | undefined,
): Exclude<Gate, { kind: 'open' }> | undefined {
  if (asked === undefined) return undefined;
  const usual =
    group.readyWaitMinutes > 0 ? Math.min(GATE_MINUTES, group.readyWaitMinutes * GATE_SHARE) : GATE_MINUTES;
  const limitMs = (asked.minutes ?? usual) * 60_000;
  switch (asked.kind) {
    case 'health':
      return {
        kind: 'health',
        limitMs,
        testListener: group.testListener,
        targetGroups: targetGroups.map(({ arn }) => arn),
      };
    case 'http':
      return {
        kind: 'http',
        limitMs,
        url: addressOf(asked, testAddress) ?? '',
        statuses: asked.statuses,
      };
    case 'command':
      return { kind: 'command', limitMs, url: addressOf(asked, testAddress), command: asked.command };
  }
}

function addressOf({ url, path }: Address, testAddress: string | undefined): string | undefined {
  const base = url ?? testAddress;
  if (base === undefined || path === undefined) return base;
  return new URL(path, base).href;
}
