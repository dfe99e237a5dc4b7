import type { RunContext } from '@cutover/domain/run-context';

/** The run as GitHub describes it. Loaded late: the toolkit's module costs more than all that comes before it. */
export async function readRunContext(): Promise<RunContext> {
  const { context } = await import('@actions/github');
  // Outside of a workflow, as in a trial on one's own machine, most of it is unknown and stays empty.
  const repository = process.env['GITHUB_REPOSITORY'] ?? 'local/workspace';
  const known = !Number.isNaN(context.runId);
  return {
    repository,
    commit: context.sha ?? '',
    ref: context.ref ?? '',
    runId: known ? String(context.runId) : '',
    runAttempt: Number.isNaN(context.runAttempt) ? '' : String(context.runAttempt),
    job: context.job ?? '',
    ...(context.action ? { step: context.action } : {}),
    runUrl: known ? `${context.serverUrl}/${repository}/actions/runs/${context.runId}` : '',
    actor: context.actor ?? '',
  };
}
