import { lastSegment } from '@cutover/domain/identity/arn';
import { CutoverError } from '@cutover/domain/errors';
import type { TaskState } from '@cutover/domain/task/task';
import type { World } from '../world.ts';
import type { MigrationPlan } from './migration-plan.ts';

/** Last log lines of another container of the task. */
export interface OtherLog {
  readonly name: string;
  readonly text: string;
  /** Whether people may see the lines; the diagnosis reads them in any case. */
  readonly shown: boolean;
}

const LINES = 20;

/**
 * The last lines of the task's other containers, when one of them may be to blame: the command's container never ran, or
 * was killed.
 */
export async function otherLogs(
  plan: MigrationPlan,
  task: TaskState,
  world: World,
): Promise<readonly OtherLog[]> {
  const exitCode = task.containers.find(({ name }) => name === plan.container)?.exitCode;
  if (exitCode !== undefined && exitCode !== 137 && exitCode !== 143) return [];
  const found: OtherLog[] = [];
  for (const { name, log } of plan.others) {
    if (log.kind === 'elsewhere') {
      world.progress.report({ type: 'note', text: `No lines of container ${name}: ${log.why}.` });
      continue;
    }
    try {
      const stream = `${log.prefix}/${name}/${lastSegment(task.arn)}`;
      const lines = await world.aws.logs.tail(log.group, stream, LINES, log.region);
      if (lines.length === 0) continue;
      const text = lines.map((line) => line.text).join('\n');
      const shown = world.showLogs !== 'none';
      if (shown) {
        world.progress.report({
          type: 'document',
          title: `Last lines of container ${name}`,
          language: 'text',
          text,
        });
      }
      found.push({ name, text, shown });
    } catch (error) {
      if (!(error instanceof CutoverError)) throw error;
      world.progress.report({
        type: 'warning',
        what: `The log of container ${name} can't be read: ${error.message}`,
        fix: error.fix,
      });
    }
  }
  return found;
}
