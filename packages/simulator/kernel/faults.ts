import type { TaskFault, TaskFaultKind } from './task-fault.ts';

/** Which calls are meant; members that are absent match everything. */
export interface CallMatch {
  /** Signing name: `ecs`, `codedeploy`, `ecr`, `logs`, `elasticloadbalancing`, `cloudformation`, `sts`. */
  readonly service?: string;
  readonly operation?: string;
  /**
   * Part of any text of the input or of an ARN that the call needs permission for; with `*` it has to match the whole
   * text. For task faults: the family, revision, service, cluster, image or ARN.
   */
  readonly resource?: string;
}

/** When a fault strikes. */
export interface Moment {
  /** Nothing is struck before such a call was made. */
  readonly after?: CallMatch;
  /** How many matching calls pass before the fault strikes; default 0. */
  readonly skip?: number;
  /** How many calls it strikes; default 1, and `always` for task faults. */
  readonly times?: number | 'always';
}

/** A fault to inject into calls that come over HTTP, or into tasks (`task`). */
export interface Fault extends CallMatch, Moment, Omit<TaskFault, 'kind'> {
  /** Answered instead of the operation's result. */
  readonly error?: { readonly code: string; readonly message?: string; readonly status?: number };
  /** The service's own throttling error. */
  readonly throttle?: true;
  /** An answer without a modelled error: 500, 502, 503 or 504. */
  readonly serverError?: number;
  /** Refused in IAM's words: `true` for the call's own action, or one that it implies, as `iam:PassRole`. */
  readonly deny?: true | string;
  /** Describe, Get, List and BatchGet calls answer what they would have answered this many seconds of AWS time ago. */
  readonly staleSeconds?: number;
  /** Wall-clock milliseconds to wait before the call. */
  readonly latencyMs?: number;
  /** `before`: the connection is reset and nothing happens; `after`: the effect takes place, the response is lost. */
  readonly reset?: 'before' | 'after';
  /** Strikes tasks instead of calls. */
  readonly task?: TaskFaultKind;
}

interface Armed {
  readonly fault: Fault;
  waiting: boolean;
  skip: number;
  left: number;
}

/** A call as faults see it. */
export interface Call {
  readonly service: string;
  readonly operation: string;
  /** Every text that the call names: those of its input, and ARNs. */
  names(): readonly string[];
}

/** The faults that wait to strike. */
export class Faults {
  #armed: Armed[] = [];

  add(fault: Fault): void {
    const times = fault.times ?? (fault.task === undefined ? 1 : 'always');
    this.#armed.push({
      fault,
      waiting: fault.after !== undefined,
      skip: fault.skip ?? 0,
      left: times === 'always' ? Infinity : times,
    });
  }

  clear(): void {
    this.#armed = [];
  }

  list(): readonly (Fault & { left: number | 'always' })[] {
    return this.#armed.map(({ fault, left }) => ({ ...fault, left: left === Infinity ? 'always' : left }));
  }

  /** True while a fault may ask for old answers, so that answers are worth remembering. */
  get stale(): boolean {
    return this.#armed.some(({ fault, left }) => fault.staleSeconds !== undefined && left > 0);
  }

  /** The fault that strikes this call, if any; uses it up. */
  take(call: Call): Fault | undefined {
    const struck = this.#strike(
      ({ task, staleSeconds, ...fault }) =>
        task === undefined && (staleSeconds === undefined || isRead(call.operation)) && matches(fault, call),
    );
    for (const armed of this.#armed) {
      const { after } = armed.fault;
      if (after !== undefined && matches(after, call)) armed.waiting = false;
    }
    return struck;
  }

  /** The fault of this kind that strikes a task with these names, if any; uses it up. */
  takeTask(kind: TaskFaultKind, names: readonly string[]): Fault | undefined {
    return this.#strike(({ task, resource }) => task === kind && mentions(resource, names));
  }

  #strike(wanted: (fault: Fault) => boolean): Fault | undefined {
    for (const armed of this.#armed) {
      if (armed.left <= 0 || armed.waiting || !wanted(armed.fault)) continue;
      if (armed.skip > 0) {
        armed.skip -= 1;
        continue;
      }
      armed.left -= 1;
      return armed.fault;
    }
    return undefined;
  }
}

/** Operations that change nothing. */
export function isRead(operation: string): boolean {
  return (
    /^(Describe|Get|List|BatchGet|BatchCheck|Filter)/.test(operation) && operation !== 'GetAuthorizationToken'
  );
}

function matches({ service, operation, resource }: CallMatch, call: Call): boolean {
  return (
    (service === undefined || service === call.service) &&
    (operation === undefined || operation === call.operation) &&
    (resource === undefined || mentions(resource, call.names()))
  );
}

function mentions(resource: string | undefined, names: readonly string[]): boolean {
  if (resource === undefined) return true;
  if (!resource.includes('*')) return names.some((name) => name.includes(resource));
  const parts = resource.split('*').map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, String.raw`\$&`));
  const pattern = new RegExp(`^${parts.join('.*')}$`, 's');
  return names.some((name) => pattern.test(name));
}

/** All texts in a request, however deep. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
