import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ACTIONS, loadStep, readAction } from './actions.ts';
import { ROOT } from './sources.ts';

/** Written by the GitHub edge for every action. */
const COMMON_OUTPUTS = ['finding', 'findings', 'headline', 'outcome', 'report'];

/** Verbs in their base form that say what an action does, or what it does when an input is `true`. */
const VERBS = `Allow Assume Build Check Continue Create Deploy Fail List Pass Prove Pull Render Roll Run Show Skip Suspend Tag Treat Keep Print Read Register Remove Stop Wait`;

/** Nouns, and adjectives before a noun, that say what a value is. */
const NOUNS = `ARN ARNs AWS Action Additional Address Amount Architecture Audience Base Boolean Build CPU Cache Caches Capabilities Capacity Changes CloudFormation CloudWatch CodeDeploy Command Commands Consecutive Container Containers Deployment Differences Digest Docker Duration ECR Events Exit Failed Family Fargate File Files Folder HTTP Headers Healthy Host ID Id Identifier IDs Ids Image Images Items JSON Key Kind Labels Language Launch List Listener Log Maximum Memory Metadata Milestone Milliseconds Minutes Name Names Network Newest Number Operating Options Outcome Outputs Page Parameters Path Platforms Port Provenance Public Reaction Reason Repositories Revision SBOM SSH Seconds Secrets Security Services Severity Snapshot Stage Status Statuses Subnet Tag Tags Target Targets Text Time Token Treatment URI Values Variables`;

const FIRST_WORDS = new Set(`${VERBS} ${NOUNS}`.split(/\s+/));
const LONGEST_DESCRIPTION = 200;

test('every action of the suite is there', () => {
  expect(ACTIONS).toEqual([
    'blue-green-codedeploy',
    'build-push-ecr',
    'deploy-service',
    'deploy-stack',
    'diagnose',
    'pipeline',
    'preflight',
    'register-taskdef',
    'rollback',
    'run-migration-task',
    'verify-target-health',
  ]);
});

describe.each(ACTIONS)('%s', (name) => {
  test('declares exactly the inputs of its schema, with their defaults', async () => {
    const { inputs } = await loadStep(name);
    const declared = Object.entries(readAction(name).inputs).map(([input, { default: value, required }]) => [
      input,
      { default: value ?? '', required: required === true },
    ]);
    const typed = Object.entries(inputs).map(([input, { default: value, required }]) => [
      input,
      { default: value ?? '', required },
    ]);
    expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(typed));
  });

  test('writes every default as a string, as the runner will hand it over', () => {
    const values = Object.values(readAction(name).inputs).flatMap((input) =>
      'default' in input ? [typeof input.default] : [],
    );
    expect(new Set(values)).toEqual(new Set(values.length === 0 ? [] : ['string']));
  });

  test('gives its defaults to the parser, which takes them', async () => {
    const { inputs } = await loadStep(name);
    const defaults = Object.values(inputs).filter(({ default: value }) => value !== undefined);
    expect(() => defaults.map(({ default: value = '', parse }) => parse(value) as unknown)).not.toThrow();
  });

  test('declares exactly the outputs of its step', async () => {
    const { outputs } = await loadStep(name);
    expect(Object.keys(readAction(name).outputs).toSorted()).toEqual(
      [...Object.keys(outputs), ...COMMON_OUTPUTS].toSorted(),
    );
  });

  test('describes everything in whole sentences', () => {
    const { description, inputs, outputs } = readAction(name);
    const all = { name: { description }, ...inputs, ...outputs };
    const poor = Object.entries(all).filter(
      ([, { description: text }]) => !/^[A-Z`"{].{15,}[.)]$/s.test(text.trim()),
    );
    expect(poor.map(([key]) => key)).toEqual([]);
  });

  test('begins every description with what the value is, or with a verb, in at most 200 characters', () => {
    const { description, inputs, outputs } = readAction(name);
    const all = { name: { description }, ...inputs, ...outputs };
    const poor = Object.entries(all).filter(
      ([, { description: text }]) =>
        text.length > LONGEST_DESCRIPTION || !FIRST_WORDS.has(/^\w+/.exec(text)?.[0] ?? ''),
    );
    expect(poor.map(([key, { description: text }]) => `${key}: ${text}`)).toEqual([]);
  });

  test('starts its own bundle, and its post entry exactly when the step has one', async () => {
    const { name: stepName, post } = await loadStep(name);
    expect(stepName).toBe(name);
    const dist = name === 'pipeline' ? 'dist/pipeline' : `../../dist/${name}`;
    expect(readAction(name).runs).toEqual({
      using: 'node24',
      main: `${dist}/index.js`,
      ...(post === undefined ? {} : { post: `${dist}/post.js`, 'post-if': 'always()' }),
    });
  });

  test('is started by name', () => {
    expect(readFileSync(join(ROOT, 'actions/start.ts'), 'utf8')).toContain(`case '${name}':`);
  });
});
