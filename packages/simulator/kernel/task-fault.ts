/** Faults of a task apart from its own program. */
export const TASK_FAULTS = [
  'image-pull',
  'secrets',
  'capacity',
  'crash',
  'out-of-memory',
  'slow-start',
  'health-check',
] as const;

export type TaskFaultKind = (typeof TASK_FAULTS)[number];

/** Members of a task fault beside its match and moment. */
export interface TaskFault {
  readonly kind: TaskFaultKind;
  /** crash: the exit code; default 1. */
  readonly exitCode?: number;
  /** crash, out-of-memory: AWS seconds from RUNNING to the end, default 0; slow-start: until the task answers, default 60. */
  readonly afterSeconds?: number;
  /** health-check: the status that the load balancer's check is answered with; default 503. */
  readonly status?: number;
  /** image-pull: the text of the failure; capacity: the reason that RunTask gives. */
  readonly message?: string;
}
