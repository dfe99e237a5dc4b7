import type { CodeDeployClient, RevisionLocation } from '@aws-sdk/client-codedeploy';
import {
  ACTIVE_STATUSES,
  type AlarmOverride,
  type DeploymentState,
  type DeploymentTarget,
} from '@cutover/domain/codedeploy/deployment';
import { AwsCallError } from '@cutover/domain/errors';
import { AnswerClock } from '../client/answer-clock.ts';
import { call } from '../client/call.ts';
import { once, type ClientOptions } from '../client/options.ts';
import { Pages } from '../client/pages.ts';
import { deploymentState, targetState } from './deployment-shapes.ts';

/** A request to CodeDeploy for a new deployment. */
export interface NewDeployment {
  readonly application: string;
  readonly group: string;
  /** The AppSpec's text. */
  readonly appSpec: string;
  readonly description: string;
  /** The group's own when absent. */
  readonly config?: string | undefined;
  /** Replaces the group's events for this deployment. */
  readonly autoRollbackEvents: readonly string[];
  /** Replaces the group's alarms for this deployment; with `enabled: false` no alarm stops it. */
  readonly alarms?: AlarmOverride | undefined;
}

/**
 * How a creation ended. CreateDeployment knows no token that would make a second call harmless, so what is not certain is
 * told apart: `unknown` may have had its effect.
 */
export type Created =
  | { readonly kind: 'created'; readonly id: string }
  /** The group has an active deployment; its id stands only in the message. */
  | { readonly kind: 'busy'; readonly message: string }
  | { readonly kind: 'throttled'; readonly error: Error }
  | { readonly kind: 'unknown'; readonly error: Error };

/** How a request to end one of a deployment's waits was answered. */
export type Continued =
  | 'continued'
  /** The deployment is active and not in that wait: not yet, or no longer. */
  | 'notWaiting'
  /** The deployment has ended. */
  | 'ended';

/** CodeDeploy's message for a target that the deployment doesn't have. */
const UNKNOWN_TARGET = /^(DeploymentTargetDoesNotExist|InvalidDeploymentTargetId)Exception$/;
/** BatchGetDeployments takes so many ids. */
const BATCH_LIMIT = 25;
/** More of a group's past than this is not read. */
const HISTORY_LIMIT = 100;

/** CodeDeploy deployments of ECS services. */
export class Deployments {
  readonly #options: ClientOptions;
  readonly #clock = new AnswerClock();
  #client: CodeDeployClient | undefined;
  readonly #targetIds = new Map<string, string>();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** AWS's clock at the newest answer, in epoch milliseconds. */
  answeredAt(): number {
    return this.#clock.now();
  }

  /** @throws AwsCallError `DeploymentDoesNotExistException` */
  async get(id: string): Promise<DeploymentState> {
    const { GetDeploymentCommand } = await import('../sdk/codedeploy.ts');
    const client = await this.#open();
    const { deploymentInfo } = await call(this.#options, 'codedeploy:GetDeployment', () =>
      client.send(new GetDeploymentCommand({ deploymentId: id })),
    );
    return deploymentState(id, deploymentInfo ?? {});
  }

