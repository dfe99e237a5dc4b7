import type { Finding } from './finding.ts';

/** Where a wrong value stands. Lines and columns count from 1. */
export interface Place {
  /** Input name (`task-definition`) or a path relative to the workspace. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** `app/task.json:3:12`, or the file alone when there is no position. */
export function formatPlace(place: Place): string {
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

interface Problem {
  /** What is wrong, as one sentence that names input and value. */
  readonly message: string;
  /** What to do, as one sentence. */
  readonly remedy: string;
  readonly place?: Place;
}

/** The base of both error families; matched by class, never by message text. */
export abstract class CutoverError extends Error {
  readonly remedy: string;
  readonly findings: readonly Finding[];
  /** Page of the AWS console that shows the resource. */
  readonly link: string | undefined;

  constructor(
    message: string,
    remedy: string,
    options: ErrorOptions & { findings?: readonly Finding[]; link?: string } = {},
  ) {
    super(message, options);
    this.remedy = remedy;
    this.findings = options.findings ?? [];
    this.link = options.link;
  }
}

/** Yours to fix: an input, the workflow, a file or a permission. Holds all problems found at once. */
export class ConfigurationError extends CutoverError {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly Problem[];

  constructor(
    problems: Problem | readonly Problem[],
    options: ErrorOptions & { findings?: readonly Finding[]; link?: string } = {},
  ) {
    const all = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    super(
      all
        .map(({ message, place }) => (place === undefined ? message : `${formatPlace(place)}: ${message}`))
        .join('\n'),
      all.map(({ remedy }) => remedy).join('\n'),
      options,
    );
    this.problems = all;
  }
}

/** IAM refused a call; the remedy holds the statement to add. What only informs may go on without the call. */
export class AccessDeniedError extends ConfigurationError {
  /** The IAM action that is missing: `ecs:TagResource`. */
  readonly action: string;

  constructor(action: string, problem: Problem, options: ErrorOptions = {}) {
    super(problem, options);
    this.action = action;
  }
}

/** The AWS credentials ended while they were needed. What AWS was told to do goes on without us. */
export class ExpiredCredentialsError extends ConfigurationError {
  constructor(action: string, cause: Error) {
    super(
      {
        message: `${action} failed: the AWS credentials of this job have expired (${cause.message}).`,
        remedy:
          'Give the step role-to-assume: and the job permissions: id-token: write, and it renews its credentials itself; or raise role-duration-seconds of aws-actions/configure-aws-credentials, and with it the MaxSessionDuration of the role.',
      },
      { cause },
    );
  }
}

/** AWS refused or failed a call for a reason that no input explains. */
export class AwsCallError extends CutoverError {
  override readonly name = 'AwsCallError';
  /** IAM service prefix and operation: `ecs:RunTask`. */
  readonly action: string;
  /** The service's error code: `ClusterNotFoundException`. */
  readonly code: string;
  readonly requestId: string | undefined;
  /** The network, the service's own trouble or throttling: the same call may succeed a little later. */
  readonly transient: boolean;

  constructor(
    details: {
      action: string;
      code: string;
      requestId?: string;
      message: string;
      remedy: string;
      transient?: boolean;
    },
    options: ErrorOptions & { findings?: readonly Finding[]; link?: string } = {},
  ) {
    super(`${details.action} failed: ${details.code}: ${details.message}`, details.remedy, options);
    this.action = details.action;
    this.code = details.code;
    this.requestId = details.requestId;
    this.transient = details.transient ?? false;
  }
}

/** A command on the runner (docker, buildx) ended with a failure. */
export class CommandError extends CutoverError {
  override readonly name = 'CommandError';
  readonly exitCode: number;

  constructor(
    message: string,
    remedy: string,
    exitCode: number,
    options: ErrorOptions & { findings?: readonly Finding[] } = {},
  ) {
    super(message, remedy, options);
    this.exitCode = exitCode;
  }
}

/** The job was cancelled; carries no blame. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}
