import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { runbook, type RunbookFacts } from './runbook.ts';
import { shellWord } from './text/shell-word.ts';

const FACTS: RunbookFacts = {
  region: 'eu-west-1',
  cluster: 'shop',
  service: 'web',
  container: 'app',
  logGroup: '/ecs/shop',
  repository: 'shop/web',
  targetGroups: ['arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/blue/0123456789abcdef'],
  taskDefinition: 'web:7',
  network: { subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' },
  fargate: true,
  desired: 3,
  stack: 'shop',
  database: { host: 'db.example.internal', port: '5432' },
};

function textOf(facts: RunbookFacts): string {
  const section = runbook(facts);
  if (section.kind !== 'code') throw new TypeError(section.kind);
  return section.text;
}

/** Argument lists of the programs that a shell would start; `aws` answers with its last argument but one. */
function started(text: string): readonly (readonly string[])[] {
  const script = `aws() { printf '%s\\0' "$#" "$@" >&3; printf '%s' "arn:aws:ecs:eu-west-1:123456789012:task/shop/0a1b"; }\n${text}\n`;
  const output = execFileSync('sh', ['-c', `exec 3>&1 >/dev/null\n${script}`]).toString();
  const words = output.split('\0').slice(0, -1);
  const calls: string[][] = [];
  while (words.length > 0) calls.push(words.splice(0, Number(words.shift())));
  return calls;
}

test('every command has the names of the environment', () => {
  const calls = started(textOf(FACTS));
  expect(calls.map(([service, operation]) => `${service} ${operation}`)).toEqual([
    'logs tail',
    'logs tail',
    'ecs describe-services',
    'elbv2 describe-target-health',
    'ecs list-tasks',
    'ecs execute-command',
    'ecs list-tasks',
    'ecs describe-tasks',
    'ssm start-session',
    'ecs run-task',
    'ecs update-service',
    'ecs update-service',
    'ecs update-service',
    'ecr describe-images',
    'cloudformation describe-stack-events',
  ]);
  expect(calls.every((call) => call[call.indexOf('--region') + 1] === 'eu-west-1')).toBe(true);
  const valuesOf = (option: string): readonly (string | undefined)[] =>
    calls.filter((call) => call.includes(option)).map((call) => call[call.indexOf(option) + 1]);
  expect(new Set(valuesOf('--cluster'))).toEqual(new Set(['shop']));
  expect(valuesOf('--launch-type')).toEqual(['FARGATE']);
  expect(valuesOf('--desired-count')).toEqual(['4', '0', '3']);
  expect(JSON.parse(valuesOf('--network-configuration')[0] ?? '')).toEqual({
    awsvpcConfiguration: {
      subnets: ['subnet-1', 'subnet-2'],
      securityGroups: ['sg-1'],
      assignPublicIp: 'ENABLED',
    },
  });
  expect(valuesOf('--target')[0]).toMatch(/^ecs:shop_0a1b_arn/);
  expect(valuesOf('--task')).toEqual(['arn:aws:ecs:eu-west-1:123456789012:task/shop/0a1b']);
  expect(JSON.parse(valuesOf('--parameters')[0] ?? '')).toMatchObject({ host: ['db.example.internal'] });
});

test('commands whose names are not known are left out', () => {
  const calls = started(textOf({ region: 'eu-west-1', cluster: 'shop', service: 'web', targetGroups: [] }));
  expect(calls.map(([, operation]) => operation)).toEqual([
    'describe-services',
    'update-service',
    'update-service',
    'update-service',
  ]);
});

test.each(['a b', "a'b", '$(touch x)', '`id`', 'a;b', 'a\nb', '"', '\\', '*', '', '#a', '~', '-n'])(
  'a name is one word of the shell: %j',
  (name) => {
    expect(execFileSync('sh', ['-c', `printf '%s|' ${shellWord(name)}`]).toString()).toBe(`${name}|`);
    const calls = started(
      textOf({ ...FACTS, cluster: name, service: name, logGroup: name, repository: name }),
    );
    expect(calls).toHaveLength(15);
    expect(calls[0]?.[2]).toBe(name);
  },
);
