import type { DeployableRevision } from '@cutover/domain/task/deployable-revision';
import type { ServiceLoadBalancer } from '@cutover/domain/task/ecs-service';
import { textOf, type JsonObject } from '@cutover/domain/text/json';
import type { Place } from '@cutover/domain/text/place';
import { formatRevision } from '@cutover/domain/task/revision';
import { containersOf, objectsIn } from '@cutover/domain/task-definition/containers';

/** A task definition, registered or in a file, as far as a deployment depends on it. */
export interface DeployableTask {
  /** `web:7`, or the path of a file. */
  readonly label: string;
  /** `ACTIVE` for a file, which ECS will make so. */
  readonly status: string;
  /** It is looked at because it serves now; what is to be deployed is not known yet. */
  readonly serves: boolean;
  /** Undefined when it is not known. */
  readonly networkMode: string | undefined;
  readonly containers: readonly { readonly name: string; readonly ports: readonly number[] }[];
  /** Names of the volumes that are to be configured when a service or task is launched. */
  readonly volumesAtLaunch: readonly string[];
}

/** Container and port that the user names for production's requests. */
export interface WantedContainer {
  readonly name?: string | undefined;
  readonly port?: number | undefined;
  /** Where a file says them. */
  readonly namePlace?: Place | undefined;
  readonly portPlace?: Place | undefined;
}

export function taskOfRevision(revision: DeployableRevision): DeployableTask {
  const { arn, containers, networkMode, status, volumesAtLaunch = [] } = revision;
  return { label: formatRevision(arn), status, serves: false, networkMode, containers, volumesAtLaunch };
}

/** Of a definition as RegisterTaskDefinition takes it. */
export function taskOfDefinition(
  definition: JsonObject,
  about: Pick<DeployableTask, 'label' | 'status' | 'serves'>,
): DeployableTask {
  const networkMode = textOf(definition['networkMode']);
  return {
    ...about,
    networkMode: networkMode === '' ? undefined : networkMode,
    containers: containersOf(definition).map((one) => ({
      name: textOf(one['name']),
      ports: objectsIn(one['portMappings']).map(({ containerPort }) => Number(containerPort)),
    })),
    volumesAtLaunch: objectsIn(definition['volumes'])
      .filter((one) => one['configuredAtLaunch'] === true)
      .map((one) => textOf(one['name'])),
  };
}

/** The container and port that traffic would go to: those of the inputs, else those of the tasks that serve. */
export function chosenContainer(
  task: DeployableTask | undefined,
  live: ServiceLoadBalancer | undefined,
  wanted: WantedContainer,
): { readonly name: string | undefined; readonly port: number | undefined } {
  const name = wanted.name ?? live?.containerName;
  const ports = task?.containers.find((one) => one.name === name)?.ports ?? [];
  // Another container than the live one has another port, unless it has the same.
  const inherited =
    name === live?.containerName || (live !== undefined && ports.includes(live.containerPort));
  return {
    name,
    port: wanted.port ?? (inherited ? live?.containerPort : ports.length === 1 ? ports[0] : undefined),
  };
}
