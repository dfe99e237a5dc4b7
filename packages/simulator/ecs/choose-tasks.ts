import { reasonOf } from '../kernel/reason.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { DockerEngine } from './docker-engine.ts';
import { DockerTasks } from './docker-tasks.ts';

/** `auto` takes a Docker engine when one answers. */
export type TasksOption = 'auto' | 'docker' | 'process';

export interface ChosenTasks {
  /** Absent: tasks run as processes of this machine. */
  readonly docker?: DockerTasks;
  /** The choice and its reason, as a sentence for a user. */
  readonly choice: string;
}

/** Decides what tasks run on. @throws Error when `docker` was asked for and no engine answers */
export async function chooseTasks(sim: Simulator, option: TasksOption): Promise<ChosenTasks> {
  if (option === 'process') return { choice: 'tasks run as processes' };
  let engine;
  try {
    engine = await DockerEngine.find();
  } catch (error) {
    const why = reasonOf(error);
    if (option === 'docker')
      throw new Error(`${why}; start Docker, set DOCKER_HOST, or use --tasks process`, { cause: error });
    return { choice: `tasks run as processes: ${why}` };
  }
  return {
    docker: await DockerTasks.open(sim, engine),
    choice: `tasks run as containers of Docker ${engine.version} at ${engine.address}`,
  };
}
