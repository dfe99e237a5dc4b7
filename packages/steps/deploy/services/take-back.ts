import type { Inputs } from '@cutover/domain/inputs/input';
import { formatRevision } from '@cutover/domain/task/revision';
import type { Engine } from '../../deployment/engine.ts';
import { describeService, environmentOf } from '../../deployment/environment.ts';
import type { World } from '../../world.ts';
import type { inputs } from '../inputs.ts';
import type { RunOne } from './run-one.ts';
import { inputsFor } from './entries.ts';
import type { Member } from './member.ts';

type Given = Inputs<typeof inputs>;

/** How the way back of a service went whose own deployment had not gone back by itself. */
export interface WayBack {
  readonly kind: 'back' | 'notBack';
  readonly text: string;
  /** The deployment by which it went back. */
  readonly id: string | undefined;
}

/**
 * Takes a service back to the revision that served before: its deployment is stopped with rollback while it still can be,
 * else a new deployment goes there all at once. A deployment of somebody else, and what it released, is left alone.
 */
export async function takeBack(member: Member, given: Given, runOne: RunOne): Promise<WayBack> {
  const { engine, world, entry, name } = member;
  const { outputs } = member.outcome ?? {};
  const id = outputs?.['deployment-id'];
  const previous = outputs?.['previous-task-definition-arn'];
  if (id === undefined || previous === undefined || engine === undefined)
    return { kind: 'back', text: `${name} was not changed`, id: undefined };
  const label = formatRevision(previous);
  try {
    world.progress.report({ type: 'note', text: `Going back to ${label}.` });
    if ((await engine.stop(id, { rollback: true })) === 'stopping') {
      const { back } = await engine.followBack(id, { intervalMs: given['poll-interval-seconds'] * 1000 });
      if (back.kind === 'rolledBack')
        return { kind: 'back', text: `${name} is back on ${label}`, id: back.id };
    }
    const others = await deploymentOfOthers(world, engine, inputsFor(given, entry), { id, previous });
    if (others !== undefined)
      return { kind: 'notBack', text: `${name} is not taken back: ${others}`, id: undefined };
    // A rollback under way must finish, even when this job ends.
    const outcome = await runOne(
      {
        ...inputsFor(given, { ...entry, revision: previous }),
        ...engine.allAtOnce,
        'wait-until': 'traffic-shifted',
        'on-cancel': 'leave',
        'on-active-deployment': 'wait',
        gate: 'none',
        'gate-url': undefined,
        'gate-path': undefined,
        'gate-command': undefined,
        'gate-aws-credentials': false,
        alarms: [],
        'ignore-alarms': true,
        'ignore-poll-alarm-failure': false,
        'allow-downgrade': true,
      },
      world,
    );
    const done = outcome.kind === 'succeeded' || outcome.kind === 'unchanged';
    return {
      kind: done ? 'back' : 'notBack',
      text: done ? `${name} is back on ${label}` : `${name} is not back on ${label}: ${outcome.what}`,
      id: outcome.outputs['deployment-id'],
    };
  } catch (error) {
    return {
      kind: 'notBack',
      text: `${name} is not back on ${label}: ${error instanceof Error ? error.message : String(error)}`,
      id: undefined,
    };
  }
}

/** Says which deployment of somebody else is under way, or released what serves by now. */
async function deploymentOfOthers(
  { aws }: World,
  engine: Engine,
  given: Given,
  { id, previous }: { readonly id: string; readonly previous: string },
): Promise<string | undefined> {
  const other = await engine.underWayBeside(id);
  if (other !== undefined)
    return `deployment ${other.id} (${other.status}), which this run did not make, is under way`;
  const service = await describeService(aws, await environmentOf(aws, given));
  if (service === undefined) return undefined;
  const made = engine.servingDeployment(service);
  if (made !== undefined && engine.named(made) === id) return undefined;
  const now = engine.serving(service);
  return now === undefined || now === previous
    ? undefined
    : `${formatRevision(now)} serves, which this run did not deploy`;
}
