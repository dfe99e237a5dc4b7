import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ECSClient, ListClustersCommand } from '@aws-sdk/client-ecs';
import { type RunningSimulator, startSimulator } from '../start.ts';

let running: RunningSimulator;
let ecs: ECSClient;

beforeAll(async () => {
  running = await startSimulator({ timeScale: 0 });
  ecs = new ECSClient({
    endpoint: running.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  ecs.destroy();
  await running.close();
});

async function call(method: string, route: string, body?: string) {
  const response = await fetch(`${running.url}/_simulator/${route}`, {
    method,
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('the clock is moved by hand', async () => {
  const before = Number((await call('GET', 'health')).body['now']);
  await call('POST', 'clock', '{"advanceSeconds": 90}');
  expect((await call('GET', 'health')).body).toMatchObject({ now: before + 90_000, timeScale: 0 });
});

test('a fault strikes as often as it says, and the record shows it', async () => {
  await call('DELETE', 'requests');
  await call(
    'POST',
    'faults',
    JSON.stringify({
      service: 'ecs',
      operation: 'ListClusters',
      skip: 1,
      error: { code: 'ThrottlingException', message: 'Rate exceeded' },
    }),
  );
  const list = async () => await ecs.send(new ListClustersCommand({}));
  await list();
  await expect(list()).rejects.toMatchObject({ name: 'ThrottlingException', message: 'Rate exceeded' });
  await list();
  const { body } = await call('GET', 'requests');
  expect(body).toMatchObject([{ status: 200 }, { status: 400 }, { status: 200 }]);
});

describe('refused is', () => {
  test.each([
    ['faults', '{"service":"s3","latencyMs":1}', /no service 's3'; there are /],
    ['faults', '{"operation":"Dance","latencyMs":1}', /no operation 'Dance'/],
    ['faults', '{"servise":"ecs","latencyMs":1}', /no member 'servise'/],
    ['faults', '{"service":"ecs"}', /^a fault needs one of error, throttle, .*reset or task$/],
    ['faults', '{"throttle":true,"deny":true}', /^deny and throttle exclude each other/],
    [
      'faults',
      '[{"latencyMs":1},{"serverError":501}]',
      /^faults\[1\]\.serverError must be 500, 502, 503 or 504/,
    ],
    [
      'faults',
      '{"latencyMs":1,"times":0}',
      /^times must be a whole number from 1 to 1000000 or "always", not 0/,
    ],
    ['faults', '{"latencyMs":1,"after":{"operation":"Dance"}}', /^after\.operation: no operation 'Dance'/],
    ['faults', '{"task":"explode"}', /^task must be one of image-pull, .*not 'explode'/],
    ['faults', '{"task":"crash","status":500}', /^a crash fault has no member 'status'; it has .*exitCode/],
    ['faults', '{"task":"crash","exitCode":256}', /^exitCode must be a whole number from 0 to 255, not 256/],
    ['faults', '{"service":"ecs","deny":"RunTask"}', /^deny must be true or an IAM action .*not 'RunTask'/],
    ['clock', '{"advanceSeconds":"1"}', /^advanceSeconds must be a number from 0 to \d+, not '1'$/],
    ['clock', '{"seconds":1}', /^the body has no member 'seconds'; it has advanceSeconds$/],
    ['faults', '{', /not valid JSON/],
    ['tasks/kill', '{"cluster":"none"}', /Cluster not found/],
    ['tasks/kill', '{"cluster":null}', /^cluster must be text, not null$/],
    ['tasks/kill', '{"service":{"toString":1}}', /^service must be text, not \{/],
    ['tasks/kill', '{"exitCode":"1"}', /^exitCode must be a whole number from 0 to 255, not '1'$/],
    ['tasks/kill', '[]', /^the body must be a JSON object, not \[\]$/],
    ['tasks/kill', '{"__proto__":{"cluster":"c"}}', /^the body has no member '__proto__'/],
    ['secrets', '["a"]', /^the body must be a JSON object/],
    ['alarms', 'null', /neither an object nor a list/],
    ['databases', '{"id":{}}', /^id must be text, not \{\}$/],
    ['databases', '{"name":"x"}', /^the body has no member 'name'/],
    ['faults', `${'['.repeat(500)}${']'.repeat(500)}`, /^the request body is nested too deeply$/],
    ['faults', '['.repeat(100_000), /not valid JSON|nested too deeply/],
  ])('%s %s', async (route, body, message) => {
    const answer = await call('POST', route, body);
    expect(answer.status).toBe(400);
    expect(answer.body['message']).toMatch(message);
  });

  test('a body that is too large, however it is sent', async () => {
    const large = await call('POST', 'secrets', `{"a":"${'x'.repeat(5 * 1024 * 1024)}"}`);
    expect(large).toMatchObject({ status: 413, body: { message: 'the body is larger than 4194304 bytes' } });
    expect(running.sim.secrets.size).toBe(0);
  });

  test('an unknown route', async () => {
    expect(await call('POST', 'nothing')).toMatchObject({ status: 404 });
  });
});
