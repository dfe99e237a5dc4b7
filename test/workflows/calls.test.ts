import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { repository } from '../bundles/action.ts';
import { ACTIONS } from '../contracts/actions.ts';
import { contractOf, outputsOf, workflowFiles } from './workflow-files.ts';

/** Every `uses` of ours with what it is given, whether in a step or in a job. */
function callsOf({ workflow }: (typeof workflowFiles)[number]) {
  return Object.values(workflow.jobs)
    .flatMap((job) => [job, ...(job.steps ?? [])])
    .flatMap((call) => {
      const contract = call.uses === undefined ? undefined : contractOf(call.uses);
      return contract === undefined
        ? []
        : [{ uses: call.uses, given: Object.keys(call.with ?? {}), contract }];
    });
}

test('there are calls to look at', () => {
  expect(workflowFiles.flatMap(callsOf).length).toBeGreaterThanOrEqual(11);
});

describe.each(workflowFiles.map((file) => [file.path, file] as const))('%s', (_, file) => {
  test('gives what it calls only inputs that exist', () => {
    const unknown = callsOf(file).flatMap(({ uses, given, contract }) =>
      given.filter((input) => !(input in contract.inputs)).map((input) => `${uses}: ${input}`),
    );
    expect(unknown).toEqual([]);
  });

  test('gives what it calls every input that is required', () => {
    const missing = callsOf(file).flatMap(({ uses, given, contract }) =>
      Object.entries(contract.inputs)
        .filter(([input, { required }]) => required === true && !given.includes(input))
        .map(([input]) => `${uses}: ${input}`),
    );
    expect(missing).toEqual([]);
  });

  test('reads only outputs that exist', () => {
    const steps = Object.values(file.workflow.jobs).flatMap((job) => job.steps ?? []);
    const outputs = new Map(steps.map(({ id = '', uses = '' }) => [id, outputsOf(uses)]));
    const unknown = [...file.text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)].filter(
      ([, id = '', output = '']) => outputs.get(id)?.includes(output) !== true,
    );
    expect(unknown.map(([whole]) => whole)).toEqual([]);
  });

  test('names other people’s actions by commit and version', () => {
    const loose = [...file.text.matchAll(/uses: (?!OWNER\/cutover|\.\/)(.*)/g)].filter(
      ([, uses = '']) => !/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses),
    );
    expect(loose.map(([whole]) => whole)).toEqual([]);
  });

  test('asks for permissions by job, and for no more than it uses', () => {
    expect(file.workflow.permissions).toEqual({});
    for (const job of Object.values(file.workflow.jobs)) {
      // A job with a role, or one that calls a workflow of ours: its role may stand in cutover.yml.
      const text = JSON.stringify(job);
      const deploys = /role-to-assume|\.cutover|OWNER\/cutover\/\.github/.test(text);
      const pages = text.includes('actions/deploy-pages@');
      expect(job.permissions).toEqual({
        ...(pages ? { pages: 'write' } : { contents: 'read' }),
        ...(deploys || pages ? { 'id-token': 'write' } : {}),
        ...(text.includes('gh pr comment') ? { 'pull-requests': 'write' } : {}),
      });
    }
  });
});

