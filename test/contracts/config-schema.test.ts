import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readConfiguration } from '@cutover/domain/config/file';
import { REPLACED, sharedInputs, WHOLE } from '@cutover/domain/config/sharing';
import { parse } from 'yaml';
import { catalogue } from '../../actions/catalogue.ts';
import { findTool } from '../tools.ts';
import { ACTIONS, loadStep, readAction } from './actions.ts';
import { ROOT } from './sources.ts';

const { renderSchema } = (await import(new URL('../../packages/build/docs.mjs', import.meta.url).href)) as {
  renderSchema: () => string;
};
const SCHEMA = join(ROOT, 'cutover.schema.json');

test('the published schema is up to date', () => {
  expect(readFileSync(SCHEMA, 'utf8')).toBe(renderSchema());
});

test('the catalogue has every action, with the inputs of its step', async () => {
  expect(Object.keys(catalogue).toSorted()).toEqual(ACTIONS);
  for (const name of ACTIONS) expect(catalogue[name]).toBe((await loadStep(name)).inputs);
});

test('every action reads a configuration file', () => {
  const { config, environment } = readAction(WHOLE).inputs;
  for (const name of ACTIONS) expect(readAction(name).inputs).toMatchObject({ config, environment });
});

describe('what an action takes from the top of the file', () => {
  test.each(ACTIONS)('are inputs of the pipeline, by names that %s has', (name) => {
    const own = Object.keys(catalogue[name] ?? {});
    const taken = sharedInputs(name, own);
    const whole = Object.keys(catalogue[WHOLE] ?? {});
    expect([...taken].filter(([mine, shared]) => !own.includes(mine) || !whole.includes(shared))).toEqual([]);
    expect(taken.size).toBeGreaterThan(3);
  });

  test.each(ACTIONS)('has the form and the default in %s that it has in the pipeline', (name) => {
    const schema = catalogue[name] ?? {};
    const different = [...sharedInputs(name, Object.keys(schema))].filter(([own, shared]) => {
      const theirs = catalogue[WHOLE]?.[shared];
      return (
        schema[own]?.form.kind !== theirs?.form.kind ||
        (schema[own]?.default ?? '') !== (theirs?.default ?? '')
      );
    });
    // For preflight alone, an active deployment is a finding unless it is told that the deployment waits for it.
    expect(different.map(([own]) => own)).toEqual(name === 'preflight' ? ['on-active-deployment'] : []);
  });

  test('leaves out only inputs that exist', () => {
    const all = new Set(Object.values(catalogue).flatMap((schema) => Object.keys(schema)));
    const named = Object.entries(REPLACED).flat(2);
    expect(named.filter((name) => !all.has(name))).toEqual([]);
  });
});

/** Files, and whether they are right. */
const FILES: readonly (readonly [string, boolean])[] = [
  [readFileSync(join(ROOT, 'workflows-examples/config/cutover.yml'), 'utf8'), true],
  [readFileSync(join(ROOT, 'workflows-examples/config/cutover-regions.yml'), 'utf8'), true],
  ['stack: shop\nwait-for-minutes: 20\nmaintenance: true\nalarms: [a, b]', true],
  ['build-args: {A: 1, B: true, C: x}\nmigration-command: [node, migrate.js]', true],
  [
    'environments:\n  staging:\n  production:\n    stack: a\n    actions:\n      rollback:\n        to: 7',
    true,
  ],
  ['actions:\n  run-migration-task:\n    container-overrides: [{name: app}]\n    subnets: subnet-1', true],
  ['stack: shop\nwait-until: ready\ngate: http\naws-region: eu-west-1', true],
  ['stack: shop\nstak: shop', false],
  ['stack: [a]', false],
  ['alarms: {a: b}', false],
  ['environments: [a]', false],
  ['environments: {staging: {environments: {}}}', false],
  ['actions: {verify: {}}', false],
  ['actions: {rollback: {migration-command: a}}', false],
  ['stack: a\nexpect: b', false],
  ['stack: a\ngithub-token: b', false],
  ['stack: a\njob-key: b', false],
  ['stack: a\nconfig: b', false],
  ['stack: a\nrole-external-id: some-id', false],
];

const python = findTool('python') ?? findTool('python3');
const hasValidator =
  python !== undefined && spawnSync(python, ['-c', 'import jsonschema'], { stdio: 'ignore' }).status === 0;

const CHECK = `
import json, sys, jsonschema
schema = json.load(open(sys.argv[1]))
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
print(json.dumps([validator.is_valid(one) for one in json.load(sys.stdin)]))
`;

const RIGHT = FILES.map(([, right]) => right);

test('the reader takes what is right, and nothing else', () => {
  const verdicts = FILES.map(([text]) => {
    try {
      readConfiguration(text, catalogue, {
        file: 'cutover.yml',
        action: WHOLE,
        environment: undefined,
        given: new Set(),
      });
      return true;
    } catch {
      return false;
    }
  });
  expect(verdicts).toEqual(RIGHT);
});

(hasValidator ? describe : describe.skip)('the published schema, by a validator', () => {
  test('takes the same files', () => {
    const { stdout, stderr } = spawnSync(python ?? '', ['-c', CHECK, SCHEMA], {
      input: JSON.stringify(FILES.map(([text]) => parse(text) as unknown)),
      encoding: 'utf8',
    });
    expect(stderr).not.toContain('Error');
    expect(JSON.parse(stdout)).toEqual(RIGHT);
  });
});
