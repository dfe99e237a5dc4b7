import { readFile } from 'node:fs/promises';
import { RunnerLog } from '@cutover/local/runner-log';
import { startAction, type ActionResult } from '@cutover/runner/run-action';
import type { Screen } from './screen.ts';

/** Events of an action while it runs. */
export interface Listener {
  /** A stage of the pipeline begins. */
  stage?(name: string): void;
  /** The new version gets this share of the traffic from now on. */
  shift?(percent: number): void;
  /** A container wrote a line. */
  container?(text: string): void;
}

/** How a run of an action ended, as its report tells. */
export interface Ended {
  readonly result: ActionResult;
  readonly headline: string;
  readonly cause: { readonly evidence: readonly string[]; readonly fix: string } | undefined;
}

export interface Job {
  readonly repository: string;
  readonly workspace: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly event: object;
  readonly verbose: boolean;
}

/** Pages of an account that is none of AWS's: nobody can open them. */
export function leads(address: string): boolean {
  const { host } = new URL(address);
  return !/(^|\.)console\.aws\./.test(host) && host !== 'github.com';
}

/** Runs an action with its `post:`, as a job does, and listens to what it prints. */
export async function act(job: Job, screen: Screen, listener: Listener): Promise<Ended> {
  const { env, event, inputs, name, repository, verbose, workspace } = job;
  const log = new RunnerLog(false);
  const { done } = await startAction(name, {
    repository,
    workspace,
    inputs,
    event,
    env,
    fromSource: process.env['CUTOVER_SOURCE'] === '1',
    onLine: (line) => {
      tellListener(line, listener);
      if (!verbose || / [A-Z]+_IN_PROGRESS AWS::/.test(line)) return;
      for (const { kind, text } of log.read(line)) {
        const shown = text.replace(/:? https?:\/\/\S*console\.aws\.\S*/g, '');
        const mark = kind === 'group' ? '▸ ' : '';
        screen.line(
          `        ${screen.paint('dim', '│')} ${mark}${kind === 'error' ? screen.paint('red', shown) : kind === 'warning' ? screen.paint('yellow', shown) : shown}`,
        );
      }
    },
  });
  const result = await done;
  const { outcome } = JSON.parse(await readFile(result.outputs['report'] ?? '', 'utf8')) as {
    outcome: { headline: string; findings?: readonly { evidence: readonly string[]; fix: string }[] };
  };
  await result.post();
  await result.dispose();
  return { result, headline: outcome.headline, cause: outcome.findings?.[0] };
}

function tellListener(line: string, listener: Listener): void {
  const [, text = ''] = /^\d\d:\d\d {2}(.*)$/.exec(line) ?? [];
  const [, stage] = /^▶ ([\w-]+)$/.exec(text) ?? [];
  if (stage !== undefined) listener.stage?.(stage);
  const [, percent] = /^Traffic: (\d+) %/.exec(text) ?? [];
  if (percent !== undefined) listener.shift?.(Number(percent));
  const [, words] = /^\S+ \| (.*)$/.exec(text) ?? [];
  if (words !== undefined) listener.container?.(words);
}
