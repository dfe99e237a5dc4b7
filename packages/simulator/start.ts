import type { Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAutoScaling } from './autoscaling/service.ts';
import { createCloudFormation } from './cloudformation/service.ts';
import { createCloudWatch } from './cloudwatch/service.ts';
import { createCodeDeploy } from './codedeploy/service.ts';
import { createEc2 } from './ec2/service.ts';
import { createRegistries } from './ecr-public/registries.ts';
import { chooseTasks, type TasksOption } from './ecs/choose-tasks.ts';
import { createEcs } from './ecs/service.ts';
import { createElb } from './elb/service.ts';
import { createEvents } from './events/service.ts';
import { readFault } from './kernel/fault-form.ts';
import type { Fault } from './kernel/faults.ts';
import { listen } from './kernel/server.ts';
import { Simulator } from './kernel/simulator.ts';
import { createIam } from './iam/service.ts';
import { createLogs } from './logs/service.ts';
import { createRds } from './rds/service.ts';
import { createSampleService, type SampleService } from './sample/service.ts';
import { createSecretsManager } from './secretsmanager/service.ts';
import { createSsm } from './ssm/service.ts';
import { createSts } from './sts/service.ts';

export interface StartOptions {
  /** 0 takes a free port. */
  readonly port?: number;
  readonly host?: string;
  /** AWS time runs this many times faster than the wall clock; 0 stands still until moved. */
  readonly timeScale?: number;
  readonly region?: string;
  readonly account?: string;
  readonly log?: (line: string) => void;
  /** Runtime of the tasks (default `process`). */
  readonly tasks?: TasksOption;
  /** Throttles as AWS documents it (default false). */
  readonly rateLimits?: boolean;
  /** Faults that wait from the start. */
  readonly faults?: readonly Fault[];
  /** Initial content of Secrets Manager and Parameter Store. */
  readonly secrets?: Readonly<Record<string, unknown>>;
  /** Starts with a running service `sample` in cluster `sample`. */
  readonly sampleService?: boolean;
}

export interface RunningSimulator {
  /** `http://127.0.0.1:4566` */
  readonly url: string;
  readonly sim: Simulator;
  /** Runtime of the tasks, as a sentence. */
  readonly choice: string;
  /** Where the sample service answers, if it was asked for. */
  readonly sample: SampleService | undefined;
  /** Stops tasks, load balancers and the server and removes all data. */
  close(): Promise<void>;
}

/** Starts the simulated AWS account on a loopback port. */
export async function startSimulator(options: StartOptions = {}): Promise<RunningSimulator> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cutover-simulator-'));
  const { port, host, tasks = 'process', faults = [], secrets = {}, sampleService, ...rest } = options;
  const sim = new Simulator({ ...rest, dataDir });
  const { docker, choice } = await chooseTasks(sim, tasks).catch(async (error: unknown) => {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  });
  sim.populate(() => [
    createSts(sim),
    createLogs(sim),
    createElb(sim),
    ...createRegistries(sim),
    createEcs(sim, docker),
    createCloudWatch(sim),
    createCodeDeploy(sim),
    createAutoScaling(sim),
    createCloudFormation(sim),
    createIam(sim),
    createEc2(sim),
    createEvents(sim),
    createSecretsManager(sim),
    createSsm(sim),
    createRds(sim),
  ]);
  const services = [...sim.services];
  let server: Server | undefined;
  const close = async (): Promise<void> => {
    await sim.stop();
    server?.closeAllConnections();
    await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const armed = faults.map((fault, index) => readFault(fault, services, `faults[${index}]`));
    await sim.service('ecs').controls?.['POST /_simulator/secrets']?.(secrets);
    server = await listen(sim, port, host);
    const sample = sampleService === true ? await createSampleService(sim) : undefined;
    for (const fault of armed) sim.faults.add(fault);
    return { url: sim.baseUrl, sim, choice, sample, close };
  } catch (error) {
    await close();
    throw error;
  }
}
