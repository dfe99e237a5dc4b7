import { setTimeout } from 'node:timers/promises';
import type { ProgressEvent } from '@cutover/domain/progress';
import type { RunContext } from '@cutover/domain/run-context';
import { stageOf } from './deployment-stage.ts';

const PATIENCE_MS = 10_000;
/** How long the end of a run waits for the status that is on its way. */
const LAST_MS = 3000;
/** Deployments of a commit that are looked at, the newest first. */
const LOOKED_AT = 10;
/** GitHub refuses a longer description. */
const DESCRIPTION_LENGTH = 140;
/** States of a deployment whose job runs; one that has ended is another attempt's. */
const OPEN: ReadonlySet<string> = new Set(['in_progress', 'queued', 'pending', 'waiting']);

export interface StatusesOptions {
  readonly run: RunContext;
  /** Name of the action. */
  readonly action: string;
  readonly token: string | undefined;
  /** Name of the job's GitHub environment, where an input tells it. */
  readonly environment: string | undefined;
}

type Octokit = Awaited<ReturnType<typeof connect>>;

/**
 * Tells GitHub's deployment of this job at which stage it is. GitHub makes that deployment itself for a job with an environment,
 * and ends it when the job ends; the statuses between need `permissions: deployments: write`. Nothing here fails a step: a token
 * without that permission, or a job without such a deployment, ends it silently.
 */
export class DeploymentStatuses {
  readonly #options: StatusesOptions;
  readonly #ended = new AbortController();
  #connection: { readonly octokit: Octokit; readonly id: number } | undefined;
  #page: string | undefined;
  #last: string | undefined;
  #next: string | undefined;
  #work: Promise<void> | undefined;

  constructor(options: StatusesOptions) {
    this.#options = options;
    const { run, token = '' } = options;
    // Outside of a workflow there is no run, and an expression instead of a token.
    if (token === '' || token.startsWith('${{') || run.runId === '' || run.commit === '') this.#ended.abort();
  }

  /** Takes an event; a stage that passes while GitHub answers is left out. */
  tell(event: ProgressEvent): void {
    if (this.#ended.signal.aborted) return;
    if (event.type === 'page.known' && event.page === 'application') this.#page = event.url;
    const stage = stageOf(event, this.#options.action);
    if (stage === undefined || stage === this.#last) return;
    this.#last = stage;
    this.#next = stage;
    this.#work ??= this.#send().finally(() => {
      this.#work = undefined;
    });
  }

  /** Waits shortly for the status on its way. @param cancelled whether the job was cancelled, and nothing is waited for */
  async end(cancelled: boolean): Promise<void> {
    const waited = new AbortController();
    const patience = setTimeout(cancelled ? 0 : LAST_MS, undefined, { signal: waited.signal });
    await Promise.race([this.#work, patience.catch(() => undefined)]);
    waited.abort();
    this.#ended.abort();
  }

  async #send(): Promise<void> {
    try {
      this.#connection ??= await this.#find();
      while (this.#connection !== undefined && this.#next !== undefined && !this.#ended.signal.aborted) {
        const { id, octokit } = this.#connection;
        const description = this.#next.slice(0, DESCRIPTION_LENGTH);
        this.#next = undefined;
        await octokit.rest.repos.createDeploymentStatus({
          ...this.#place,
          deployment_id: id,
          state: 'in_progress',
          description,
          log_url: this.#options.run.runUrl,
          ...(this.#page === undefined ? {} : { environment_url: this.#page }),
          request: this.#request,
        });
      }
      if (this.#connection === undefined) this.#ended.abort();
    } catch {
      // The token may not, or GitHub can't be reached: the deployment goes on, and is told in the log.
      this.#ended.abort();
    }
  }

  /** The open deployment that GitHub made for this job; undefined when there is none, or several that can't be told apart. */
  async #find(): Promise<{ readonly octokit: Octokit; readonly id: number } | undefined> {
    const { environment = '', run, token = '' } = this.#options;
    const octokit = await connect(token);
    const { data } = await octokit.rest.repos.listDeployments({
      ...this.#place,
      sha: run.commit,
      ...(environment === '' ? {} : { environment }),
      per_page: LOOKED_AT,
      request: this.#request,
    });
    const open: number[] = [];
    for (const { id } of data) {
      const { data: statuses } = await octokit.rest.repos.listDeploymentStatuses({
        ...this.#place,
        deployment_id: id,
        per_page: 1,
        request: this.#request,
      });
      const [newest] = statuses;
      const ofThisRun = `${newest?.log_url ?? ''}/`.includes(`/actions/runs/${run.runId}/`);
      if (newest !== undefined && ofThisRun && OPEN.has(newest.state)) open.push(id);
    }
    const [id] = open;
    return id === undefined || open.length > 1 ? undefined : { octokit, id };
  }

  get #place(): { readonly owner: string; readonly repo: string } {
    const [owner = '', repo = ''] = this.#options.run.repository.split('/');
    return { owner, repo };
  }

  get #request(): { readonly signal: AbortSignal } {
    return { signal: AbortSignal.any([this.#ended.signal, AbortSignal.timeout(PATIENCE_MS)]) };
  }
}

async function connect(token: string) {
  // Octokit is large, and seldom wanted.
  const { getOctokit } = await import('@actions/github');
  return getOctokit(token);
}
