import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ACTIONS, readAction } from './actions.ts';
import { ROOT } from './sources.ts';

interface Documents {
  readonly documents: () => string[];
  readonly languageOf: (path: string) => 'en' | 'ja';
  readonly render: (text: string, language: 'en' | 'ja') => string;
  readonly renderWorkflow: (text: string) => string;
}

const { documents, languageOf, render, renderWorkflow } = (await import(
  new URL('../../packages/build/docs.mjs', import.meta.url).href
)) as Documents;

describe('documents', () => {
  test.each(documents())('%s is up to date', (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    expect(render(text, languageOf(path))).toBe(text);
  });

  test.each(['README.md', 'README.ja.md'])('%s links the page of every action', (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    expect(ACTIONS.filter((name) => !text.includes(`](actions/${name}/README.md)`))).toEqual([]);
  });

  test.each(['README.md', 'README.ja.md'])('%s has at most 15 kB of characters', (path) => {
    expect(readFileSync(join(ROOT, path), 'utf8').length).toBeLessThanOrEqual(15_000);
  });

  test.each(ACTIONS)('%s has a page of its own, with every input and output', (name) => {
    const text = readFileSync(join(ROOT, 'actions', name, 'README.md'), 'utf8');
    const { inputs, outputs } = readAction(name);
    expect(text).toContain(`uses: OWNER/cutover${name === 'pipeline' ? '' : `/actions/${name}`}@v1`);
    const rows = [...Object.keys(inputs), ...Object.keys(outputs)];
    expect(rows.filter((row) => !text.includes(`| \`${row}\` |`))).toEqual([]);
    expect(text).toContain(`<!-- inputs:${name} -->`);
    expect(text).toContain(`<!-- outputs:${name} -->`);
  });
});

describe('reusable workflows', () => {
  test.each([
    ['deploy.yml', 'pipeline'],
    ['rollback.yml', 'rollback'],
    ['run-command.yml', 'run-migration-task'],
    ['stack.yml', 'deploy-stack'],
  ])('%s declares and hands on every input of %s, in the words of its action.yml', (file, name) => {
    const text = readFileSync(join(ROOT, '.github/workflows', file), 'utf8');
    expect(renderWorkflow(text)).toBe(text);
    const { jobs, on } = parse(text) as {
      on: { workflow_call: { inputs: Record<string, { description: string }> } };
      jobs: Record<string, { steps: { uses?: string; with?: Record<string, string> }[] }>;
    };
    const step = Object.values(jobs)
      .flatMap(({ steps }) => steps)
      .find(({ uses }) => uses?.startsWith('./.cutover') === true);
    for (const [input, { default: value, description }] of Object.entries(readAction(name).inputs)) {
      // The workflow's `aws-region` stands for the region; a default that is an expression is the job's own.
      if (input === 'region' || value?.includes('${{') === true) continue;
      // The GitHub environment chooses the section of the file, except where infrastructure is changed.
      const named = input === 'environment' && name === 'deploy-stack' ? 'config-environment' : input;
      // That one is the workflow's own.
      const told = named === 'environment' ? description : on.workflow_call.inputs[named]?.description;
      expect(told).toBe(description);
      expect(step?.with?.[input]).toBe(`\${{ inputs.${named} }}`);
    }
  });

  test.each(['README.md', 'README.ja.md', 'SECURITY.md', ...ACTIONS.flatMap((name) => pages(name))])(
    '%s promises nothing for a runner that dies',
    (path) => {
      // Where a runner's death is named, it is told apart from the step's: nothing of ours runs then.
      const parts = readFileSync(join(ROOT, path), 'utf8').split(/\n(?=\n|[-|]|    description)/);
      const about = parts.filter((part) =>
        /(its|the|lost) runner( itself)? (dies|died|left)|ランナー(自体)?(が|の)停?止/.test(part),
      );
      const told = /runner itself dies|runner that died|ランナー自体/;
      expect(about.filter((part) => !told.test(part))).toEqual([]);
      expect(about.filter((part) => /cancelled,? or its runner/.test(part))).toEqual([]);
    },
  );
});

/** The files in which an action is described. */
function pages(name: string): readonly string[] {
  return name === 'pipeline' ? ['action.yml'] : [`actions/${name}/README.md`, `actions/${name}/action.yml`];
}
