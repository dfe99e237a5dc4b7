import type { Ecs } from './ecs.ts';
import { serviceShape } from './service-shape.ts';
import { taskShape } from './task-shape.ts';

/** The ECS part of `GET /_simulator/state`. */
export function snapshot(ecs: Ecs): unknown {
  return [...ecs.clusters.values()].map((cluster) => ({
    cluster: cluster.name,
    services: [...cluster.services.values()].map((service) => serviceShape(ecs, service)),
    tasks: [...cluster.tasks.values()].map((task) => ({ ...taskShape(task), pids: task.run.pids() })),
  }));
}
