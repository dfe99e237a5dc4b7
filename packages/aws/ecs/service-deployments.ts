import type {
  DeploymentLifecycleHookDetail,
  ECSClient,
  ServiceDeployment,
  ServiceDeploymentBrief as SdkBrief,
  ServiceDeploymentStatus,
  ServiceRevisionSummary,
} from '@aws-sdk/client-ecs';
import type {
  HookState,
  RevisionShare,
  ServiceDeploymentBrief,
  ServiceDeploymentState,
  ServiceRevisionState,
} from '@cutover/domain/ecs/service-deployment';
import { AwsCallError } from '@cutover/domain/errors';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import { AnswerClock } from '../client/answer-clock.ts';
import { call } from '../client/call.ts';
import { once, type ClientOptions } from '../client/options.ts';
import { Pages } from '../client/pages.ts';
import { settingsOf } from './deployment-settings.ts';
import { serviceState } from './services.ts';

/** A request to ECS to run another revision. */
export interface ServiceUpdate {
  readonly cluster: string;
  readonly service: string;
  readonly taskDefinition: string;
  /** Starts a deployment though the service names the task definition already. */
  readonly force: boolean;
}

/**
 * How an update ended. UpdateService knows no token that would make a second call harmless, so what is not certain is told
 * apart: `unknown` may have had its effect.
 */
export type Updated =
  | { readonly kind: 'updated'; readonly service: ServiceState }
  | { readonly kind: 'throttled'; readonly error: Error }
  | { readonly kind: 'unknown'; readonly error: Error };

/** DescribeServiceRevisions takes so many ARNs (API model). */
const REVISIONS_LIMIT = 20;
/** Entries of a page of ListServiceDeployments (API model). */
const PAGE = 100;
/** More of a service's past than this is not read; ECS keeps 90 days. */
const HISTORY_LIMIT = 200;

/** Deployments of ECS's own controller. */
export class ServiceDeployments {
  readonly #options: ClientOptions;
  readonly #clock = new AnswerClock();
  /** A revision never changes, so each is described once. */
  readonly #revisions = new Map<string, ServiceRevisionState>();
  #client: ECSClient | undefined;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** AWS's clock at the newest answer, in epoch milliseconds. */
  answeredAt(): number {
    return this.#clock.now();
  }

