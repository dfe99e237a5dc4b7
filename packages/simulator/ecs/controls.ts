import type { Controls } from '../kernel/service.ts';
import { ApiError } from '../kernel/api-error.ts';
import type { Ecs } from './ecs.ts';

interface Kill {
  readonly cluster?: string;
  /** Absent: every task of the cluster. */
  readonly service?: string;
  /** `replacement`: the task sets that are not PRIMARY. */
  readonly taskSet?: 'replacement' | 'primary' | 'all';
  /** Reported in place of 137. */
  readonly exitCode?: number;
}

/** What tests can do to ECS from outside: crash tasks and set secrets. */
export function controls(ecs: Ecs): Controls {
  return {
    'POST /_simulator/tasks/kill': (input) => kill(ecs, input as Kill),
    'POST /_simulator/secrets': (input) => {
      for (const [name, value] of Object.entries(input as Record<string, unknown>)) {
        ecs.sim.secrets.set(name, typeof value === 'string' ? value : JSON.stringify(value));
      }
      return { secrets: [...ecs.sim.secrets.keys()] };
    },
  };
}

function kill(ecs: Ecs, { cluster, service: name, taskSet: which = 'all', exitCode }: Kill): object {
  if (!['replacement', 'primary', 'all'].includes(which)) {
    throw new ApiError(
      'InvalidParameterException',
      `taskSet must be replacement, primary or all, not ${which}`,
    );
  }
  const found = ecs.cluster(cluster);
  const service = name === undefined ? undefined : ecs.service(found, name);
  const killed: string[] = [];
  for (const task of found.tasks.values()) {
    if (service !== undefined && task.taskSet?.service !== service) continue;
    const primary = task.taskSet?.status === 'PRIMARY';
    if (which !== 'all' && (task.taskSet === undefined || primary !== (which === 'primary'))) continue;
    if (task.run.crash(exitCode) > 0) killed.push(task.shape.taskArn ?? '');
  }
  return { killed };
}
