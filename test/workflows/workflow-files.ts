import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}
export interface Concurrency {
  readonly group: string;
  readonly 'cancel-in-progress'?: unknown;
  readonly queue?: string;
}
export interface Job {
  readonly uses?: string;
  readonly if?: string;
  readonly environment?: string | { readonly name: string; readonly deployment?: boolean };
  readonly concurrency?: Concurrency;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly steps?: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
}
interface Declared {
  readonly required?: boolean;
  readonly default?: unknown;
}
export interface Workflow {
  readonly permissions?: unknown;
  readonly concurrency?: Concurrency;
  readonly on: Readonly<Record<string, { readonly inputs?: Readonly<Record<string, Declared>> } | null>>;
  readonly jobs: Readonly<Record<string, Job>>;
}
export interface WorkflowFile {
  /** Relative to the root. */
  readonly path: string;
  readonly text: string;
  readonly workflow: Workflow;
}
/** What an action or a reusable workflow declares. */
export interface Contract {
  readonly inputs: Readonly<Record<string, Declared>>;
  readonly outputs: readonly string[];
}

/** Contracts of actions of others, each at a commit; outputs only of those whose outputs an example reads. */
const OTHERS = JSON.parse(
  readFileSync(new URL('../contracts/other-actions.json', import.meta.url), 'utf8'),
) as Record<string, { readonly outputs?: readonly string[] }>;

/** Outputs of what `uses` names: one of ours, or an action of others whose outputs are known. */
export function outputsOf(uses: string): readonly string[] | undefined {
  return contractOf(uses)?.outputs ?? OTHERS[uses.replace(/@.*/s, '')]?.outputs;
}

function read(path: string): WorkflowFile {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text, workflow: parse(text) as Workflow };
}

/** Workflows of this repository and examples for users. */
export const workflowFiles: readonly WorkflowFile[] = ['.github/workflows', 'workflows-examples'].flatMap(
  (folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.yml'))
      .toSorted()
      .map((name) => read(`${folder}/${name}`)),
);

/** What is behind `uses`, when that is one of ours: `OWNER/cutover/…@v1`, or `./.cutover/…` in a called workflow. */
export function contractOf(uses: string): Contract | undefined {
  const [, path] = /^(?:OWNER\/cutover|\.\/\.cutover)((?:\/[^@]+)?)(?:@v1)?$/.exec(uses) ?? [];
  if (path === undefined) return undefined;
  if (path.endsWith('.yml')) {
    const call = read(path.slice(1)).workflow.on['workflow_call'];
    return { inputs: call?.inputs ?? {}, outputs: [] };
  }
  const action = parse(readFileSync(join(root, path, 'action.yml'), 'utf8')) as {
    inputs?: Record<string, Declared>;
    outputs?: Record<string, unknown>;
  };
  return { inputs: action.inputs ?? {}, outputs: Object.keys(action.outputs ?? {}) };
}
