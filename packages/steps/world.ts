import type { Aws } from '@cutover/aws/aws';
import type { Commands } from '@cutover/docker/commands';
import type { Docker } from '@cutover/docker/docker';
import type { Ancestry } from '@cutover/domain/ancestry';
import type { Clock } from '@cutover/domain/clock';
import type { Files } from '@cutover/domain/files';
import type { Progress } from '@cutover/domain/progress';
import type { ProxySettings } from '@cutover/domain/proxy';
import type { RunContext } from '@cutover/domain/run-context';
import type { ShowLogs } from '@cutover/domain/inputs/show-logs';

/** Everything outside a step: the edges, time, files and the way to say what happens. */
export interface World {
  readonly aws: Aws;
  readonly docker: Docker;
  /** The user's own commands on the runner. */
  readonly commands: Commands;
  /** The proxy by which the runner reaches the Internet, where there is one. */
  readonly proxy?: ProxySettings;
  readonly clock: Clock;
  readonly files: Files;
  readonly progress: Progress;
  readonly run: RunContext;
  /** Aborted on SIGINT and SIGTERM, with a `CancelledError`; the step then makes production safe and returns `cancelled`. */
  readonly signal: AbortSignal;
  /** Keeps a value for the `post:` step, which runs even when this process is killed. Written at once. */
  remember(key: string, value: string): void;
  /** Text of a CloudFormation template that lies beside the action. */
  readonly bundledTemplate?: (file: 'template.json' | 'service.yml') => Promise<string>;
  /**
   * How a commit stands to another one of the repository, as GitHub knows it. Never rejects but on abort: what can't be
   * known is said so.
   * @param token that may read the repository's contents
   */
  ancestry(base: string, head: string, token: string | undefined): Promise<Ancestry>;
  /** Subject of the run's identity token; undefined when the job may have none. Never rejects. */
  readonly subject?: () => Promise<string | undefined>;
  /** Masks a value in every log line from now on. */
  mask(secret: string): void;
  /** Hides a value in everything that this action writes; meant for values that other steps may print. */
  hide(secret: string): void;
  /** How much of the output of containers, builds and commands may leave. */
  readonly showLogs: ShowLogs;
}
