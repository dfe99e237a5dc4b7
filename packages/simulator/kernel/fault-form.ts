import { ApiError } from './api-error.ts';
import type { Fault } from './faults.ts';
import type { Service } from './service.ts';
import { TASK_FAULTS } from './task-fault.ts';

type Members = Readonly<Record<string, unknown>>;

const MATCH = ['service', 'operation', 'resource'];
const MOMENT = ['after', 'skip', 'times'];
const STRIKES = ['error', 'throttle', 'serverError', 'deny', 'staleSeconds', 'latencyMs', 'reset'];
/** Members that each kind of task fault has of its own. */
const OF_TASK: Readonly<Record<string, readonly string[]>> = {
  'image-pull': ['message'],
  capacity: ['message'],
  crash: ['exitCode', 'afterSeconds'],
  'out-of-memory': ['afterSeconds'],
  'slow-start': ['afterSeconds'],
  'health-check': ['status'],
};

/**
 * Reads a fault; one that can never strike is a mistake.
 * @param where `faults[0]`, for messages; empty for the only one
 * @throws ApiError InvalidParameterException that names the member
 */
export function readFault(value: unknown, services: readonly Service[], where = ''): Fault {
  const at = (member: string): string => (where === '' ? member : `${where}.${member}`);
  const fault = members(value, where === '' ? 'a fault' : where);
  const task = fault['task'];
  if (task !== undefined) {
    check(
      TASK_FAULTS.some((kind) => kind === task),
      `${at('task')} must be one of ${TASK_FAULTS.join(', ')}, not ${show(task)}`,
    );
    known(
      fault,
      ['resource', 'task', ...MOMENT, ...(OF_TASK[task as string] ?? [])],
      `a ${task as string} fault`,
      where,
    );
  } else {
    known(fault, [...MATCH, ...MOMENT, ...STRIKES, 'task'], 'a fault', where);
    checkCall(fault, services, at);
    check(
      STRIKES.some((strike) => fault[strike] !== undefined),
      `${where === '' ? 'a fault' : where} needs one of ${STRIKES.join(', ')} or task`,
    );
  }
  if (fault['resource'] !== undefined) nonEmpty(fault['resource'], at('resource'));
  if (fault['after'] !== undefined) {
    const after = members(fault['after'], at('after'));
    known(after, MATCH, 'after', where);
    checkCall(after, services, (member) => `${at('after')}.${member}`);
  }
  whole(fault['skip'], 0, 1_000_000, at('skip'));
  if (fault['times'] !== 'always') whole(fault['times'], 1, 1_000_000, at('times'), ' or "always"');
  checkStrikes(fault, at);
  whole(fault['exitCode'], 0, 255, at('exitCode'));
  whole(fault['status'], 100, 599, at('status'));
  number(fault['afterSeconds'], at('afterSeconds'));
  if (fault['message'] !== undefined) nonEmpty(fault['message'], at('message'));
  return value as Fault;
}

function checkStrikes(fault: Members, at: (member: string) => string): void {
  const { error, throttle, serverError, deny, reset } = fault;
  if (error !== undefined) {
    const answer = members(error, at('error'));
    known(answer, ['code', 'message', 'status'], 'error', '');
    nonEmpty(answer['code'], at('error.code'));
    if (answer['message'] !== undefined)
      check(
        typeof answer['message'] === 'string',
        `${at('error.message')} must be text, not ${show(answer['message'])}`,
      );
    whole(answer['status'], 400, 599, at('error.status'));
  }
  check(throttle === undefined || throttle === true, `${at('throttle')} must be true, not ${show(throttle)}`);
  check(
    serverError === undefined || [500, 502, 503, 504].includes(serverError as number),
    `${at('serverError')} must be 500, 502, 503 or 504, not ${show(serverError)}`,
  );
  check(
    deny === undefined || deny === true || (typeof deny === 'string' && /^[a-z0-9-]+:[A-Za-z]+$/.test(deny)),
    `${at('deny')} must be true or an IAM action such as "iam:PassRole", not ${show(deny)}`,
  );
  check(
    reset === undefined || reset === 'before' || reset === 'after',
    `${at('reset')} must be "before" or "after", not ${show(reset)}`,
  );
  number(fault['staleSeconds'], at('staleSeconds'));
  number(fault['latencyMs'], at('latencyMs'));
  const answers = ['error', 'throttle', 'serverError', 'deny', 'staleSeconds'].filter(
    (member) => fault[member] !== undefined,
  );
  check(
    answers.length < 2,
    `${at(answers[1] ?? '')} and ${answers[0] ?? ''} exclude each other: a call has one answer`,
  );
}

function checkCall(match: Members, services: readonly Service[], at: (member: string) => string): void {
  const { service, operation } = match;
  const chosen = services.filter(({ name }) => service === undefined || name === service);
  check(
    chosen.length > 0,
    `${at('service')}: no service ${show(service)}; there are ${services.map(({ name }) => name).join(', ')}`,
  );
  check(
    operation === undefined ||
      (typeof operation === 'string' &&
        chosen.some(({ operations }) => Object.hasOwn(operations, operation))),
    `${at('operation')}: no operation ${show(operation)} in ${chosen.map(({ name }) => name).join(', ')}`,
  );
}

/** @throws ApiError when the value is not a JSON object */
export function members(value: unknown, name: string): Members {
  check(
    typeof value === 'object' && value !== null && !Array.isArray(value),
    `${name} must be a JSON object, not ${show(value)}`,
  );
  return value as Members;
}

/** @throws ApiError that names the first member nobody knows */
export function known(value: Members, names: readonly string[], what: string, where: string): void {
  const unknown = Object.keys(value).find((member) => !names.includes(member));
  check(
    unknown === undefined,
    `${where === '' ? '' : `${where}: `}${what} has no member '${unknown ?? ''}'; it has ${names.join(', ')}`,
  );
}

/** @throws ApiError */
export function check(holds: boolean, message: string): void {
  if (!holds) throw new ApiError('InvalidParameterException', message);
}

function nonEmpty(value: unknown, name: string): void {
  check(typeof value === 'string' && value !== '', `${name} must be text, not ${show(value)}`);
}

export function whole(value: unknown, least: number, most: number, name: string, or = ''): void {
  check(
    value === undefined ||
      (Number.isInteger(value) && (value as number) >= least && (value as number) <= most),
    `${name} must be a whole number from ${least} to ${most}${or}, not ${show(value)}`,
  );
}

/** @throws ApiError when the value is given and no text */
export function optionalText(value: unknown, name: string): string | undefined {
  if (value !== undefined) nonEmpty(value, name);
  return value as string | undefined;
}

/** A number of seconds or milliseconds. */
function number(value: unknown, name: string): void {
  check(
    value === undefined || (typeof value === 'number' && value >= 0 && value <= 1_000_000_000),
    `${name} must be a number of at least 0, not ${show(value)}`,
  );
}

export function show(value: unknown): string {
  return typeof value === 'string'
    ? `'${value.slice(0, 100)}'`
    : (JSON.stringify(value) ?? 'undefined').slice(0, 100);
}
