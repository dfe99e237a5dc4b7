import { reasonOf } from '../kernel/reason.ts';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type FoundImage, ImagePullError } from '../kernel/images.ts';
import type { Simulator } from '../kernel/simulator.ts';
import type { ContainerPlan, PreparedContainer } from './container-runtime.ts';
import { preparedDocker, query, remove } from './docker-container.ts';
import { type DockerEngine, EngineError } from './docker-engine.ts';

const INSTANCE = 'cutover.simulator';
const PROCESS = 'cutover.simulator.pid';
const HOST = 'cutover.simulator.host';
const REMOVAL_MS = 30_000;
const REMOVAL_POLL_MS = 100;

interface Listed {
  readonly Id: string;
  readonly Labels: Readonly<Record<string, string>>;
}

/** Runs the containers of one simulator's tasks on a Docker engine, and leaves nothing behind on it. */
export class DockerTasks {
  readonly #sim: Simulator;
  readonly #engine: DockerEngine;
  readonly #labels = { [INSTANCE]: randomUUID(), [PROCESS]: `${process.pid}`, [HOST]: hostname() };
  readonly #pulled = new Set<string>();

  private constructor(sim: Simulator, engine: DockerEngine) {
    this.#sim = sim;
    this.#engine = engine;
  }

  /** Removes first what simulators of this machine left behind that were killed. */
  static async open(sim: Simulator, engine: DockerEngine): Promise<DockerTasks> {
    const tasks = new DockerTasks(sim, engine);
    // Another simulator may be removing them, too.
    await retried(async () => {
      const ours = await tasks.#list({ label: [`${HOST}=${hostname()}`] });
      const left = ours.filter(({ Labels }) => !alive(Number(Labels[PROCESS])));
      await Promise.all(left.map(async ({ Id }) => remove(engine, Id)));
      return left.length === 0;
    });
    return tasks;
  }

  /**
   * Has the engine pull the image out of the simulated registry; an image of another registry is used when the engine
   * has it already.
   * @returns undefined when the engine has no such image
   * @throws ImagePullError
   */
  async prepare(plan: ContainerPlan): Promise<PreparedContainer | undefined> {
    const reference = plan.definition.image ?? '';
    const { images } = this.#sim;
    if (images?.owns(reference) !== true) {
      if (!(await this.#has(reference))) return undefined;
      return preparedDocker(this.#sim, this.#engine, this.#labels, plan, reference, undefined);
    }
    if (images.find === undefined) return undefined;
    const found = await images.find(reference, plan.architecture);
    const image = await this.#pull(reference, found);
    // An image for another processor is started as what it is, and fails as it would on Fargate.
    const architecture = found.architecture === 'arm64' ? 'arm64' : 'amd64';
    return preparedDocker(this.#sim, this.#engine, this.#labels, { ...plan, architecture }, image, found);
  }

  /** Removes every container and image that this simulator brought to the engine. */
  async stop(): Promise<void> {
    const label = [`${INSTANCE}=${this.#labels[INSTANCE] ?? ''}`];
    // Another removal of the same container may be under way: it is gone when the list says so.
    await retried(async () => {
      const ours = await this.#list({ label });
      await Promise.all(ours.map(async ({ Id }) => remove(this.#engine, Id)));
      return ours.length === 0;
    });
    await Promise.all([...this.#pulled].map(async (image) => retried(async () => this.#drop(image))));
    this.#pulled.clear();
  }

  /** False while the engine still counts a removed container among the image's users. */
  async #drop(image: string): Promise<boolean> {
    try {
      await this.#engine.json('DELETE', `/images/${image}`);
      return true;
    } catch (error) {
      return error instanceof EngineError && error.status === 404;
    }
  }

  async #list(filters: object): Promise<Listed[]> {
    const filter = query({ all: 'true', filters: JSON.stringify(filters) });
    return await this.#engine.json<Listed[]>('GET', `/containers/json?${filter}`);
  }

  async #has(reference: string): Promise<boolean> {
    try {
      await this.#engine.json('GET', `/images/${reference}/json`);
      return true;
    } catch (error) {
      if (error instanceof EngineError) return false;
      throw error;
    }
  }

  async #pull(reference: string, { repository, digest, architecture }: FoundImage): Promise<string> {
    const host = `127.0.0.1:${new URL(this.#sim.baseUrl).port}`;
    const image = `${host}/${repository}@${digest}`;
    const what = query({
      fromImage: `${host}/${repository}`,
      tag: digest,
      ...(architecture === undefined ? {} : { platform: `linux/${architecture}` }),
    });
    try {
      const progress = await this.#engine.open('POST', `/images/create?${what}`, {
        headers: { 'x-registry-auth': await this.#login(host) },
      });
      const failure = await lastError(progress);
      if (failure !== undefined) throw new Error(failure);
    } catch (error) {
      const why = reasonOf(error);
      throw new ImagePullError(
        `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to pull ${reference}: ${why}`,
        { cause: error },
      );
    }
    this.#pulled.add(image);
    return image;
  }

  async #login(serveraddress: string): Promise<string> {
    const { authorizationData: [login] = [] } = await this.#sim.call<{
      authorizationData?: { authorizationToken: string }[];
    }>('ecr', 'GetAuthorizationToken', {});
    const [username = '', password = ''] = Buffer.from(login?.authorizationToken ?? '', 'base64')
      .toString()
      .split(':');
    // Engines want the alphabet for URLs, and older ones its padding too.
    return Buffer.from(JSON.stringify({ username, password, serveraddress }))
      .toString('base64')
      .replaceAll('+', '-')
      .replaceAll('/', '_');
  }
}

/** Tries until it is done; an engine that can't for this long is left as it is. */
async function retried(done: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + REMOVAL_MS; !(await done()) && performance.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, REMOVAL_POLL_MS));
}

/** The engine answers 200 and then tells of its progress, a line of JSON at a time, up to an error. */
async function lastError(progress: AsyncIterable<unknown>): Promise<string | undefined> {
  let all = '';
  for await (const chunk of progress) all += String(chunk);
  for (const line of all.split('\n').toReversed()) {
    if (line.trim() === '') continue;
    const { error } = JSON.parse(line) as { error?: string };
    if (error !== undefined) return error;
  }
  return undefined;
}

function alive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
