import { appSpecFor, formatAppSpec } from '@cutover/domain/codedeploy/appspec';
import { deploymentBudget } from '@cutover/domain/codedeploy/budget';
import type { AlarmOverride, DeploymentGroup } from '@cutover/domain/codedeploy/deployment';
import type { BudgetQuestion, DeploymentBudget } from '@cutover/domain/deployment/budget';
import { describeDeployment } from '@cutover/domain/codedeploy/deployment-description';
import type { RunContext } from '@cutover/domain/run-context';
import { checkDeployable } from './check.ts';
import type { DeploymentOrder } from '../order.ts';
import { productionOf } from '../production.ts';
import type { DeploymentRequest } from '../request.ts';
import type { Observed } from './observe.ts';
import type { CodeDeployOptions } from './options.ts';

/** A CodeDeploy deployment as it will be asked for. */
export interface CodeDeployOrder extends DeploymentOrder {
  readonly application: string;
  readonly group: string;
  /** The text that is sent. */
  readonly appSpec: string;
  /** The group's own when undefined. */
  readonly config: string | undefined;
  readonly autoRollbackEvents: readonly string[];
  readonly ignoreAlarms: boolean;
  /** Alarms instead of the group's own. */
  readonly alarms?: AlarmOverride | undefined;
  readonly description: string;
}

/**
 * The deployment that replaces what PRIMARY runs, given that none is active.
 * @throws ConfigurationError naming everything that stands in the way
 */
export function orderFor(
  observed: Observed,
  request: DeploymentRequest,
  options: CodeDeployOptions,
  run: RunContext,
): CodeDeployOrder {
  const { config } = options;
  const { environment, group } = observed;
  const { gate, waitUntil } = request;
  const gateMinutes = gate === undefined ? undefined : gate.limitMs / 60_000;
  const deployable = checkDeployable(observed, {
    revision: request.revision,
    container: request.container,
    waitUntil,
    allowZeroTasks: request.allowZeroTasks,
    gate:
      gate === undefined
        ? undefined
        : {
            kind: gate.kind,
            minutes: gateMinutes,
            url: gate.kind === 'health' || gate.url === '' ? undefined : gate.url,
          },
  });
  const { containerName, containerPort, primary, revision, service } = deployable;
  const appSpec = formatAppSpec(
    appSpecFor(primary, { revision: revision.arn, containerName, containerPort }, options.appSpec),
  );
  const autoRollbackEvents = rollbackEvents(request, options, group);
  return {
    application: group.application,
    group: group.name,
    cluster: environment.cluster,
    service: environment.service,
    revision: revision.arn,
    previous: primary.taskDefinition,
    appSpec,
    config,
    autoRollbackEvents,
    ignoreAlarms: request.ignoreAlarms,
    alarms: alarmsFor(request, options, group),
    description: describeDeployment(run, revision.arn, {
      words: options.description,
      ...(request.isRollback ? { replaces: primary.taskDefinition } : {}),
    }),
    waitUntil,
    budget: budgetFor(observed, {
      waitUntil,
      hooks: options.hooks,
      minutes: request.waitForMinutes,
      gateMinutes,
    }),
    maxFailedTasks: request.maxFailedTasks,
    onCancel: request.onCancel,
    intervalMs: request.intervalMs,
    production: productionOf(observed, service.graceSeconds),
    gate,
    through: `${group.application}/${group.name}`,
    manner: config,
    document: { title: 'AppSpec', language: 'json', text: appSpec },
    warnings: warningsOf(autoRollbackEvents, request),
  };
}

/** How long a deployment of the group may take. */
export function budgetFor(
  { config, group }: Pick<Observed, 'config' | 'group'>,
  question: BudgetQuestion,
): DeploymentBudget {
  return deploymentBudget({ ...question, group, routing: config?.routing ?? { type: 'AllAtOnce' } });
}

function rollbackEvents(
  { isRollback }: DeploymentRequest,
  { autoRollbackEvents: asked }: CodeDeployOptions,
  group: DeploymentGroup,
): readonly string[] {
  // A rollback that fails goes back to where it started; nothing else may stop it.
  if (isRollback) return ['DEPLOYMENT_FAILURE'];
  if (asked.length > 0) return [...new Set(asked)].filter((one) => one !== 'none');
  // Without the first two a failed deployment would stay half shifted.
  return [...new Set(['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', ...group.autoRollbackEvents])];
}

/** Alarms given for a deployment replace the group's as a whole, so the group's are kept where only the rest changes. */
function alarmsFor(
  { alarms }: DeploymentRequest,
  { ignorePollAlarmFailure }: CodeDeployOptions,
  group: DeploymentGroup,
): AlarmOverride | undefined {
  if (alarms.length > 0) {
    return { enabled: true, names: [...new Set(alarms)], ignorePollFailure: ignorePollAlarmFailure };
  }
  return ignorePollAlarmFailure && group.alarms !== undefined
    ? { ...group.alarms, ignorePollFailure: true }
    : undefined;
}

function warningsOf(events: readonly string[], { ignoreAlarms }: DeploymentRequest): readonly string[] {
  return [
    ...(events.includes('DEPLOYMENT_FAILURE')
      ? []
      : [
          'auto-rollback-events lacks DEPLOYMENT_FAILURE: a deployment that fails by itself leaves production where it was then, perhaps half shifted.',
        ]),
    ...(ignoreAlarms ? ['ignore-alarms: no alarm stops this deployment.'] : []),
  ];
}
