import { randomUUID } from 'node:crypto';
import { ApiError } from './api-error.ts';
import { Clock } from './clock.ts';
import { Faults } from './faults.ts';
import type { ImageSource } from './images.ts';
import { rulesOf } from './model/rules.ts';
import { validate } from './model/validate.ts';
import { Network } from './network.ts';
import type { Caller, Service } from './service.ts';

export interface SimulatorOptions {
  /** AWS time runs this many times faster; 0 stands still until moved. */
  readonly timeScale?: number;
  readonly account?: string;
  readonly region?: string;
  /** Folder for image layers, task root folders and the like. */
  readonly dataDir: string;
  /** One line of the simulator's own log. */
  readonly log?: (line: string) => void;
}

/** One API call as a client made it and as it was answered. */
export interface RecordedCall {
  readonly id: string;
  /** AWS time, epoch milliseconds. */
  readonly at: number;
  readonly service: string;
  readonly operation: string;
  readonly input: unknown;
  readonly status: number;
  readonly output?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

const MAX_RECORDED = 10_000;

/** The simulated account: its clock, its services and the record of every call. */
export class Simulator {
  readonly clock: Clock;
  readonly account: string;
  readonly region: string;
  readonly partition = 'aws';
  readonly dataDir: string;
  readonly faults = new Faults();
  readonly network = new Network();
  /** Set by the registry; ECS pulls its tasks' images through it. */
  images: ImageSource | undefined;
  readonly calls: RecordedCall[] = [];
  readonly log: (line: string) => void;
  /** `http://127.0.0.1:4566`, known once the server listens. */
  baseUrl = '';
  readonly #services = new Map<string, Service>();

  constructor(options: SimulatorOptions) {
    this.account = options.account ?? '123456789012';
    this.region = options.region ?? 'us-east-1';
    this.dataDir = options.dataDir;
    this.log = options.log ?? (() => undefined);
    this.clock = new Clock(options.timeScale ?? 1, (error) => {
      this.log(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    });
  }

  get services(): Iterable<Service> {
    return this.#services.values();
  }

  add(service: Service): void {
    this.#services.set(service.name, service);
  }

  service(name: string): Service {
    const service = this.#services.get(name);
    if (service === undefined) throw new Error(`the simulator has no service ${name}`);
    return service;
  }

  /** `arn:aws:ecs:us-east-1:123456789012:cluster/x` from `ecs` and `cluster/x`. */
  arn(service: string, resource: string, region = this.region): string {
    return `arn:${this.partition}:${service}:${region}:${this.account}:${resource}`;
  }

  /**
   * A call from one simulated service to another, through the same operation that a client would reach. `O` is the
   * operation's output type of the SDK.
   */
  async call<O extends object = Record<string, unknown>>(
    service: string,
    operation: string,
    input: object,
  ): Promise<O> {
    const caller: Caller = {
      internal: true,
      requestId: randomUUID(),
      accessKeyId: '',
      baseUrl: this.baseUrl,
    };
    return (await this.execute(this.service(service), operation, input, caller)) as O;
  }

  /** Runs an operation and records it unless the caller is a simulated service; throws `ApiError`. */
  async execute(service: Service, operation: string, input: object, caller: Caller): Promise<object> {
    const at = this.clock.now();
    const base = {
      id: caller.requestId,
      at,
      service: service.name,
      operation,
      input,
    };
    try {
      const run = Object.hasOwn(service.operations, operation) ? service.operations[operation] : undefined;
      if (run === undefined) {
        throw service.protocol === 'query'
          ? new ApiError(
              'InvalidAction',
              `Could not find operation ${operation} for version ${service.version}`,
            )
          : new ApiError(
              'UnknownOperationException',
              `The simulator does not know ${service.name}:${operation}`,
            );
      }
      if (!caller.internal) {
        const rules = rulesOf(service);
        if (rules !== undefined) validate(rules, operation, input);
      }
      const output = (await run(input, caller)) ?? {};
      if (!caller.internal) this.#record({ ...base, status: 200, output });
      return output;
    } catch (error) {
      if (!(error instanceof ApiError)) {
        this.log(
          `internal error in ${service.name}:${operation}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
        );
      }
      const api =
        error instanceof ApiError
          ? error
          : new ApiError('InternalFailure', error instanceof Error ? error.message : String(error), 500);
      if (!caller.internal)
        this.#record({ ...base, status: api.status, error: { code: api.code, message: api.message } });
      throw api;
    }
  }

  /** Records a call that never reached its operation. */
  recordRefusal(call: Omit<RecordedCall, 'at'>): void {
    this.#record({ ...call, at: this.clock.now() });
  }

  async stop(): Promise<void> {
    this.clock.stop();
    const ends = await Promise.allSettled(
      [...this.#services.values()].map(async (service) => service.stop?.()),
    );
    for (const end of ends)
      if (end.status === 'rejected') this.log(`internal error at the end: ${String(end.reason)}`);
  }

  #record(call: RecordedCall): void {
    this.calls.push(call);
    if (this.calls.length > MAX_RECORDED) this.calls.splice(0, this.calls.length - MAX_RECORDED);
  }
}
