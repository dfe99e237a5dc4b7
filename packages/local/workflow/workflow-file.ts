import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { reasonOf } from '@cutover/domain/text/reason';
import { UsageError } from '../usage-error.ts';

/** Facts about a workflow that act needs before it starts. */
export interface WorkflowFacts {
  /** Events of `on:`, in their order. */
  readonly events: readonly string[];
  /** Labels of `runs-on:`; each runs on this machine. */
  readonly labels: readonly string[];
  /** `owner/name@ref` of every action and reusable workflow that it uses, once each. */
  readonly uses: readonly string[];
  /** Names of `vars.NAME`. */
  readonly vars: readonly string[];
}

/** @throws UsageError when the text is no workflow; `shown` is the path as the user wrote it */
export function readWorkflow(text: string, shown: string): WorkflowFacts {
  let document: unknown;
  try {
    document = parse(text);
  } catch (error) {
    throw new UsageError(`${shown}: ${reasonOf(error).split('\n')[0]}`);
  }
  const { jobs, on } = (document ?? {}) as {
    jobs?: Record<string, { 'runs-on'?: unknown } | null>;
    on?: unknown;
  };
  if (typeof jobs !== 'object' || jobs === null)
    throw new UsageError(`${shown} is no workflow: it has no jobs`);
  const events = typeof on === 'string' ? [on] : Array.isArray(on) ? on.map(String) : Object.keys(on ?? {});
  const labels = Object.values(jobs).flatMap((job) => labelsOf(job?.['runs-on']));
  return {
    events,
    labels: [...new Set(labels)],
    uses: [...new Set(usesOf(text))],
    vars: [...new Set([...text.matchAll(/\bvars\.(\w+)/g)].map(([, name = '']) => name))],
  };
}

function labelsOf(runsOn: unknown): readonly string[] {
  if (typeof runsOn === 'string') return runsOn.includes('${{') ? [] : [runsOn];
  if (Array.isArray(runsOn)) return runsOn.map(String);
  return [];
}

/** `owner/name@ref` of each `uses:`, without the folder inside the repository. */
function usesOf(text: string): readonly string[] {
  return [...text.matchAll(/^[\s-]*uses:\s*["']?([\w.-]+\/[\w.-]+)(?:\/[^@\s"']+)?@([^\s"'#]+)/gm)].map(
    ([, name = '', ref = '']) => `${name}@${ref}`,
  );
}

/** Actions that the reusable workflows of a checkout use. */
export async function usesOfReusable(repository: string): Promise<readonly string[]> {
  const folder = join(repository, '.github/workflows');
  const files = await readdir(folder).catch(() => []);
  const texts = await Promise.all(files.map(async (file) => await readFile(join(folder, file), 'utf8')));
  return texts.flatMap(usesOf);
}
