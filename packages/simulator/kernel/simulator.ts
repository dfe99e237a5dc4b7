import { reasonOf, stackOf } from './reason.ts';
import { randomUUID } from 'node:crypto';
import { AlarmStates } from './alarm-states.ts';
import { ApiError } from './api-error.ts';
import { Clock } from './clock.ts';
import { Faults, isRead } from './faults.ts';
import { History } from './history.ts';
import { IssuedCredentials } from './issued-credentials.ts';
import type { Account, IamCall } from './iam/call.ts';
import { permissions } from './iam/permissions.ts';
import type { ImageSource } from './images.ts';
import { rulesOf } from './model/rules.ts';
import { readEmpty, validate } from './model/validate.ts';
import { Network } from './network.ts';
import { RateLimits } from './rate-limits.ts';
import { Resources } from './resources.ts';
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
  /** Throttles as AWS documents it. */
  readonly rateLimits?: boolean;
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
  /** Permissions that the call needs; its own action first, then those that it implies. */
  readonly iam: readonly IamCall[];
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
  /** Undefined when calls are not limited. */
  readonly rateLimits: RateLimits | undefined;
  readonly network = new Network();
  readonly alarms = new AlarmStates();
  readonly credentials = new IssuedCredentials();
  readonly resources = new Resources();
  /** Values of secrets and parameters, by name or ARN. */
  readonly secrets = new Map<string, string>();
  /** Set by the registry; ECS pulls its tasks' images through it. */
  images: ImageSource | undefined;
  readonly calls: RecordedCall[] = [];
  readonly log: (line: string) => void;
  /** `http://127.0.0.1:4566`, known once the server listens. */
  baseUrl = '';
  readonly #services = new Map<string, Service>();
  #create: () => readonly Service[] = () => [];
  readonly #history = new History();
  readonly #account: Account = {
    arn: (service, resource) => this.arn(service, resource),
    lookup: (service, what, id) => this.#services.get(service)?.lookup?.(what, id),
  };

  constructor(options: SimulatorOptions) {
    this.account = options.account ?? '123456789012';
    this.region = options.region ?? 'us-east-1';
    this.dataDir = options.dataDir;
    this.log = options.log ?? (() => undefined);
    this.clock = new Clock(options.timeScale ?? 1, (error) => {
      this.log(`internal error: ${stackOf(error)}`);
    });
    this.rateLimits = options.rateLimits === true ? new RateLimits(this.clock) : undefined;
  }

  /** ARN of everyone who calls: any credentials are the same caller. */
  get user(): string {
    return this.arn('sts', 'assumed-role/simulator/simulator', '');
  }

  /** Permissions that a call needs. */
  permissions(service: string, operation: string, input: unknown): readonly IamCall[] {
    return permissions(service, operation, input, this.#account);
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

  /**
   * Runs an operation and records it unless the caller is a simulated service; throws `ApiError`.
   * @param staleSeconds answers a read as that many seconds of AWS time ago
   */
  async execute(
    service: Service,
    operation: string,
    input: object,
    caller: Caller,
    staleSeconds?: number,
  ): Promise<object> {
    const at = this.clock.now();
    const base = {
      id: caller.requestId,
      at,
      service: service.name,
      operation,
      input,
      iam: caller.internal ? [] : this.permissions(service.name, operation, input),
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
      const rules = caller.internal ? undefined : rulesOf(service);
      if (rules !== undefined) validate(rules, operation, input);
      const output = await this.#run(
        service,
        operation,
        rules === undefined ? input : readEmpty(rules, operation, input),
        async (given) => (await run(given, caller)) ?? {},
        {
          internal: caller.internal,
          staleSeconds,
        },
      );
      if (!caller.internal) this.#record({ ...base, status: 200, output });
      return output;
    } catch (error) {
      if (!(error instanceof ApiError)) {
        this.log(`internal error in ${service.name}:${operation}: ${stackOf(error)}`);
      }
      const api = error instanceof ApiError ? error : new ApiError('InternalFailure', reasonOf(error), 500);
      if (!caller.internal)
        this.#record({ ...base, status: api.status, error: { code: api.code, message: api.message } });
      throw api;
    }
  }

  /** Keeps what stale reads need while a fault may ask for them. */
  async #run(
    service: Service,
    operation: string,
    input: object,
    run: (input: object) => Promise<object>,
    { internal, staleSeconds }: { internal: boolean; staleSeconds: number | undefined },
  ): Promise<object> {
    const now = this.clock.now();
    if (isRead(operation) && (staleSeconds !== undefined || (this.faults.stale && !internal))) {
      const name = `${service.name}:${operation}`;
      return await this.#history.answer(name, input, run, now, staleSeconds ?? 0);
    }
    if (this.faults.stale && !isRead(operation)) await this.#history.sample(now);
    const output = await run(input);
    this.#history.noteBirths(operation, output, now);
    return output;
  }

  /** Records a call that never reached its operation. */
  recordRefusal(call: Omit<RecordedCall, 'at' | 'iam'>): void {
    const iam = this.permissions(call.service, call.operation, call.input);
    this.#record({ ...call, iam, at: this.clock.now() });
  }

  /** Makes the services, now and after every reset. */
  populate(create: () => readonly Service[]): void {
    this.#create = create;
    for (const service of create()) this.add(service);
  }

  /** Ends everything and begins with an empty account; only the clock keeps its time. */
  async reset(): Promise<void> {
    await this.#end();
    this.clock.clear();
    // Work whose waits were cancelled ends here, and may have begun new waits.
    await new Promise((resolve) => setImmediate(resolve));
    this.clock.clear();
    this.#services.clear();
    this.network.clear();
    this.alarms.clear();
    this.credentials.clear();
    this.resources.clear();
    this.secrets.clear();
    this.#history.clear();
    this.faults.clear();
    this.rateLimits?.clear();
    this.calls.length = 0;
    this.populate(this.#create);
  }

  async stop(): Promise<void> {
    this.clock.stop();
    await this.#end();
  }

  async #end(): Promise<void> {
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
