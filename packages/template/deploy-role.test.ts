import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

/** IAM's name of a service by the name of its client. */
const services: Readonly<Record<string, string>> = {
  cloudformation: 'cloudformation',
  cloudwatch: 'cloudwatch',
  'cloudwatch-logs': 'logs',
  codedeploy: 'codedeploy',
  ecr: 'ecr',
  ecs: 'ecs',
  'elastic-load-balancing-v2': 'elasticloadbalancing',
  iam: 'iam',
  sts: 'sts',
};

/** Calls that need no permission, or that only deploy-stack makes, which runs with a role of its own. */
const exempt =
  /^(sts:GetCallerIdentity|iam:.*|cloudformation:(?!DescribeStacks$|DescribeStackResources$).*)$/;

const folder = new URL('../aws/sdk/', import.meta.url);

/** IAM actions of the commands that the AWS edge takes from the SDK. */
const called = readdirSync(folder)
  .map((file) => readFileSync(new URL(file, folder), 'utf8'))
  .flatMap((source) => [...source.matchAll(/export \{([^}]+)\} from '@aws-sdk\/client-([a-z0-9-]+)'/g)])
  .flatMap(([, names = '', client = '']) =>
    [...names.matchAll(/(\w+)Command\b/g)].map(([, operation]) => `${services[client]}:${operation}`),
  );

test('the deploy role may do what the actions call', () => {
  expect(called).toContain('codedeploy:CreateDeployment');
  expect(called.filter((action) => action.startsWith('undefined:'))).toEqual([]);
  const template = readFileSync(new URL('template.yml', import.meta.url), 'utf8');
  const role = template.slice(template.indexOf('\n  DeployRole:'), template.indexOf('\nOutputs:'));
  const allowed = new Set(role.match(/\b[a-z]+:[A-Z]\w+/g));
  const wanted = new Set(called.filter((action) => !exempt.test(action)));
  expect([...wanted].filter((action) => !allowed.has(action)).toSorted()).toEqual([]);
});
