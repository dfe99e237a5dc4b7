import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { judgeForeign } from '@cutover/domain/foreign-inputs/foreign-input';
import { foreignInputs } from '@cutover/domain/foreign-inputs/of-action';
import { parseInputs } from '@cutover/domain/inputs/input';
import { ACTIONS, loadStep } from './actions.ts';

/** The inputs in the `action.yml` of others, each at a commit. */
const OTHERS = JSON.parse(readFileSync(new URL('other-actions.json', import.meta.url), 'utf8')) as Record<
  string,
  { readonly commit: string; readonly inputs: readonly string[] }
>;

const DEPLOY = [
  'aws-actions/amazon-ecs-deploy-task-definition',
  'aws-actions/amazon-ecs-render-task-definition',
];
const BUILD = [
  'docker/build-push-action',
  'docker/metadata-action',
  'docker/login-action',
  'aws-actions/amazon-ecr-login',
];
const REPLACED: Readonly<Record<string, readonly string[]>> = {
  pipeline: [...BUILD, ...DEPLOY],
  'build-push-ecr': BUILD,
  'run-migration-task': ['geekcell/github-action-aws-ecs-run-task', ...DEPLOY],
  'deploy-stack': ['aws-actions/aws-cloudformation-github-deploy'],
};

const PAIRS = ACTIONS.filter((name) => name !== 'simulator').flatMap((name) =>
  [...(REPLACED[name] ?? DEPLOY), 'aws-actions/configure-aws-credentials'].map((other) => ({ name, other })),
);

test('no input is known of an action whose contract was not read', () => {
  const known = new Set(ACTIONS.flatMap((name) => foreignInputs(name).map(({ action }) => action)));
  expect([...known].filter((action) => OTHERS[action] === undefined)).toEqual([]);
});

test.each(ACTIONS)('%s: each row is about an input that its action has', (name) => {
  const invented = foreignInputs(name).filter(
    ({ action, name: input }) => OTHERS[action]?.inputs.some((one) => one.toLowerCase() === input) !== true,
  );
  expect(invented).toEqual([]);
});

describe.each(PAIRS)('an input of $other in $name', ({ name, other }) => {
  test.each(OTHERS[other]?.inputs ?? [])('%s is known', async (input) => {
    const { inputs } = await loadStep(name);
    const lower = input.toLowerCase();
    const own = Object.entries(inputs).some(([key, { aliases }]) => key === lower || aliases.includes(lower));
    const verdicts = ['true', 'false', '1', '0', 'something'].map((value) =>
      judgeForeign(foreignInputs(name), lower, value),
    );
    const told = verdicts.map((verdict) => (verdict?.kind === 'refused' ? verdict.fix : verdict?.note));
    expect(own || told.every((text) => text !== undefined && /^[A-Z].+\.$/s.test(text))).toBe(true);
  });
});

describe('what says the same is accepted with a note', () => {
  test.each([
    ['build-push-ecr', 'push', 'true'],
    ['build-push-ecr', 'push', '1'],
    ['build-push-ecr', 'load', 'false'],
    ['build-push-ecr', 'mask-password', 'true'],
    ['build-push-ecr', 'skip-logout', 'true'],
    ['blue-green-codedeploy', 'wait-for-service-stability', 'true'],
    ['run-migration-task', 'wait-for-task-stopped', 'TRUE'],
    ['run-migration-task', 'run-task', 'true'],
    ['run-migration-task', 'tail-logs', 'true'],
    ['pipeline', 'wait-for-service-stability', 'true'],
  ])('%s: %s=%s', (name, input, value) => {
    expect(judgeForeign(foreignInputs(name), input, value)?.kind).toBe('same');
  });
});

describe('what asks for something else is refused with the reason and our name for it', () => {
  test.each([
    ['build-push-ecr', 'push', 'false', /pushes every image/, /dry-run: true/],
    ['build-push-ecr', 'load', 'true', /not into the Docker engine/, /output image/],
    ['blue-green-codedeploy', 'wait-for-service-stability', 'false', /waits until/, /wait-until/],
    ['blue-green-codedeploy', 'run-task', 'true', /no task/, /run-migration-task/],
    ['register-taskdef', 'wait-for-service-stability', 'true', /deploys nothing/, /blue-green-codedeploy/],
  ])('%s: %s=%s', (name, input, value, reason, fix) => {
    const verdict = judgeForeign(foreignInputs(name), input, value);
    expect(verdict).toEqual({
      kind: 'refused',
      what: expect.stringMatching(reason),
      fix: expect.stringMatching(fix),
    });
  });

  test('a key that was given as an input is not repeated', async () => {
    const { inputs } = await loadStep('build-push-ecr');
    const given = { 'aws-secret-access-key': 'hunter2', repository: 'team/app' };
    const parse = (): unknown => parseInputs(inputs, given, { foreign: foreignInputs('build-push-ecr') });
    expect(parse).toThrow(/AWS_SECRET_ACCESS_KEY|environment alone/);
    expect(parse).not.toThrow(/hunter2/);
  });
});

test('a short word that nobody knows is not taken for another one', async () => {
  const { inputs } = await loadStep('build-push-ecr');
  expect(() => parseInputs(inputs, { repository: 'team/app', puls: 'x' })).not.toThrow(/Did you mean/);
});
