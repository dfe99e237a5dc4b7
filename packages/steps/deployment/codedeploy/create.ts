import { backOff } from '@cutover/domain/backoff';
import { consoleLink } from '@cutover/domain/console';
import type { DeploymentState } from '@cutover/domain/codedeploy/deployment';
import { formatRevision } from '@cutover/domain/task/revision';
import type { World } from '../../world.ts';
import type { Creation } from '../engine.ts';
import type { CodeDeployOrder } from './plan.ts';

/** How often a creation is tried whose answer got lost. */
const ATTEMPTS = 5;
const PAUSE_MS = 1000;
/** Between attempts that CodeDeploy throttled. */
const PAUSE = { firstMs: 2000, longestMs: 32_000 } as const;
/** How far the clocks of runner and AWS may be apart when a lost deployment is looked for. */
export const SKEW_MS = 5 * 60_000;

/**
 * Creates the deployment once and only once: whenever an answer got lost, the deployment is looked for by its description
 * before it is asked for again. The id is remembered for `post:` before anything else happens.
 */
export async function createDeployment(world: World, order: CodeDeployOrder): Promise<Creation> {
  const { aws, clock, progress, signal } = world;
  const since = clock.now() - SKEW_MS;
  world.remember('engine', 'CodeDeploy');
  world.remember('on-cancel', order.onCancel);
  world.remember('created-as', JSON.stringify({ ...identity(order), since }));
  let lost: Error | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    signal.throwIfAborted();
    world.remember('creation', 'asked');
    const answer = await aws.deployments.create({
      application: order.application,
      group: order.group,
      appSpec: order.appSpec,
      description: order.description,
      config: order.config,
      autoRollbackEvents: order.autoRollbackEvents,
      alarms: order.ignoreAlarms ? { enabled: false, names: [], ignorePollFailure: false } : order.alarms,
    });
    if (answer.kind !== 'unknown') world.remember('creation', 'answered');
    if (answer.kind === 'created') return announce(world, order, answer.id);
    if (answer.kind !== 'throttled') {
      if (answer.kind === 'unknown') {
        lost = answer.error;
        await clock.sleep(PAUSE_MS, signal);
      }
      const ours = await findOurs(aws, { ...identity(order), since });
      if (ours !== undefined) {
        progress.report({
          type: 'note',
          text: `Deployment ${ours.id} was created although its answer got lost.`,
        });
        return announce(world, order, ours.id);
      }
      if (answer.kind === 'busy') return { kind: 'busy', message: answer.message };
    } else {
      lost = answer.error;
      await backOff(clock, attempt + 1, PAUSE, signal);
    }
  }
  throw lost ?? new Error('CreateDeployment was not attempted');
}

interface Identity {
  readonly application: string;
  readonly group: string;
  readonly description: string;
}

function identity({ application, group, description }: CodeDeployOrder): Identity {
  return { application, group, description };
}

/** The deployment that an unanswered creation left behind, if it did. */
export async function findOurs(
  aws: World['aws'],
  { application, group, description, since }: Identity & { readonly since: number },
): Promise<DeploymentState | undefined> {
  const recent = await aws.deployments.createdSince(application, group, since);
  return recent.find((one) => one.description === description);
}

function announce(world: World, order: CodeDeployOrder, id: string): Creation {
  world.remember('deployment-id', id);
  world.progress.report({
    type: 'deployment.created',
    id,
    revision: formatRevision(order.revision),
    link: consoleLink(world.aws.region, { kind: 'deployment', id }),
  });
  return { kind: 'created', id };
}
