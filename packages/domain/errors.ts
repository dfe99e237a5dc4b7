import type { Finding } from './finding.ts';
import { formatPlace, type Place } from './text/place.ts';
import type { Trouble } from './trouble.ts';

export { formatPlace, type Place };

/** One wrong input, file or permission. `what` names the input and the value; each is one sentence. */
export type Problem = Trouble;

/** The base of both error families; matched by class, never by message text. */
export abstract class CutoverError extends Error {
  readonly fix: string;
  readonly findings: readonly Finding[];
  /** Page of the AWS console that shows the resource. */
  readonly link: string | undefined;

  constructor(
    message: string,
    fix: string,
    options: ErrorOptions & { findings?: readonly Finding[]; link?: string } = {},
  ) {
    super(message, options);
    this.fix = fix;
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
        .map(({ what, place }) => (place === undefined ? what : `${formatPlace(place)}: ${what}`))
        .join('\n'),
      all.map(({ fix }) => fix).join('\n'),
      options,
    );
    this.problems = all;
  }
}

/** IAM refused a call; the fix holds the statement to add. What only informs may go on without the call. */
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
        what: `${action} failed: the AWS credentials of this job have expired (${cause.message}).`,
        fix: 'Give the step role-to-assume: and the job permissions: id-token: write, and it renews its credentials itself; or raise role-duration-seconds of aws-actions/configure-aws-credentials, and with it the MaxSessionDuration of the role.',
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
      what: string;
      fix: string;
      transient?: boolean;
    },
    options: ErrorOptions & { findings?: readonly Finding[]; link?: string } = {},
  ) {
    super(`${details.action} failed: ${details.code}: ${details.what}`, details.fix, options);
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
    fix: string,
    exitCode: number,
    options: ErrorOptions & { findings?: readonly Finding[] } = {},
  ) {
    super(message, fix, options);
    this.exitCode = exitCode;
  }
}

/** The job was cancelled; carries no blame. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}
