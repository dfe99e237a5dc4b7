import { describe, expect, test } from '@jest/globals';
import { contractOf, workflowFiles, type Contract } from './workflow-files.ts';

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
    const contracts = new Map<string, Contract>();
    for (const { id, uses } of steps) {
      const contract = uses === undefined ? undefined : contractOf(uses);
      if (id !== undefined && contract !== undefined) contracts.set(id, contract);
    }
    const unknown = [...file.text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)].filter(
      ([, id = '', output = '']) => contracts.get(id)?.outputs.includes(output) !== true,
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
    const asked = Object.values(file.workflow.jobs).map(({ permissions }) => permissions);
    const deploys = file.text.includes('role-to-assume');
    const needed = { contents: 'read', ...(deploys ? { 'id-token': 'write' } : {}) };
    expect(asked).toEqual(asked.map(() => needed));
  });
});

test('every file means the same commit by the same version of an action', () => {
  const pins = workflowFiles.flatMap(({ text }) => [...text.matchAll(/uses: ([^@\s]+)@[0-9a-f]{40} # v.*/g)]);
  const different = new Map(pins.map(([whole, action = '']) => [action, whole]));
  expect([...new Set(pins.map(([whole]) => whole))].toSorted()).toEqual([...different.values()].toSorted());
});

test.each(['deploy', 'rollback', 'stack'])('the %s workflow hands on every input that it takes', (name) => {
  const { text, workflow } = workflowFiles.find(({ path }) => path === `.github/workflows/${name}.yml`) ?? {};
  const inputs = Object.keys(workflow?.on['workflow_call']?.inputs ?? {});
  expect(inputs).not.toEqual([]);
  expect(inputs.filter((input) => !new RegExp(`inputs\\.${input}(?![\\w-])`).test(text ?? ''))).toEqual([]);
});

/** The region is in the environment; of the others the defaults are right for whoever calls. */
const OWN = new Set(['region', 'github-token', 'job-key']);

test.each([
  ['deploy', './.cutover'],
  ['rollback', './.cutover/actions/rollback'],
  ['stack', './.cutover/actions/deploy-stack'],
])('the %s workflow takes every input of %s', (name, uses) => {
  const { workflow } = workflowFiles.find(({ path }) => path === `.github/workflows/${name}.yml`) ?? {};
  const taken = Object.keys(workflow?.on['workflow_call']?.inputs ?? {});
  const offered = Object.keys(contractOf(uses)?.inputs ?? {}).filter((input) => !OWN.has(input));
  expect(offered.filter((input) => !taken.includes(input))).toEqual([]);
});
