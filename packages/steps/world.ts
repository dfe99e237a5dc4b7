import type { Aws } from '@cutover/aws/aws';
import type { Docker } from '@cutover/docker/docker';
import type { Clock } from '@cutover/domain/clock';
import type { Files } from '@cutover/domain/files';
import type { Progress } from '@cutover/domain/progress';
import type { RunContext } from '@cutover/domain/run-context';

/** Everything outside a step: the edges, time, files and the way to say what happens. */
export interface World {
  readonly aws: Aws;
  readonly docker: Docker;
  readonly clock: Clock;
  readonly files: Files;
  readonly progress: Progress;
  readonly run: RunContext;
  /** Aborted on SIGINT and SIGTERM, with a `CancelledError`; the step then makes production safe and returns `cancelled`. */
  readonly signal: AbortSignal;
  /** Keeps a value for the `post:` step, which runs even when this process is killed. Written at once. */
  remember(key: string, value: string): void;
  /** The CloudFormation template that lies beside the action. */
  readonly bundledTemplate?: () => Promise<string>;
  /** Masks a value in every log line from now on. */
  mask(secret: string): void;
}
