import type { Simulator } from '../kernel/simulator.ts';
import type { ContainerPlan, ContainerStart } from './container-runtime.ts';
import type { DockerEngine } from './docker-engine.ts';
import { cpuUnits, memoryMiB } from './fargate-size.ts';

const CPU_UNITS = 1024;
const NANO_CPUS = 1e9;
const MIB = 1024 * 1024;

/** The body of the engine's `POST /containers/create` for a container of a task. */
export function createBody(
  sim: Simulator,
  engine: DockerEngine,
  { definition, override, task }: ContainerPlan,
  { environment, variables }: ContainerStart,
  image: string,
  labels: Readonly<Record<string, string>>,
): object {
  const ports = (definition.portMappings ?? []).flatMap(({ containerPort, protocol = 'tcp' }) =>
    containerPort === undefined ? [] : [`${containerPort}/${protocol}`],
  );
  const memory = (override.memory ?? definition.memory ?? Number(memoryMiB(task.memory ?? '0'))) * MIB;
  const command = override.command ?? definition.command ?? [];
  const entryPoint = definition.entryPoint ?? [];
  return {
    Image: image,
    Hostname: environment['HOSTNAME'],
    Env: Object.entries({ ...environment, ...variables }).map(([name, value]) => `${name}=${value}`),
    ...(command.length > 0 ? { Cmd: command } : {}),
    ...(entryPoint.length > 0 ? { Entrypoint: entryPoint } : {}),
    ...(definition.user === undefined ? {} : { User: definition.user }),
    ...(definition.workingDirectory === undefined ? {} : { WorkingDir: definition.workingDirectory }),
    Labels: {
      ...definition.dockerLabels,
      ...labels,
      'cutover.simulator.task': task.id,
      'cutover.simulator.container': definition.name ?? '',
    },
    ExposedPorts: Object.fromEntries(ports.map((port) => [port, {}])),
    // The simulator follows AWS time, so it runs the task definition's checks itself.
    Healthcheck: { Test: ['NONE'] },
    HostConfig: {
      PortBindings: Object.fromEntries(ports.map((port) => [port, [{ HostIp: '127.0.0.1', HostPort: '' }]])),
      NanoCpus: nanoCpus(sim, engine, override.cpu ?? definition.cpu ?? 0, task.cpu),
      Memory: memory,
      MemorySwap: memory,
      MemoryReservation: (override.memoryReservation ?? definition.memoryReservation ?? 0) * MIB,
      ReadonlyRootfs: definition.readonlyRootFilesystem === true,
      Init: definition.linuxParameters?.initProcessEnabled === true,
      Ulimits: (definition.ulimits ?? []).map(({ name, softLimit, hardLimit }) => ({
        Name: name,
        Soft: softLimit,
        Hard: hardLimit,
      })),
    },
  };
}

/** When AWS time runs N times faster, a processor does N times as much; 0 is no limit, as it is for a clock at rest. */
function nanoCpus(
  sim: Simulator,
  engine: DockerEngine,
  containerUnits: number,
  taskCpu: string | undefined,
): number {
  const units = containerUnits > 0 ? containerUnits : Number(cpuUnits(taskCpu ?? '0'));
  const processors = (units / CPU_UNITS) * Math.max(1, sim.clock.scale);
  return sim.clock.scale === 0 || processors >= engine.cpus ? 0 : Math.round(processors * NANO_CPUS);
}
