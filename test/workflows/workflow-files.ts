import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
export interface Job {
  readonly uses?: string;
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
