import type { MutationRow } from '../row.ts';

/**
 * Inputs by action and by the tests whose expectation changes with them. A row treats the input as not given, and one of
 * the tests must notice. These are the inputs that
 * `test/inputs` can't tell by two runs: a hash, a wait for another task, Docker's logins, the end of a success.
 */
export const INPUT_TESTS: Readonly<Record<string, readonly InputTests[]>> = {
  'run-migration-task': [
    { tests: ['packages/steps/run-migration-task/plan.test.ts'], inputs: ['job-key'] },
    {
      tests: ['packages/steps/run-migration-task/run.test.ts'],
      inputs: ['on-running', 'start-timeout-minutes'],
    },
    {
      tests: ['test/bundles/protected-migration.long.test.ts'],
      only: 'goes when there are newer ones',
      inputs: ['snapshot-keep'],
    },
  ],
  'build-push-ecr': [
    {
      tests: ['test/bundles/build-push-ecr-docker.long.test.ts'],
      only: 'may read the registries of other accounts',
      inputs: ['registries'],
    },
  ],
};

export interface InputTests {
  readonly tests: readonly string[];
  /** As of a row. */
  readonly only?: string;
  readonly inputs: readonly string[];
}

/** Inputs that get lost on their way: the runs of `test/inputs` notice. */
const LOST: readonly MutationRow[] = [
  {
    rule: 'a run with an input is told from one without it when the parser loses the input',
    file: 'packages/domain/inputs/input.ts',
    find: 'const found = texts.get(name);',
    replace: "const found = name === 'gate-path' ? undefined : texts.get(name);",
    only: 'input gate-path',
  },
  {
    rule: 'the pipeline hands gate-path on to its deployment',
    file: 'packages/steps/pipeline/request.ts',
    find: "    'gate-path': given['gate-path'],\n",
    replace: '',
    only: 'pipeline input gate-path',
  },
  {
    rule: 'max-failed-tasks reaches the deployment that is followed',
    file: 'packages/steps/deploy/request.ts',
    find: "maxFailedTasks: given['max-failed-tasks'],",
    replace: 'maxFailedTasks: 3,',
    only: 'blue-green-codedeploy input max-failed-tasks',
  },
].map((row) => ({ ...row, tests: ['test/inputs/inputs.test.ts'] }));

/** Every input does something: it is not declared and then forgotten. */
export const rows: readonly MutationRow[] = [
  ...LOST,
  ...Object.entries(INPUT_TESTS).flatMap(([action, groups]) =>
    groups.flatMap(({ inputs, tests, only }) =>
      inputs.map((input) => ({
        rule: `${action} does not ignore its input ${input}`,
        file: 'packages/domain/inputs/input.ts',
        find: 'const found = texts.get(name);',
        replace: `const found = name === '${input}' ? undefined : texts.get(name);`,
        tests,
        ...(only !== undefined && { only }),
      })),
    ),
  ),
];
