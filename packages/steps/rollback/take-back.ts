import type { Deployment } from '@cutover/domain/deployment/deployment';
import type { ServiceState } from '@cutover/domain/task/ecs-service';
import type { Environment } from '@cutover/domain/environment';
import type { Outcome } from '@cutover/domain/outcome';
import { formatRevision } from '@cutover/domain/task/revision';
import { abortable } from '../deployment/abortable.ts';
import { awaitEnd } from '../deployment/await-end.ts';
import type { Engine } from '../deployment/engine.ts';
import { tellPages, tellVersions } from '../told-versions.ts';
import type { World } from '../world.ts';
import { replacedBy } from './adopt.ts';
import type { RollbackOutputs } from './outputs.ts';
import { servingArn } from './serving.ts';

const LIMIT_MS = 30 * 60_000;

/**
 * A deployment is under way: it is stopped with rollback, and the engine's way back is followed. One that is itself a rollback is only followed.
 * @returns undefined when the deployment succeeded before it could be stopped: then there is nothing under way any more
 */
export async function takeBackActive(
  world: World,
  under: {
    readonly environment: Environment;
    readonly engine: Engine;
    readonly active: Deployment;
    readonly service: ServiceState;
    readonly intervalMs: number;
    readonly limitMs: number | undefined;
  },
): Promise<Outcome<RollbackOutputs> | undefined> {
  const { active, engine, service, environment, intervalMs, limitMs = LIMIT_MS } = under;
  const { aws, clock, progress, signal } = world;
  const before = servingArn(engine, service);
  const old = replacedBy(engine, active, service);
  const link = engine.link(active.id);
  if (old !== undefined)
    tellVersions(world, { revision: active.isAutomaticRollback ? undefined : before }, { revision: old });
  tellPages(world, environment);
  const finish = async (
    deployment: Deployment,
  ): Promise<{ readonly serving: string; readonly outputs: RollbackOutputs }> => {
    const now = await aws.services.describe(environment.cluster, environment.service);
    const serving = now === undefined ? before : servingArn(engine, now);
    return {
      serving,
      outputs: {
        'task-definition-arn': serving,
        'previous-task-definition-arn': before,
        'deployment-id': engine.named(deployment.id),
        'codedeploy-deployment-id': engine.named(deployment.id),
        'deployment-status': deployment.status,
        'rolled-back': false,
      },
    };
  };
  try {
    if (active.isAutomaticRollback) {
      progress.report({
        type: 'note',
        text: `Deployment ${active.id} is a rollback under way; following it.`,
      });
      await abortable(
        signal,
        awaitEnd(world, engine, active.id, { deadline: clock.now() + limitMs, intervalMs }),
      );
      const deployment = await engine.get(active.id);
      const { serving, outputs } = await finish(deployment);
      if (deployment.ended === 'succeeded') {
        return {
          kind: 'succeeded',
          what: `Rollback ${active.id}, which was under way, succeeded: ${formatRevision(serving)} serves.`,
          outputs: { ...outputs, 'rolled-back': true },
        };
      }
      return {
        kind: deployment.ended === undefined ? 'timedOut' : 'failed',
        what: `Rollback ${active.id}, which was under way, ${deployment.ended === undefined ? 'is still' : 'ended'} ${deployment.status}; ${formatRevision(serving)} is PRIMARY.`,
        fix: 'Look at the deployment in the console, then run rollback again with to.',
        findings: [],
        outputs,
        link,
      };
    }
    progress.report({
      type: 'note',
      text: `Deployment ${active.id} is under way; it is stopped and rolled back${old === undefined ? '' : ` to ${formatRevision(old)}`}.`,
    });
    const answer = await engine.stop(active.id, { rollback: true });
    const { deployment, back } = await engine.followBack(active.id, { intervalMs, limitMs });
    if (back.kind === 'none' && deployment.ended === 'succeeded') {
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
        what: `Deployment ${active.id} was stopped and rolled back${back.id === active.id ? '' : ` by ${back.id}`}: ${now} serves.`,
        outputs: {
          ...outputs,
          'deployment-id': engine.named(back.id),
          'codedeploy-deployment-id': engine.named(back.id),
          'deployment-status': back.id === active.id ? deployment.status : 'Succeeded',
          'rolled-back': true,
        },
      };
    }
    const timedOut = back.kind === 'rollbackUnfinished' || deployment.ended === undefined;
    return {
      kind: timedOut ? 'timedOut' : 'failed',
      what: `Deployment ${active.id} ${answer === 'ended' ? 'had ended' : 'was told to stop and is'} ${deployment.status}; ${
        back.kind === 'none'
          ? `${engine.name} made no rollback deployment`
          : `its rollback ${back.id} is ${back.kind === 'rollbackFailed' ? back.deployment.status : back.status}`
      }; ${now} is PRIMARY.`,
      fix: 'Look at the deployment in the console, then run rollback again, with to if it should go to a certain revision.',
      findings: [],
      outputs,
      link,
    };
  } catch (error) {
    if (!signal.aborted) throw error;
    return {
      kind: 'cancelled',
      what: `Cancelled while deployment ${active.id} was being taken back; ${engine.name} finishes that by itself.`,
      fix: 'Look at the deployment in the console; run rollback again if in doubt.',
      findings: [],
      outputs: {
        'previous-task-definition-arn': before,
        'deployment-id': engine.named(active.id),
        'codedeploy-deployment-id': engine.named(active.id),
        'rolled-back': false,
      },
      link,
    };
  }
}
