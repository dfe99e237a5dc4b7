import { readFileSync } from 'node:fs';
import type { RunContext } from '@cutover/domain/run-context';

/**
 * The run as GitHub describes it in the environment (GitHub documentation, "Variables reference"). The toolkit's own context
 * would load its HTTP client as well. Outside of a workflow, as in a trial on one's own machine, most of it stays empty.
 */
export function readRunContext(env: NodeJS.ProcessEnv = process.env): RunContext {
  const repository = env['GITHUB_REPOSITORY'] || 'local/workspace';
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com';
  const runId = count(env['GITHUB_RUN_ID']);
  const {
    GITHUB_REPOSITORY_ID: repositoryId,
    GITHUB_REPOSITORY_OWNER_ID: ownerId,
    GITHUB_ACTION: step,
  } = env;
  return {
    repository,
    ...(repositoryId ? { repositoryId } : {}),
    ...(ownerId ? { ownerId } : {}),
    commit: env['GITHUB_SHA'] ?? '',
    ref: env['GITHUB_REF'] ?? '',
    runId,
    runAttempt: count(env['GITHUB_RUN_ATTEMPT']),
    job: env['GITHUB_JOB'] ?? '',
    ...(step ? { step } : {}),
    runUrl: runId === '' ? '' : `${server}/${repository}/actions/runs/${runId}`,
    actor: env['GITHUB_ACTOR'] ?? '',
    ...(env['GITHUB_REPOSITORY'] ? { repositoryUrl: `${server}/${repository}` } : {}),
    ...titleOf(env),
  };
}

/** The number in a variable; empty when there is none. */
function count(text = ''): string {
  return /^\d+/.exec(text)?.[0] ?? '';
}

/** The title of the run's commit; the event of a push tells it of the newest commit. */
function titleOf({ GITHUB_EVENT_PATH: path, GITHUB_SHA: sha }: NodeJS.ProcessEnv): {
  readonly commitTitle?: string;
} {
  if (!path) return {};
  try {
    const { head_commit: commit } = JSON.parse(readFileSync(path, 'utf8')) as {
      head_commit?: { id?: unknown; message?: unknown } | null;
    };
    if (commit?.id !== sha || typeof commit?.message !== 'string') return {};
    const [title = ''] = commit.message.split('\n');
    return title === '' ? {} : { commitTitle: title };
  } catch {
    // A file that can't be read tells no title.
    return {};
  }
}
