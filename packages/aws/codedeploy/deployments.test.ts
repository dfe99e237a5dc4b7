import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { clientOptions } from '../client/options.ts';
import { testConnection } from '../testing/connection.ts';
import { DeploymentGroups } from './deployment-groups.ts';
import { Deployments } from './deployments.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Input = Readonly<Record<string, unknown>>;

/** A CodeDeploy that answers by operation and input; an error is a text that ends in Exception. */
async function codeDeploy(answer: (operation: string, input: Input) => object | string) {
  server = createServer((request, response) => {
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const said = answer(operation, JSON.parse(body) as Input);
      const failed = typeof said === 'string';
      response
        .writeHead(failed ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
        .end(JSON.stringify(failed ? { __type: said, message: 'no' } : said));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const options = {
    ...clientOptions('us-east-1', testConnection()),
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  };
  return { deployments: new Deployments(options), groups: new DeploymentGroups(options) };
}

test('the active deployment is found on whatever page it stands, behind empty ones too', async () => {
  const pages: Readonly<Record<string, object>> = {
    first: { deployments: [], nextToken: 'second' },
    second: { deployments: [], nextToken: 'third' },
    third: { deployments: ['d-ACTIVE'] },
  };
  const { deployments } = await codeDeploy((_, { nextToken = 'first' }) => pages[String(nextToken)] ?? {});
  expect(await deployments.active('shop', 'web')).toEqual(['d-ACTIVE']);
});

test('of the past only the newest hundred or so are read', async () => {
  let asked = 0;
  const { deployments } = await codeDeploy((operation, input) => {
    if (operation === 'ListDeployments') {
      asked++;
      return { deployments: Array.from({ length: 60 }, (_, at) => `d-${asked}-${at}`), nextToken: 'more' };
    }
    const ids = input['deploymentIds'] as string[];
    expect(ids.length).toBeLessThanOrEqual(25);
    return { deploymentsInfo: ids.map((deploymentId) => ({ deploymentId })) };
  });
  expect(await deployments.recent('shop', 'web')).toHaveLength(120);
  expect(asked).toBe(2);
});

test('an application that vanishes between list and look is left out, and no other', async () => {
  const { groups } = await codeDeploy((operation, { applicationNames }) => {
    if (operation === 'ListApplications') return { applications: ['a', 'b', 'gone', 'c', 'lambda'] };
    const names = applicationNames as string[];
    if (names.includes('gone')) return 'ApplicationDoesNotExistException';
    return {
      applicationsInfo: names.map((applicationName) => ({
        applicationName,
        computePlatform: applicationName === 'lambda' ? 'Lambda' : 'ECS',
      })),
    };
  });
  expect(await groups.applications()).toEqual(['a', 'b', 'c']);
});

test.each([
  [{}, 'continued'],
  ['DeploymentIsNotInReadyStateException', 'notWaiting'],
  ['InvalidDeploymentStatusException', 'notWaiting'],
  ['DeploymentAlreadyCompletedException', 'ended'],
] as const)('a wait that is to end: %j', async (answer, result) => {
  const { deployments } = await codeDeploy((_, input) => {
    expect(input).toEqual({ deploymentId: 'd-OURS', deploymentWaitType: 'READY_WAIT' });
    return answer;
  });
  expect(await deployments.continue('d-OURS', 'READY_WAIT')).toBe(result);
});

test('a refusal to end a wait is told', async () => {
  const { deployments } = await codeDeploy(() => 'UnsupportedActionForDeploymentTypeException');
  await expect(deployments.continue('d-OURS', 'TERMINATION_WAIT')).rejects.toThrow(
    'codedeploy:ContinueDeployment failed: UnsupportedActionForDeploymentTypeException',
  );
});