  /** One attempt, which the SDK does not repeat. @throws what AWS refuses for good */
  async update({ cluster, force, service, taskDefinition }: ServiceUpdate): Promise<Updated> {
    const { ECSClient, UpdateServiceCommand } = await import('../sdk/service-deployments.ts');
    const client = new ECSClient(once(this.#options));
    try {
      const answer = await call(this.#options, 'ecs:UpdateService', () =>
        client.send(
          new UpdateServiceCommand({
            cluster,
            service,
            taskDefinition,
            ...(force ? { forceNewDeployment: true } : {}),
          }),
        ),
      );
      return answer.service === undefined
        ? { kind: 'unknown', error: new Error('UpdateService answered without a service') }
        : { kind: 'updated', service: serviceState(answer.service) };
    } catch (error) {
      if (!(error instanceof AwsCallError)) throw error;
      if (/Throttl|TooManyRequests/.test(error.code)) return { kind: 'throttled', error };
      const { $metadata } = (error.cause ?? {}) as { $metadata?: { httpStatusCode?: number } };
      const status = $metadata?.httpStatusCode ?? 0;
      if (status >= 400 && status < 500) throw error;
      return { kind: 'unknown', error };
    } finally {
      client.destroy();
    }
  }

  /**
   * Deployments of a service, newest first. The model promises no order, so the creation time decides.
   * @param filter `statuses`: only these; default is all, at most the newest 200 or a page more
   */
  async list(
    cluster: string,
    service: string,
    filter: { readonly statuses?: readonly ServiceDeploymentStatus[] } = {},
  ): Promise<readonly ServiceDeploymentBrief[]> {
    const { ListServiceDeploymentsCommand } = await import('../sdk/service-deployments.ts');
    const client = await this.#open();
    const found: ServiceDeploymentBrief[] = [];
    const pages = new Pages('ecs:ListServiceDeployments');
    do {
      const page = await call(this.#options, 'ecs:ListServiceDeployments', () =>
        client.send(
          new ListServiceDeploymentsCommand({
            cluster,
            service,
            maxResults: PAGE,
            ...(filter.statuses === undefined ? {} : { status: [...filter.statuses] }),
            ...(pages.token === undefined ? {} : { nextToken: pages.token }),
          }),
        ),
      );
      found.push(...(page.serviceDeployments ?? []).map(brief));
      pages.came(page.nextToken);
    } while (found.length < HISTORY_LIMIT && pages.more());
    return found.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
  }

  /** The deployment, or undefined when ECS has none of this ARN, or not yet. */
  async describe(arn: string): Promise<ServiceDeploymentState | undefined> {
    const { DescribeServiceDeploymentsCommand } = await import('../sdk/service-deployments.ts');
    const client = await this.#open();
    const { serviceDeployments = [] } = await call(this.#options, 'ecs:DescribeServiceDeployments', () =>
      client.send(new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] })),
    );
    const [found] = serviceDeployments;
    return found === undefined ? undefined : deploymentState(found);
  }

  /** Service revisions by their ARNs; those that ECS no longer has are left out. */
  async revisions(arns: readonly string[]): Promise<ReadonlyMap<string, ServiceRevisionState>> {
    const { DescribeServiceRevisionsCommand } = await import('../sdk/service-deployments.ts');
    const client = await this.#open();
    const unknown = [...new Set(arns)].filter((arn) => !this.#revisions.has(arn));
    for (let at = 0; at < unknown.length; at += REVISIONS_LIMIT) {
      const serviceRevisionArns = unknown.slice(at, at + REVISIONS_LIMIT);
      const { serviceRevisions = [] } = await call(this.#options, 'ecs:DescribeServiceRevisions', () =>
        client.send(new DescribeServiceRevisionsCommand({ serviceRevisionArns })),
      );
      for (const { resolvedConfiguration, serviceRevisionArn: arn, taskDefinition } of serviceRevisions) {
        if (arn === undefined || taskDefinition === undefined) continue;
        this.#revisions.set(arn, {
          arn,
          taskDefinition,
          resolved: (resolvedConfiguration?.loadBalancers ?? []).map(
            ({ productionListenerRule, targetGroupArn = '' }) => ({
              targetGroup: targetGroupArn,
              productionRule: productionListenerRule,
            }),
          ),
        });
      }
    }
    return new Map(
      arns.flatMap((arn) => {
        const known = this.#revisions.get(arn);
        return known === undefined ? [] : [[arn, known] as const];
      }),
    );
  }

  /**
   * Asks ECS to stop a deployment and go back; ECS knows no other way to stop one. Whether and when it has is told by
   * `describe`.
   * @returns `ended` when there was nothing to stop any more
   */
  async stop(arn: string): Promise<'stopping' | 'ended'> {
    const { StopServiceDeploymentCommand } = await import('../sdk/service-deployments.ts');
    const client = await this.#open();
    try {
      await call(this.#options, 'ecs:StopServiceDeployment', () =>
        client.send(new StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' })),
      );
      return 'stopping';
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'ConflictException') return 'ended';
      throw error;
    }
  }

  async #open(): Promise<ECSClient> {
    const { ECSClient } = await import('../sdk/service-deployments.ts');
    if (this.#client === undefined) {
      this.#client = new ECSClient(this.#options);
      this.#clock.watch(this.#client);
    }
    return this.#client;
  }
}

function brief(deployment: SdkBrief): ServiceDeploymentBrief {
  const { createdAt, finishedAt, statusReason } = deployment;
  return {
    arn: deployment.serviceDeploymentArn ?? '',
    status: deployment.status ?? '',
    revision: deployment.targetServiceRevisionArn ?? '',
    ...(statusReason === undefined ? {} : { statusReason }),
    ...(createdAt === undefined ? {} : { createdAt: createdAt.getTime() }),
    ...(finishedAt === undefined ? {} : { finishedAt: finishedAt.getTime() }),
  };
}

function deploymentState(deployment: ServiceDeployment): ServiceDeploymentState {
  const {
    alarms,
    deploymentCircuitBreaker: breaker,
    lifecycleStage,
    rollback,
    targetServiceRevision,
  } = deployment;
  const { revision: _, ...common } = brief(deployment);
  return {
    ...common,
    ...(lifecycleStage === undefined ? {} : { stage: lifecycleStage }),
    target: share(targetServiceRevision ?? {}),
    sources: (deployment.sourceServiceRevisions ?? []).map(share),
    hooks: (deployment.lifecycleHookDetails ?? []).map(hookState),
    ...(rollback === undefined
      ? {}
      : { rollback: { reason: rollback.reason ?? '', revision: rollback.serviceRevisionArn ?? '' } }),
    ...(breaker === undefined
      ? {}
      : { breaker: { failures: breaker.failureCount ?? 0, threshold: breaker.threshold ?? 0 } }),
    triggeredAlarms: alarms?.triggeredAlarmNames ?? [],
    settings: settingsOf(deployment.deploymentConfiguration),
  };
}

function share(summary: ServiceRevisionSummary): RevisionShare {
  return {
    arn: summary.arn ?? '',
    requested: summary.requestedTaskCount ?? 0,
    running: summary.runningTaskCount ?? 0,
    productionPercent: summary.requestedProductionTrafficWeight,
  };
}

function hookState({ expiresAt, hookId, status, targetType }: DeploymentLifecycleHookDetail): HookState {
  return {
    id: hookId ?? '',
    type: targetType ?? '',
    status: status ?? '',
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.getTime() }),
  };
}
