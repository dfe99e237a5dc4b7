import type { Inputs } from '@cutover/domain/inputs';
import { formatRevision } from '@cutover/domain/revision';
import { followRollback } from '../../deployment/stop.ts';
import type { inputs } from '../inputs.ts';
import type { RunOne } from './together.ts';
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
 * else a new deployment goes there all at once.
 */
export async function takeBack(member: Member, given: Given, runOne: RunOne): Promise<WayBack> {
  const { world, entry, name } = member;
  const { outputs } = member.outcome ?? {};
  const id = outputs?.['deployment-id'];
  const previous = outputs?.['previous-task-definition-arn'];
  if (id === undefined || previous === undefined)
    return { kind: 'back', text: `${name} was not changed`, id: undefined };
  const label = formatRevision(previous);
  try {
    world.progress.report({ type: 'note', text: `Going back to ${label}.` });
    if ((await world.aws.deployments.stop(id, { rollback: true })) === 'stopping') {
      const { back } = await followRollback(world, id, { intervalMs: given['poll-interval-seconds'] * 1000 });
      if (back.kind === 'rolledBack')
        return { kind: 'back', text: `${name} is back on ${label}`, id: back.id };
    }
    // What is on its way back must arrive, whatever becomes of this job.
    const outcome = await runOne(
      {
        ...inputsFor(given, { ...entry, revision: previous }),
        'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce',
        'wait-until': 'traffic-shifted',
        'on-cancel': 'leave',
        'on-active-deployment': 'wait',
        gate: 'none',
        'gate-url': undefined,
        'gate-path': undefined,
        'gate-command': undefined,
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
      text: done ? `${name} is back on ${label}` : `${name} is not back on ${label}: ${outcome.headline}`,
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
