import { known, members, optionalText, show, whole } from '../kernel/fault-form.ts';
import type { Controls } from '../kernel/service.ts';
import { ApiError } from '../kernel/api-error.ts';
import type { Ecs } from './ecs.ts';

const TASK_SETS = ['replacement', 'primary', 'all'] as const;

interface Kill {
  readonly cluster: string | undefined;
  /** Absent: every task of the cluster. */
  readonly service: string | undefined;
  /** `replacement`: the task sets that are not PRIMARY. */
  readonly taskSet: (typeof TASK_SETS)[number];
  /** Reported in place of 137. */
  readonly exitCode: number | undefined;
}

/** Controls for tests: crash tasks, answer for Lambda functions and set secrets. */
export function controls(ecs: Ecs): Controls {
  return {
    'POST /_simulator/tasks/kill': (input) => kill(ecs, readKill(input)),
    'POST /_simulator/functions': (input) => answerFor(ecs, members(input, 'the body')),
    'POST /_simulator/secrets': (input) => {
      for (const [name, value] of Object.entries(members(input, 'the body'))) {
        ecs.sim.secrets.set(name, typeof value === 'string' ? value : JSON.stringify(value));
      }
      return { secrets: [...ecs.sim.secrets.keys()] };
    },
  };
}

/** Gives a Lambda function the URL that answers for it; the simulator calls nothing but this machine. */
function answerFor(ecs: Ecs, body: Readonly<Record<string, unknown>>): object {
  known(body, ['arn', 'url'], 'the body', '');
  const { arn, url } = body;
  if (typeof arn !== 'string' || !/^arn:[\w-]+:lambda:/.test(arn))
    throw new ApiError('InvalidParameterException', `arn must be the ARN of a function, not ${show(arn)}`);
  const parsed = typeof url === 'string' && URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 'http:' || !['127.0.0.1', 'localhost', '[::1]'].includes(parsed.hostname)) {
    throw new ApiError(
      'InvalidParameterException',
      `url must be http:// at 127.0.0.1, localhost or [::1], not ${show(url)}`,
    );
  }
  ecs.functions.set(arn, parsed.href);
  return { functions: Object.fromEntries(ecs.functions) };
}

function readKill(input: unknown): Kill {
  const body = members(input, 'the body');
  known(body, ['cluster', 'service', 'taskSet', 'exitCode'], 'the body', '');
  const { taskSet = 'all', exitCode } = body;
  const which = TASK_SETS.find((one) => one === taskSet);
  if (which === undefined) {
    throw new ApiError(
      'InvalidParameterException',
      `taskSet must be replacement, primary or all, not ${show(taskSet)}`,
    );
  }
  whole(exitCode, 0, 255, 'exitCode');
  return {
    cluster: optionalText(body['cluster'], 'cluster'),
    service: optionalText(body['service'], 'service'),
    taskSet: which,
    exitCode: exitCode as number | undefined,
  };
}

function kill(ecs: Ecs, { cluster, service: name, taskSet: which, exitCode }: Kill): object {
  const found = ecs.cluster(cluster);
  const service = name === undefined ? undefined : ecs.service(found, name);
  const killed: string[] = [];
  for (const task of found.tasks.values()) {
    if (service !== undefined && task.taskSet?.service !== service) continue;
    const primary = task.taskSet?.status === 'PRIMARY';
    if (which !== 'all' && (task.taskSet === undefined || primary !== (which === 'primary'))) continue;
    if (task.run.crash(exitCode) > 0) killed.push(task.shape.taskArn ?? '');
  }
  return { killed };
}
