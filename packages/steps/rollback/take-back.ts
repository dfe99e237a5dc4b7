import { consoleLink } from '@cutover/domain/console';
import { isTerminal, type DeploymentState } from '@cutover/domain/deployment';
import { servingRevision, type ServiceState } from '@cutover/domain/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import type { Outcome } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/revision';
import { abortable } from '../deployment/abortable.ts';
import { awaitEnd } from '../deployment/active.ts';
import { followRollback } from '../deployment/stop.ts';
import type { World } from '../world.ts';
import type { Outputs } from './outputs.ts';

const LIMIT_MS = 30 * 60_000;

/**
 * A deployment is under way: it is stopped with rollback, and the rollback deployment that CodeDeploy names for it is
 * followed. One that is itself a rollback is only followed.
 * @returns undefined when the deployment succeeded before it could be stopped: then there is nothing under way any more
 */
export async function takeBackActive(
  world: World,
  under: {
    readonly environment: Environment;
    readonly active: DeploymentState;
    readonly service: ServiceState;
    readonly intervalMs: number;
    readonly limitMs: number | undefined;
  },
): Promise<Outcome<Outputs> | undefined> {
  const { active, service, environment, intervalMs, limitMs = LIMIT_MS } = under;
  const { aws, clock, progress, signal } = world;
  const before = servingRevision(service);
  const link = consoleLink(aws.region, { kind: 'deployment', id: active.id });
  const finish = async (
    deployment: DeploymentState,
  ): Promise<{ readonly serving: string; readonly outputs: Outputs }> => {
    const now = await aws.services.describe(environment.cluster, environment.service);
    const serving = now === undefined ? before : servingRevision(now);
    return {
      serving,
      outputs: {
        'task-definition-arn': serving,
        'previous-task-definition-arn': before,
        'deployment-id': deployment.id,
        'deployment-status': deployment.status,
      },
    };
  };
  try {
    if (active.creator === 'codeDeployRollback') {
      progress.report({
        type: 'note',
        text: `Deployment ${active.id} is a rollback under way; following it.`,
      });
      await abortable(signal, awaitEnd(world, active.id, { deadline: clock.now() + limitMs, intervalMs }));
      const deployment = await aws.deployments.get(active.id);
      const { serving, outputs } = await finish(deployment);
      if (deployment.status === 'Succeeded') {
        return {
          kind: 'succeeded',
          headline: `Rollback ${active.id}, which was under way, succeeded: ${formatRevision(serving)} serves.`,
          outputs,
        };
      }
      return {
        kind: isTerminal(deployment.status) ? 'failed' : 'timedOut',
        headline: `Rollback ${active.id}, which was under way, ${isTerminal(deployment.status) ? 'ended' : 'is still'} ${deployment.status}; ${formatRevision(serving)} is PRIMARY.`,
        remedy: 'Look at the deployment in the console, then run rollback again with to.',
        findings: [],
        outputs,
        link,
      };
    }
    progress.report({
      type: 'note',
      text: `Deployment ${active.id} is under way; it is stopped and rolled back.`,
    });
    const answer = await aws.deployments.stop(active.id, { rollback: true });
    const { deployment, back } = await followRollback(world, active.id, { intervalMs, limitMs });
    if (back.kind === 'none' && deployment.status === 'Succeeded') {
      progress.report({
        type: 'note',
        text: `Deployment ${active.id} succeeded before it could be stopped; what it replaced is deployed anew.`,
      });
      return undefined;
    }
    const { serving, outputs } = await finish(deployment);
    const now = formatRevision(serving);
    if (back.kind === 'rolledBack') {
      return {
        kind: 'succeeded',
        headline: `Deployment ${active.id} was stopped and rolled back by ${back.id}: ${now} serves.`,
        outputs: { ...outputs, 'deployment-id': back.id, 'deployment-status': 'Succeeded' },
      };
    }
    const timedOut = back.kind === 'rollbackUnfinished' || !isTerminal(deployment.status);
    return {
      kind: timedOut ? 'timedOut' : 'failed',
      headline: `Deployment ${active.id} ${answer === 'ended' ? 'had ended' : 'was told to stop and is'} ${deployment.status}; ${
        back.kind === 'none'
          ? 'CodeDeploy made no rollback deployment'
          : `its rollback ${back.id} is ${back.kind === 'rollbackFailed' ? back.deployment.status : back.status}`
      }; ${now} is PRIMARY.`,
      remedy:
        'Look at the deployment in the console, then run rollback again, with to if it should go to a certain revision.',
      findings: [],
      outputs,
      link,
    };
  } catch (error) {
    if (!signal.aborted) throw error;
    return {
      kind: 'cancelled',
      headline: `Cancelled while deployment ${active.id} was being taken back; CodeDeploy finishes that by itself.`,
      remedy: 'Look at the deployment in the console; run rollback again if in doubt.',
      findings: [],
      outputs: { 'previous-task-definition-arn': before, 'deployment-id': active.id },
      link,
    };
  }
}
