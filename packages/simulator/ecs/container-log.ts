import { reasonOf } from '../kernel/reason.ts';
import type { LogConfiguration } from '@aws-sdk/client-ecs';
import { ApiError } from '../kernel/api-error.ts';
import type { Simulator } from '../kernel/simulator.ts';

/** Why a log driver could not start; the message is what ECS puts into stoppedReason. */
export class LogDriverError extends Error {
  override readonly name = 'LogDriverError';
}

/** Keeps a call below the service's size limit for ordinary lines. */
const LINES_A_CALL = 1000;

/** Sends a container's output line by line to CloudWatch Logs; the stream is made with the first line. */
export class ContainerLog {
  readonly #sim: Simulator;
  readonly #group: string;
  readonly #stream: string;
  #created = false;
  #sending: Promise<void> = Promise.resolve();
  readonly #partial = { stdout: '', stderr: '' };

  private constructor(sim: Simulator, group: string, stream: string) {
    this.#sim = sim;
    this.#group = group;
    this.#stream = stream;
  }

  /**
   * The log of a container, or undefined when it has no awslogs driver.
   * @throws LogDriverError when the log group does not exist and is not to be created, or when two options tell lines apart.
   */
  static async open(
    sim: Simulator,
    configuration: LogConfiguration | undefined,
    container: string,
    taskId: string,
  ): Promise<ContainerLog | undefined> {
    if (configuration?.logDriver !== 'awslogs') return undefined;
    const options = configuration.options ?? {};
    const group = options['awslogs-group'] ?? '';
    if (
      options['awslogs-datetime-format'] !== undefined &&
      options['awslogs-multiline-pattern'] !== undefined
    ) {
      throw new LogDriverError(
        "ResourceInitializationError: failed to validate logger args: you cannot configure log opt 'awslogs-datetime-format' and 'awslogs-multiline-pattern' at the same time : exit status 1",
      );
    }
    if (options['awslogs-create-group'] === 'true') {
      await sim
        .call('logs', 'CreateLogGroup', { logGroupName: group })
        .catch(unless('ResourceAlreadyExistsException'));
    }
    const found = await sim.call<{ logGroups?: { logGroupName?: string }[] }>('logs', 'DescribeLogGroups', {
      logGroupNamePrefix: group,
    });
    if (found.logGroups?.some(({ logGroupName }) => logGroupName === group) !== true) {
      throw new LogDriverError(
        'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1',
      );
    }
    return new ContainerLog(sim, group, `${options['awslogs-stream-prefix'] ?? ''}/${container}/${taskId}`);
  }

  write(source: 'stdout' | 'stderr', chunk: string): void {
    const lines = (this.#partial[source] + chunk).split('\n');
    this.#partial[source] = lines.pop() ?? '';
    this.#send(lines);
  }

  /** Resolves once everything, unfinished lines included, is in the stream. */
  async end(): Promise<void> {
    this.#send([this.#partial.stdout, this.#partial.stderr]);
    this.#partial.stdout = '';
    this.#partial.stderr = '';
    await this.#sending;
  }

  #send(lines: readonly string[]): void {
    const timestamp = Math.round(this.#sim.clock.now());
    // The service refuses empty messages, so the driver drops empty lines.
    const logEvents = lines
      .map((line) => line.replace(/\r$/, ''))
      .filter((line) => line !== '')
      .map((message) => ({ timestamp, message }));
    if (logEvents.length === 0) return;
    this.#sending = this.#put(this.#sending, logEvents);
  }

  async #put(earlier: Promise<void>, logEvents: readonly object[]): Promise<void> {
    await earlier;
    const place = { logGroupName: this.#group, logStreamName: this.#stream };
    try {
      if (!this.#created) {
        await this.#sim
          .call('logs', 'CreateLogStream', place)
          .catch(unless('ResourceAlreadyExistsException'));
        this.#created = true;
      }
      for (let start = 0; start < logEvents.length; start += LINES_A_CALL) {
        await this.#sim.call('logs', 'PutLogEvents', {
          ...place,
          logEvents: logEvents.slice(start, start + LINES_A_CALL),
        });
      }
    } catch (error) {
      const text = reasonOf(error);
      this.#sim.log(`lost output of ${this.#stream}: ${text}`);
    }
  }
}

function unless(code: string): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof ApiError && error.code === code)) throw error as Error;
  };
}
