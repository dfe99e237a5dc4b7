import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { AwsCallError } from '@cutover/domain/errors';
import { call } from './client/call.ts';
import type { ClientOptions } from './client/options.ts';
import { Pages } from './client/pages.ts';

export interface LogLine {
  /** Epoch milliseconds. */
  readonly timestamp: number;
  readonly text: string;
}

/** A stream of a log group; `region` when it is not the client's own. */
export interface LogStream {
  readonly group: string;
  readonly stream: string;
  readonly region?: string;
}

export interface LogPage {
  readonly lines: readonly LogLine[];
  /** Where to read on. The end is reached when it equals the token that was sent; later it may give more. */
  readonly token: string | undefined;
}

/** CloudWatch Logs. */
export class Logs {
  readonly #options: ClientOptions;
  readonly #clients = new Map<string, CloudWatchLogsClient>();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /**
   * The page behind `token`, or the oldest. A page may be empty before the end.
   * @returns undefined when the group or the stream does not exist (yet)
   */
  async page(source: LogStream, token?: string): Promise<LogPage | undefined> {
    return await this.#read(source, {
      startFromHead: true,
      ...(token === undefined ? {} : { nextToken: token }),
    });
  }

  /** The last `count` lines, oldest first; empty when the stream does not exist. */
  async tail(group: string, stream: string, count: number, region?: string): Promise<readonly LogLine[]> {
    const source = { group, stream, ...(region === undefined ? {} : { region }) };
    let lines: readonly LogLine[] = [];
    const pages = new Pages('logs:GetLogEvents');
    // A page may be empty or short before the beginning is reached.
    for (;;) {
      const page = await this.#read(source, {
        startFromHead: false,
        limit: Math.min(count, 10_000),
        ...(pages.token === undefined ? {} : { nextToken: pages.token }),
      });
      if (page === undefined) return lines;
      lines = [...page.lines, ...lines].slice(-count);
      // At the beginning the service gives the token that it was given.
      if (lines.length >= count || page.back === pages.token) return lines;
      pages.came(page.back);
      if (!pages.more()) return lines;
    }
  }

  async #read(
    { group, stream, region = this.#options.region }: LogStream,
    options: { startFromHead: boolean; nextToken?: string; limit?: number },
  ): Promise<(LogPage & { readonly back: string | undefined }) | undefined> {
    const { CloudWatchLogsClient, GetLogEventsCommand } = await import('./sdk/logs.ts');
    const client = this.#clients.get(region) ?? new CloudWatchLogsClient({ ...this.#options, region });
    this.#clients.set(region, client);
    try {
      const {
        events = [],
        nextForwardToken,
        nextBackwardToken,
      } = await call(this.#options, 'logs:GetLogEvents', () =>
        client.send(new GetLogEventsCommand({ logGroupName: group, logStreamName: stream, ...options })),
      );
      return {
        lines: events.map(({ timestamp = 0, message = '' }) => ({ timestamp, text: message })),
        token: nextForwardToken,
        back: nextBackwardToken,
      };
    } catch (error) {
      if (error instanceof AwsCallError && error.code === 'ResourceNotFoundException') return undefined;
      throw error;
    }
  }
}
