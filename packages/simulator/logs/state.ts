import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';

/** One event of a stream; `order` counts up over the whole account and breaks ties between equal timestamps. */
export interface StoredEvent {
  /** Epoch milliseconds, as the writer gave it. */
  readonly timestamp: number;
  readonly message: string;
  /** Epoch milliseconds. */
  readonly ingestionTime: number;
  readonly order: number;
}

export interface LogStreamState {
  readonly name: string;
  readonly arn: string;
  readonly creationTime: number;
  /** Sorted by timestamp, then order. */
  readonly events: StoredEvent[];
}

export interface LogGroupState {
  readonly name: string;
  /** Without the trailing `:*`. */
  readonly arn: string;
  readonly creationTime: number;
  readonly class: string;
  retentionInDays?: number;
  kmsKeyId?: string;
  readonly tags: Map<string, string>;
  readonly streams: Map<string, LogStreamState>;
}

/** The log groups of the account. */
export class LogsState {
  readonly sim: Simulator;
  readonly groups = new Map<string, LogGroupState>();
  #order = 0;

  constructor(sim: Simulator) {
    this.sim = sim;
  }

  /** AWS time in whole milliseconds. */
  now(): number {
    return Math.round(this.sim.clock.now());
  }

  nextOrder(): number {
    this.#order += 1;
    return this.#order;
  }

  /**
   * The group named by `logGroupName` or by `logGroupIdentifier` (a name or an ARN).
   * @throws ApiError InvalidParameterException, ResourceNotFoundException
   */
  group(input: {
    readonly logGroupName?: string | undefined;
    readonly logGroupIdentifier?: string | undefined;
  }): LogGroupState {
    const { logGroupName, logGroupIdentifier } = input;
    if ((logGroupName === undefined) === (logGroupIdentifier === undefined)) {
      throw new ApiError(
        'InvalidParameterException',
        'Exactly one of logGroupName and logGroupIdentifier must be specified.',
      );
    }
    const name =
      logGroupName ?? /:log-group:([^:]+)/.exec(logGroupIdentifier ?? '')?.[1] ?? logGroupIdentifier ?? '';
    const group = this.groups.get(name);
    if (group === undefined)
      throw new ApiError('ResourceNotFoundException', 'The specified log group does not exist.');
    return group;
  }

  /** @throws ApiError ResourceNotFoundException */
  stream(group: LogGroupState, name: string | undefined): LogStreamState {
    const stream = group.streams.get(name ?? '');
    if (stream === undefined)
      throw new ApiError('ResourceNotFoundException', 'The specified log stream does not exist.');
    return stream;
  }

  /** The group behind an ARN with or without `:*`. @throws ApiError ResourceNotFoundException */
  groupByArn(arn: string | undefined): LogGroupState {
    const wanted = (arn ?? '').replace(/:\*$/, '');
    for (const group of this.groups.values()) if (group.arn === wanted) return group;
    throw new ApiError('ResourceNotFoundException', 'The specified log group does not exist.');
  }
}