// https://github.com/aws-actions/configure-aws-credentials: `aws-expiration` is empty unless `output-credentials` is true.
test('an example whose credentials come from another action gives every deployment their end', () => {
  const deployments = workflowFiles.flatMap(({ path, workflow }) =>
    Object.values(workflow.jobs).flatMap(({ steps = [] }) => {
      const source = steps.find(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@'));
      if (source === undefined) return [];
      return steps
        .filter(({ uses }) => /\/actions\/(blue-green-codedeploy|deploy-service)@/.test(uses ?? ''))
        .map(({ env }) => ({
          path,
          hasEnd:
            env?.['AWS_CREDENTIAL_EXPIRATION'] === `\${{ steps.${source.id}.outputs.aws-expiration }}` &&
            source.with?.['output-credentials'] === true,
        }));
    }),
  );
  expect(deployments).toEqual([
    { path: 'workflows-examples/deploy-with-actions.yml', hasEnd: true },
    { path: 'workflows-examples/from-aws-actions.yml', hasEnd: true },
  ]);
});

test('every file means the same commit by the same version of an action', () => {
  const pins = workflowFiles.flatMap(({ text }) => [...text.matchAll(/uses: ([^@\s]+)@[0-9a-f]{40} # v.*/g)]);
  const different = new Map(pins.map(([whole, action = '']) => [action, whole]));
  expect([...new Set(pins.map(([whole]) => whole))].toSorted()).toEqual([...different.values()].toSorted());
});

test.each(['deploy', 'rollback', 'run-command', 'stack'])(
  'the %s workflow hands on every input that it takes',
  (name) => {
    const { text, workflow } =
      workflowFiles.find(({ path }) => path === `.github/workflows/${name}.yml`) ?? {};
    const inputs = Object.keys(workflow?.on['workflow_call']?.inputs ?? {});
    expect(inputs).not.toEqual([]);
    expect(inputs.filter((input) => !new RegExp(`inputs\\.${input}(?![\\w-])`).test(text ?? ''))).toEqual([]);
  },
);

/** The region is in the environment; of the others the defaults are right for whoever calls. */
const OWN = new Set(['region', 'github-token', 'job-key']);

test.each([
  ['deploy', './.cutover'],
  ['rollback', './.cutover/actions/rollback'],
  ['run-command', './.cutover/actions/run-migration-task'],
  ['stack', './.cutover/actions/deploy-stack'],
])('the %s workflow takes every input of %s', (name, uses) => {
  const { workflow } = workflowFiles.find(({ path }) => path === `.github/workflows/${name}.yml`) ?? {};
  const taken = Object.keys(workflow?.on['workflow_call']?.inputs ?? {});
  const offered = Object.keys(contractOf(uses)?.inputs ?? {}).filter((input) => !OWN.has(input));
  expect(offered.filter((input) => !taken.includes(input))).toEqual([]);
});

/** Files that change production, by an action or by a workflow of ours. */
const WRITES = /^(OWNER\/cutover|\.\/\.cutover)(?!\/actions\/(?:preflight|diagnose))/;

test.each(
  workflowFiles
    .filter(({ workflow }) =>
      Object.values(workflow.jobs).some((job) =>
        [job, ...(job.steps ?? [])].some(({ uses }) => WRITES.test(uses ?? '')),
      ),
    )
    .map(({ path, workflow }) => [path, workflow] as const),
)('%s: a newer run never cancels one that is changing production', (_, workflow) => {
  const writers = Object.values(workflow.jobs).filter((job) =>
    [job, ...(job.steps ?? [])].some(({ uses }) => WRITES.test(uses ?? '')),
  );
  for (const job of writers) {
    // A job that calls a workflow of ours has the concurrency that is written there.
    const called =
      job.uses === undefined ? undefined : /\.github\/workflows\/[\w-]+\.yml/.exec(job.uses)?.[0];
    const jobs =
      called === undefined
        ? [job]
        : Object.values(workflowFiles.find(({ path }) => path === called)?.workflow.jobs ?? {});
    expect(jobs).not.toEqual([]);
    for (const one of jobs) {
      const concurrency = one.concurrency ?? workflow.concurrency;
      expect(concurrency?.group).toMatch(/\w/);
      expect(concurrency?.['cancel-in-progress']).toBe(false);
    }
  }
});

describe('what the linters do not know yet', () => {
  /** Concurrency of the whole file and of its jobs. */
  const concurrencies = workflowFiles.flatMap(({ path, workflow }) =>
    [workflow, ...Object.values(workflow.jobs)].flatMap(({ concurrency }) =>
      concurrency === undefined ? [] : [{ path, ...concurrency }],
    ),
  );

  // https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency
  test('queue is max or single, and nothing in progress is cancelled beside max', () => {
    const wrong = concurrencies.filter(
      ({ queue = 'single', 'cancel-in-progress': cancels }) =>
        !['max', 'single'].includes(queue) || (queue === 'max' && cancels !== false),
    );
    expect(wrong).toEqual([]);
  });

  test.each(['rollback', 'run-command', 'stack'])(
    'a run of %s that waits is not dropped for a newer one',
    (name) => {
      const path = `.github/workflows/${name}.yml`;
      expect(concurrencies.filter((one) => one.path === path).map(({ queue }) => queue)).toEqual(['max']);
    },
  );

  // https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/deploy-to-environment
  test('only a job that deploys nothing keeps GitHub from recording a deployment', () => {
    const without = workflowFiles.filter(({ workflow }) =>
      Object.values(workflow.jobs).some(
        ({ environment }) => typeof environment === 'object' && environment.deployment === false,
      ),
    );
    expect(without.map(({ path }) => path)).toEqual([
      '.github/workflows/run-command.yml',
      'workflows-examples/deploy-and-notify.yml',
      'workflows-examples/diagnose.yml',
      'workflows-examples/plan.yml',
      'workflows-examples/preflight.yml',
      'workflows-examples/scale.yml',
    ]);
  });
});

describe('a rollback that follows a failed job takes back only what the run deployed', () => {
  test.each(workflowFiles.map(({ path, workflow }) => [path, workflow] as const))('%s', (_, workflow) => {
    const after = Object.values(workflow.jobs)
      .flatMap((job) => [job, ...(job.steps ?? [])])
      .filter((call) => /(failure|always|cancelled)\(\)/.test(call.if ?? ''))
      .filter(({ uses }) => /cutover\/(actions\/rollback|\.github\/workflows\/rollback)/.test(uses ?? ''));
    expect(after.filter((call) => call.with?.['only-this-run'] !== true)).toEqual([]);
  });

  test('examples have such a step', () => {
    const texts = workflowFiles.map(({ text }) => text).join('\n');
    expect(texts.match(/if: failure\(\)\n.*actions\/rollback@v1/g)).toHaveLength(2);
  });

  test.each(
    [
      'README.md',
      'README.ja.md',
      'SECURITY.md',
      'workflows-examples/README.md',
      ...ACTIONS.filter((name) => name !== 'pipeline').flatMap((name) => [
        `actions/${name}/README.md`,
        `actions/${name}/action.yml`,
      ]),
    ].filter((path) => readFileSync(join(repository, path), 'utf8').includes('failure()')),
  )('%s', (path) => {
    // A paragraph, a list item or a row of a table.
    const parts = readFileSync(join(repository, path), 'utf8').split(/\n\n|\n(?=[-|])/);
    for (const part of parts.filter((text) => text.includes('failure()')))
      expect(part).toContain('only-this-run');
  });
});
