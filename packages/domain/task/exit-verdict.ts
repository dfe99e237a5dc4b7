import type { TaskContainer, TaskState } from './task.ts';

/** How the one container that matters ended. */
export type ExitVerdict =
  | { readonly kind: 'succeeded'; readonly exitCode: 0; readonly sentence: string }
  | { readonly kind: 'failed'; readonly exitCode: number; readonly sentence: string }
  /** It never ran. */
  | { readonly kind: 'notStarted'; readonly sentence: string }
  /** Somebody or something stopped the task, so even exit code 0 does not say that the work was done. */
  | { readonly kind: 'interrupted'; readonly exitCode: number | undefined; readonly sentence: string };

/** Stop codes that come from outside the containers. */
const INTERRUPTIONS: Readonly<Record<string, string>> = {
  UserInitiated: 'somebody stopped the task',
  ServiceSchedulerInitiated: 'the service scheduler stopped the task',
  SpotInterruption: 'AWS took the Spot capacity back',
  TerminationNotice: 'the instance under the task was terminated',
  InfrastructureHealth: 'AWS replaced unhealthy infrastructure',
};

const EXIT_CODES: Readonly<Record<number, string>> = {
  126: 'the program is not executable',
  127: 'the program was not found in the image',
  134: 'aborted, SIGABRT',
  137: 'killed, SIGKILL: often out of memory',
  139: 'segmentation fault, SIGSEGV',
  143: 'terminated, SIGTERM',
  255: 'the program failed, or the image is for another CPU architecture',
};

/**
 * The verdict on a stopped task is the exit code of the named container and nothing else: sidecars that were killed
 * afterwards don't matter. A missing exit code is never success.
 */
export function exitVerdict(task: TaskState, containerName: string): ExitVerdict {
  const container = task.containers.find(({ name }) => name === containerName);
  if (container === undefined) {
    return {
      kind: 'notStarted',
      sentence: withReasons(
        `The task has no container ${containerName}${task.containers.length === 0 ? '' : `, only ${task.containers.map(({ name }) => name).join(', ')}`}`,
        task,
      ),
    };
  }
  const { exitCode } = container;
  if (exitCode === undefined) {
    return {
      kind: 'notStarted',
      sentence: withReasons(`Container ${containerName} never ran (no exit code)`, task, container),
    };
  }
  const interruption = INTERRUPTIONS[task.stopCode ?? ''];
  if (interruption !== undefined) {
    return {
      kind: 'interrupted',
      exitCode,
      sentence: withReasons(
        `Container ${containerName} ended with exit code ${exitCode} because ${interruption}`,
        task,
        container,
      ),
    };
  }
  if (task.stopCode === 'TaskFailedToStart') {
    return {
      kind: 'notStarted',
      sentence: withReasons(`The task failed to start (exit code ${exitCode})`, task, container),
    };
  }
  if (exitCode === 0) {
    return { kind: 'succeeded', exitCode, sentence: `Container ${containerName} ended with exit code 0.` };
  }
  const known = EXIT_CODES[exitCode];
  const culprit = exitCode === 137 || exitCode === 143 ? otherThatFailed(task, containerName) : undefined;
  return {
    kind: 'failed',
    exitCode,
    sentence:
      culprit === undefined
        ? withReasons(
            `Container ${containerName} ended with exit code ${exitCode}${known === undefined ? '' : ` (${known})`}`,
            { ...task, ...(isPlainExit(task) ? { stoppedReason: '' } : {}) },
            container,
          )
        : `Container ${containerName} was killed (exit code ${exitCode}) because container ${culprit.name} ended with exit code ${culprit.exitCode ?? 'none'}.`,
  };
}

/** An essential container that ended by itself takes all others with it. */
function otherThatFailed(task: TaskState, containerName: string): TaskContainer | undefined {
  return task.containers.find(
    ({ name, exitCode }) =>
      name !== containerName && exitCode !== undefined && ![0, 137, 143].includes(exitCode),
  );
}

function isPlainExit(task: TaskState): boolean {
  return task.stopCode === 'EssentialContainerExited';
}

function withReasons(text: string, task: TaskState, container?: TaskContainer): string {
  const others = container === undefined ? [] : task.containers.filter((one) => one !== container);
  const reasons = [
    task.stopCode,
    task.stoppedReason,
    container?.reason,
    ...(container?.exitCode === undefined ? others.map(troubleOf) : []),
  ].filter((reason, index, all) => reason !== undefined && reason !== '' && all.indexOf(reason) === index);
  const shown = isPlainExit(task) ? reasons.filter((reason) => reason !== task.stopCode) : reasons;
  return shown.length === 0 ? `${text}.` : `${text}: ${shown.join(' - ').replace(/\.$/, '')}.`;
}

/** End of another container in words; empty when it ended well, was killed afterwards or never ran either. */
function troubleOf({ name, exitCode, reason }: TaskContainer): string | undefined {
  const failed = exitCode !== undefined && ![0, 137, 143].includes(exitCode);
  if (failed) return `${name} ended with exit code ${exitCode}${reason === undefined ? '' : `: ${reason}`}`;
  return reason === undefined || reason === '' ? undefined : `${name}: ${reason}`;
}
