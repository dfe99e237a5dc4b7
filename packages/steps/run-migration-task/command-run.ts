import type { TaskState } from '@cutover/domain/task/task';
import type { ContainerLog } from './container-log.ts';
import type { OtherLog } from './other-containers.ts';

/** One command and how it went. */
export interface CommandRun {
  /** Undefined for the image's own. */
  readonly command: string | undefined;
  readonly task: TaskState;
  readonly log: ContainerLog;
  /** Of the task's other containers, where one of them may be to blame. */
  readonly others: readonly OtherLog[];
  readonly seconds: number;
  readonly link: string;
}