  /**
   * Lifecycle events and task sets; undefined as long as the deployment has not started.
   * @param service what it is of: CodeDeploy calls the only target of an ECS deployment `cluster:service`
   */
  async target(
    id: string,
    service?: { readonly cluster: string; readonly service: string },
  ): Promise<DeploymentTarget | undefined> {
    if (service !== undefined && !this.#targetIds.has(id)) {
      this.#targetIds.set(id, `${service.cluster}:${service.service}`);
      try {
        return await this.target(id);
      } catch (error) {
        if (!(error instanceof AwsCallError) || !UNKNOWN_TARGET.test(error.code)) throw error;
        this.#targetIds.delete(id);
      }
    }
    const { GetDeploymentTargetCommand, ListDeploymentTargetsCommand } = await import('../sdk/codedeploy.ts');
    const client = await this.#open();
    try {
      let targetId = this.#targetIds.get(id);
      if (targetId === undefined) {
        const { targetIds = [] } = await call(this.#options, 'codedeploy:ListDeploymentTargets', () =>
          client.send(new ListDeploymentTargetsCommand({ deploymentId: id })),
        );
        targetId = targetIds[0];
        if (targetId === undefined) return undefined;
        this.#targetIds.set(id, targetId);
      }
      const known = targetId;
      const { deploymentTarget } = await call(this.#options, 'codedeploy:GetDeploymentTarget', () =>
        client.send(new GetDeploymentTargetCommand({ deploymentId: id, targetId: known })),
      );
      return deploymentTarget?.ecsTarget === undefined ? undefined : targetState(deploymentTarget.ecsTarget);
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'DeploymentNotStartedException') return undefined;
      throw error;
    }
  }

  /** One attempt, which the SDK does not repeat. @throws what AWS refuses for good */
  async create(request: NewDeployment): Promise<Created> {
    const { CodeDeployClient, CreateDeploymentCommand } = await import('../sdk/codedeploy.ts');
    const client = new CodeDeployClient(once(this.#options));
    try {
      const { deploymentId } = await call(this.#options, 'codedeploy:CreateDeployment', () =>
        client.send(
          new CreateDeploymentCommand({
            applicationName: request.application,
            deploymentGroupName: request.group,
            revision: { revisionType: 'AppSpecContent', appSpecContent: { content: request.appSpec } },
            description: request.description,
            ...(request.config === undefined ? {} : { deploymentConfigName: request.config }),
            // Enabled without events is refused.
            autoRollbackConfiguration: {
              enabled: request.autoRollbackEvents.length > 0,
              events: [...request.autoRollbackEvents] as never,
            },
            ...(request.alarms === undefined
              ? {}
              : {
                  overrideAlarmConfiguration: {
                    enabled: request.alarms.enabled,
                    ...(request.alarms.ignorePollFailure ? { ignorePollAlarmFailure: true } : {}),
                    alarms: request.alarms.names.map((name) => ({ name })),
                  },
                }),
          }),
        ),
      );
      return deploymentId === undefined
        ? { kind: 'unknown', error: new Error('CreateDeployment answered without a deployment id') }
        : { kind: 'created', id: deploymentId };
    } catch (error) {
      if (!(error instanceof AwsCallError)) throw error;
      if (error.code === 'DeploymentLimitExceededException') return { kind: 'busy', message: error.message };
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
   * Asks CodeDeploy to stop. Whether and when it has stopped is told by `get`.
   * @returns `ended` when there was nothing to stop any more
   */
  async stop(id: string, options: { readonly rollback: boolean }): Promise<'stopping' | 'ended'> {
    const { StopDeploymentCommand } = await import('../sdk/codedeploy.ts');
    const client = await this.#open();
    try {
      await call(this.#options, 'codedeploy:StopDeployment', () =>
        client.send(new StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: options.rollback })),
      );
      return 'stopping';
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'DeploymentAlreadyCompletedException')
        return 'ended';
      throw error;
    }
  }

  /** Ends the wait before the production shift, or the one before the old task set is terminated. */
  async continue(id: string, wait: 'READY_WAIT' | 'TERMINATION_WAIT'): Promise<Continued> {
    const { ContinueDeploymentCommand } = await import('../sdk/codedeploy.ts');
    const client = await this.#open();
    try {
      await call(this.#options, 'codedeploy:ContinueDeployment', () =>
        client.send(new ContinueDeploymentCommand({ deploymentId: id, deploymentWaitType: wait })),
      );
      return 'continued';
    } catch (error) {
      if (!(error instanceof AwsCallError)) throw error;
      if (error.code === 'DeploymentAlreadyCompletedException') return 'ended';
      if (/^(DeploymentIsNotInReadyState|InvalidDeploymentStatus)Exception$/.test(error.code))
        return 'notWaiting';
      throw error;
    }
  }

  /** Ids of the group's active deployments; CodeDeploy allows one. */
  async active(application: string, group: string): Promise<readonly string[]> {
    return await this.#list(application, group, { includeOnlyStatuses: [...ACTIVE_STATUSES] });
  }

  /** The group's deployments of any status, newest first; at most the newest 100 or a page more. */
  async recent(application: string, group: string): Promise<readonly DeploymentState[]> {
    return await this.#newestFirst(await this.#list(application, group, {}, HISTORY_LIMIT));
  }

  /** All deployments of the group created since a moment (epoch milliseconds), newest first. */
  async createdSince(application: string, group: string, since: number): Promise<readonly DeploymentState[]> {
    return await this.#newestFirst(
      await this.#list(application, group, { createTimeRange: { start: new Date(since) } }),
    );
  }

  /** The order of ListDeployments is not documented, so the creation time decides. */
  async #newestFirst(ids: readonly string[]): Promise<readonly DeploymentState[]> {
    const { BatchGetDeploymentsCommand } = await import('../sdk/codedeploy.ts');
    const client = await this.#open();
    const states: DeploymentState[] = [];
    for (let at = 0; at < ids.length; at += BATCH_LIMIT) {
      const deploymentIds = ids.slice(at, at + BATCH_LIMIT);
      const { deploymentsInfo = [] } = await call(this.#options, 'codedeploy:BatchGetDeployments', () =>
        client.send(new BatchGetDeploymentsCommand({ deploymentIds })),
      );
      states.push(...deploymentsInfo.map((info) => deploymentState(info.deploymentId ?? '', info)));
    }
    return states.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
  }

  /** A page may be empty although another follows. */
  async #list(
    application: string,
    group: string,
    filter: { includeOnlyStatuses?: string[]; createTimeRange?: { start: Date } },
    limit = Number.POSITIVE_INFINITY,
  ): Promise<readonly string[]> {
    const { ListDeploymentsCommand } = await import('../sdk/codedeploy.ts');
    const client = await this.#open();
    const found: string[] = [];
    const pages = new Pages('codedeploy:ListDeployments');
    do {
      const answer = await call(this.#options, 'codedeploy:ListDeployments', () =>
        client.send(
          new ListDeploymentsCommand({
            applicationName: application,
            deploymentGroupName: group,
            ...(filter as object),
            ...(pages.token === undefined ? {} : { nextToken: pages.token }),
          }),
        ),
      );
      found.push(...(answer.deployments ?? []));
      pages.came(answer.nextToken);
    } while (found.length < limit && pages.more());
    return found;
  }

  /** The AppSpec of a past or present deployment: GetDeployment never returns it, GetApplicationRevision does. */
  async appSpec(deployment: DeploymentState): Promise<string | undefined> {
    const { GetApplicationRevisionCommand } = await import('../sdk/codedeploy.ts');
    const client = await this.#open();
    const sent = deployment.sentRevision as RevisionLocation | undefined;
    if (sent === undefined) return undefined;
    const applicationName = deployment.application;
    try {
      const { revision } = await call(this.#options, 'codedeploy:GetApplicationRevision', () =>
        client.send(new GetApplicationRevisionCommand({ applicationName, revision: sent })),
      );
      return revision?.appSpecContent?.content ?? revision?.string?.content;
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'RevisionDoesNotExistException') return undefined;
      throw error;
    }
  }

  async #open(): Promise<CodeDeployClient> {
    const { CodeDeployClient } = await import('../sdk/codedeploy.ts');
    if (this.#client === undefined) {
      this.#client = new CodeDeployClient(this.#options);
      this.#clock.watch(this.#client);
    }
    return this.#client;
  }
}
