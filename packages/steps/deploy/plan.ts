import type { WaitUntil } from '@cutover/domain/deployment/budget';
import type { Statuses } from '@cutover/domain/target/http-status';
import type { Engine } from '../deployment/engine.ts';
import type { EngineOptions } from '../deployment/engine-inputs.ts';
import type { Gate } from '../deployment/gate-kinds.ts';
import type { DeploymentOrder, OnCancel } from '../deployment/order.ts';
import type { Surroundings } from '../deployment/surroundings.ts';
import type { WantedContainer } from '../rules/rule.ts';

/** The user's request, typed and with files read. */
export interface BlueGreenRequest {
  /** ARN or `family:revision`; empty when a deployment that exists is decided about. */
  readonly revision: string;
  /** Inputs that only the engine reads. */
  readonly engine: EngineOptions;
  readonly containerName: string | undefined;
  readonly containerPort: number | undefined;
  readonly alarms: readonly string[];
  readonly ignoreAlarms: boolean;
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
  | ({
      readonly kind: 'command';
      readonly command: readonly string[];
      readonly awsCredentials: boolean;
    } & Address)
);

interface Address {
  readonly url: string | undefined;
  readonly path: string | undefined;
}

export type BlueGreenPlan =
  | { readonly kind: 'deploy'; readonly order: DeploymentOrder }
  /** Production already runs the revision. */
  | { readonly kind: 'unchanged'; readonly revision: string };

/**
 * The plan, given the present state and no active deployment.
 * @param testAddress of the test listener, if it is known
 * @throws ConfigurationError naming everything that stands in the way
 */
export function planBlueGreen(
  engine: Pick<Engine, 'plan' | 'listeners'>,
  request: BlueGreenRequest,
  observed: Surroundings,
  testAddress: string | undefined,
): BlueGreenPlan {
  const { revision, alarms, ignoreAlarms, waitUntil, waitForMinutes } = request;
  const order = engine.plan(observed, {
    revision,
    container: wantedContainer(request),
    alarms,
    ignoreAlarms,
    waitUntil,
    waitForMinutes,
    intervalMs: request.intervalMs,
    maxFailedTasks: request.maxFailedTasks,
    onCancel: request.onCancel,
    allowZeroTasks: request.allowZeroTasks,
    gate: gateFor(request.gate, engine, observed, testAddress),
    isRollback: false,
  });
  return order.previous === order.revision
    ? { kind: 'unchanged', revision: order.revision }
    : { kind: 'deploy', order };
}

/** Container and port of the inputs, else those that a file of the engine names, with their places. */
export function wantedContainer({ containerName, containerPort, engine }: BlueGreenRequest): WantedContainer {
  const { name, namePlace, port, portPlace } = engine.container;
  return {
    ...(containerName === undefined ? { name, namePlace } : { name: containerName }),
    ...(containerPort === undefined ? { port, portPlace } : { port: containerPort }),
  };
}

/** Minutes that a gate may take unless it is said. */
const GATE_MINUTES = 5;
/** Of the wait before the shift, so much is left to continue the deployment in. */
const GATE_SHARE = 0.9;

/** The gate with everything that it needs to know. An http gate without an address has the empty one. */
export function gateFor(
  asked: RequestedGate | undefined,
  { listeners }: Pick<Engine, 'listeners'>,
  { readyWaitMinutes, targetGroups }: Pick<Surroundings, 'readyWaitMinutes' | 'targetGroups'>,
  testAddress: string | undefined,
): Exclude<Gate, { kind: 'open' }> | undefined {
  if (asked === undefined) return undefined;
  const usual = readyWaitMinutes > 0 ? Math.min(GATE_MINUTES, readyWaitMinutes * GATE_SHARE) : GATE_MINUTES;
  const limitMs = (asked.minutes ?? usual) * 60_000;
  switch (asked.kind) {
    case 'health':
      return {
        kind: 'health',
        limitMs,
        testListener: listeners.test,
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
      return {
        kind: 'command',
        limitMs,
        url: addressOf(asked, testAddress),
        command: asked.command,
        awsCredentials: asked.awsCredentials,
      };
  }
}

function addressOf({ url, path }: Address, testAddress: string | undefined): string | undefined {
  const base = url ?? testAddress;
  if (base === undefined || path === undefined) return base;
  return new URL(path, base).href;
}
