import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Git's facts about the folder that an action works in. */
export interface Checkout {
  /** 40 hexadecimal digits. */
  readonly commit: string;
  /** First line of the commit's message. */
  readonly title: string;
  /** `refs/heads/main`; empty on a detached HEAD. */
  readonly ref: string;
  /** `owner/name` and the server, when `origin` is on a host like GitHub's. */
  readonly origin: { readonly server: string; readonly repository: string } | undefined;
}

/** Undefined when the folder is in no checkout with a commit, or git is missing. */
export async function readCheckout(folder: string): Promise<Checkout | undefined> {
  const git = async (...args: readonly string[]): Promise<string | undefined> => {
    try {
      const { stdout } = await promisify(execFile)('git', ['-C', folder, ...args]);
      return stdout.trim();
    } catch {
      return undefined;
    }
  };
  const commit = await git('rev-parse', 'HEAD');
  if (commit === undefined) return undefined;
  return {
    commit,
    title: (await git('log', '-1', '--format=%s')) ?? '',
    ref: (await git('symbolic-ref', '--quiet', 'HEAD')) ?? '',
    origin: originOf((await git('config', '--get', 'remote.origin.url')) ?? ''),
  };
}

/** `owner/name` of a remote's address, `git@host:owner/name.git` or `https://host/owner/name`. */
export function originOf(remote: string): Checkout['origin'] {
  const [, host, repository] =
    /^(?:https?:\/\/(?:[^@/]*@)?|ssh:\/\/(?:[^@/]*@)?|[^@/\s]+@)([\w.-]+)(?::\d+)?[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      remote,
    ) ?? [];
  return host === undefined || repository === undefined
    ? undefined
    : { server: `https://${host}`, repository };
}

/** The variables and the event by which GitHub's runner would tell an action about the checkout. */
export function runnerContext(checkout: Checkout | undefined): {
  readonly env: Record<string, string>;
  readonly event: object;
} {
  // There is no run on GitHub: what belongs to one stays empty, so that nothing links to it.
  const env = {
    GITHUB_REPOSITORY: checkout?.origin?.repository ?? '',
    GITHUB_SERVER_URL: checkout?.origin?.server ?? 'https://github.com',
    GITHUB_SHA: checkout?.commit ?? '',
    GITHUB_REF: checkout?.ref ?? '',
    GITHUB_RUN_ID: '',
    GITHUB_RUN_NUMBER: '',
    GITHUB_RUN_ATTEMPT: '',
    GITHUB_JOB: 'local',
    GITHUB_WORKFLOW: 'local',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_ACTOR: '',
  };
  return {
    env,
    event: checkout === undefined ? {} : { head_commit: { id: checkout.commit, message: checkout.title } },
  };
}

/** The topmost folder of the checkout that a folder lies in. */
export async function checkoutRoot(folder: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['-C', folder, 'rev-parse', '--show-toplevel']);
    return stdout.trim();
  } catch {
    return undefined;
  }
}
