import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputSchema } from '@cutover/domain/inputs/input';
import { parse } from 'yaml';
import { ROOT } from './sources.ts';

export interface ActionFile {
  readonly name: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default?: string; readonly required?: boolean }>
  >;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: {
    readonly using: string;
    readonly main: string;
    readonly post?: string;
    readonly 'post-if'?: string;
  };
}

/** What a contract needs to know of a step. */
export interface DeclaredStep {
  readonly name: string;
  readonly inputs: InputSchema;
  readonly outputs: Readonly<Record<string, string>>;
  readonly post?: unknown;
}

/** Folder names; each is the name of a step too. */
export const ACTIONS: readonly string[] = readdirSync(join(ROOT, 'actions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['lib', 'node_modules'].includes(entry.name))
  .map(({ name }) => name)
  .toSorted();

/** Path of an action's contract; the root action runs the pipeline. */
export function actionPath(name: string): string {
  return name === 'pipeline' ? 'action.yml' : `actions/${name}/action.yml`;
}

export function readAction(name: string): ActionFile {
  return parse(readFileSync(join(ROOT, actionPath(name)), 'utf8')) as ActionFile;
}

export async function loadStep(name: string): Promise<DeclaredStep> {
  const { step } = (await import(`../../actions/${name}/main.ts`)) as { step: DeclaredStep };
  return step;
}
