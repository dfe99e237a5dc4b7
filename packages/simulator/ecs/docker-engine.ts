import { reasonOf } from '../kernel/reason.ts';
import { type IncomingMessage, request, type RequestOptions } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Answer of a Docker engine other than 2xx. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const PING_MS = 3000;

interface Call {
  readonly body?: object | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A Docker engine behind its HTTP API. */
export class DockerEngine {
  /** How a user would name it: `unix:///var/run/docker.sock`. */
  readonly address: string;
  readonly #base: RequestOptions;
  version = '';
  /** Processors that the engine has. */
  cpus = 1;

  private constructor(address: string, base: RequestOptions) {
    this.address = address;
    this.#base = base;
  }

  /**
   * The engine that `DOCKER_HOST` names or else the first that answers at a usual place.
   * @throws Error that says where none answered.
   */
  static async find(environment: NodeJS.ProcessEnv = process.env): Promise<DockerEngine> {
    const tried: string[] = [];
    for (const address of addresses(environment)) {
      try {
        const engine = new DockerEngine(address, connection(address));
        const { ServerVersion, OSType, NCPU } = await engine.json<EngineInfo>('GET', '/info', {}, PING_MS);
        if (OSType !== undefined && OSType !== 'linux')
          throw new Error(`runs ${OSType} containers; tasks need Linux containers`);
        engine.version = ServerVersion ?? '';
        engine.cpus = NCPU ?? 1;
        return engine;
      } catch (error) {
        tried.push(`${address} (${reasonOf(error)})`);
      }
    }
    throw new Error(`no Docker engine answers at ${tried.join(', ')}`);
  }

  /** A call whose answer is JSON or empty. @throws EngineError */
  async json<T = object>(method: string, path: string, call: Call = {}, timeoutMs?: number): Promise<T> {
    const text = await read(await this.open(method, path, call, timeoutMs));
    return (text === '' ? {} : JSON.parse(text)) as T;
  }

  /** A call whose answer goes on: resolves with its head. @throws EngineError */
  async open(method: string, path: string, call: Call = {}, timeoutMs?: number): Promise<IncomingMessage> {
    const body = Buffer.isBuffer(call.body)
      ? call.body
      : call.body === undefined
        ? undefined
        : Buffer.from(JSON.stringify(call.body));
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = request(
        {
          ...this.#base,
          method,
          path,
          agent: false,
          headers: {
            ...(this.#base.socketPath === undefined ? {} : { host: 'docker' }),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            'content-length': body?.length ?? 0,
            ...call.headers,
          },
        },
        resolve,
      );
      outgoing.once('error', reject);
      if (timeoutMs !== undefined)
        outgoing.setTimeout(timeoutMs, () => outgoing.destroy(new Error(`no answer in ${timeoutMs} ms`)));
      outgoing.end(body);
    });
    const status = response.statusCode ?? 0;
    if (status < 300) return response;
    throw new EngineError(status, message(await read(response)));
  }
}

interface EngineInfo {
  readonly ServerVersion?: string;
  readonly OSType?: string;
  readonly NCPU?: number;
}

function addresses({ DOCKER_HOST: host, XDG_RUNTIME_DIR: runtime }: NodeJS.ProcessEnv): string[] {
  if (host !== undefined && host !== '') return [host];
  if (process.platform === 'win32') return ['npipe:////./pipe/docker_engine'];
  return [
    '/var/run/docker.sock',
    ...(runtime === undefined || runtime === '' ? [] : [join(runtime, 'docker.sock')]),
    join(homedir(), '.docker', 'run', 'docker.sock'),
    join(homedir(), '.docker', 'desktop', 'docker.sock'),
  ].map((path) => `unix://${path}`);
}

/** @throws TypeError for an address that is neither a local socket nor plain HTTP */
function connection(address: string): RequestOptions {
  const local = /^(?:unix|npipe):\/\/(.+)$/.exec(address);
  if (local !== null) return { socketPath: local[1] ?? '' };
  const remote = /^(?:tcp|http):\/\/([^/:]+|\[[^\]]+\])(?::(\d+))?\/?$/.exec(address);
  if (remote !== null) return { host: remote[1] ?? '', port: Number(remote[2] ?? 2375) };
  throw new TypeError(`DOCKER_HOST must begin with unix://, npipe:// or tcp://, not '${address}'`);
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function message(text: string): string {
  try {
    const { message: found } = JSON.parse(text) as { message?: unknown };
    return typeof found === 'string' ? found : text;
  } catch {
    return text;
  }
}
